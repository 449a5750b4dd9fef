import { Injectable } from '@nestjs/common';
import type { ChallengeState, IpRegime, Region, Theme } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ChallengeAttachmentDto } from '../dto/attachment.dto';
import type { CriterionDto } from '../dto/criterion.dto';

/** A public challenge with both languages, as the page needs it. */
export interface PublicPageRow {
  readonly id: string;
  readonly slug: string;
  readonly state: ChallengeState;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly title_nl: string;
  readonly title_en: string;
  readonly summary_nl: string;
  readonly summary_en: string;
  readonly problem_nl: string;
  readonly problem_en: string;
  readonly context_nl: string;
  readonly context_en: string;
  readonly success_nl: string;
  readonly success_en: string;
  readonly programme: string;
  readonly partners: string;
  readonly themes: Theme[];
  readonly capabilities: string[];
  readonly trl_from: number | null;
  readonly trl_to: number | null;
  readonly region: Region | null;
  readonly budget_eur: number | null;
  readonly no_budget_reason: string;
  readonly ip_regime: IpRegime | null;
  readonly hours_asked: number | null;
  readonly decider: string;
  readonly is_blind: boolean;
  readonly contact_name: string;
  /** Null for who may not see it, and when there is none. */
  readonly contact_email: string | null;
  readonly opened_at: Date;
  readonly closes_at: Date;
  readonly decision_due_at: Date | null;
  readonly stopped_accepting_at: Date | null;
  readonly cancel_reason: string | null;
  readonly is_demo: boolean;
  readonly criteria: CriterionDto[];
  readonly attachments: ChallengeAttachmentDto[];
  readonly answer_days: { days: number; challenges: number } | null;
  readonly now: Date;
}

/** Parts of a challenge as JSON, in their order; used with the challenge as `c`. */
export const CRITERIA_JSON = `(SELECT coalesce(json_agg(json_build_object('id', k.id, 'titleNl', k.title_nl, 'titleEn', k.title_en,
    'weight', k.weight, 'knockOutMinimum', k.knock_out_minimum, 'scoreLabelsNl', k.score_labels_nl, 'scoreLabelsEn', k.score_labels_en)
    ORDER BY k.position), '[]') FROM criterion k WHERE k.challenge_id = c.id)`;
export const ATTACHMENTS_JSON = `(SELECT coalesce(json_agg(json_build_object('id', a.id, 'fileName', a.file_name, 'sizeBytes', f.size_bytes,
    'mediaType', f.media_type) ORDER BY a.created_at, a.id), '[]')
    FROM challenge_attachment a JOIN stored_file f ON f.sha256 = a.sha256 WHERE a.challenge_id = c.id)`;

/** The contact person's address, for who may read that row. */
export const CONTACT_EMAIL = '(SELECT k.email FROM challenge_contact k WHERE k.challenge_id = c.id)';

/** Reads one public challenge in one statement. */
@Injectable()
export class PublicPageRepository {
  /** Null when no challenge with this slug is public. */
  bySlug(tx: Tx, slug: string): Promise<PublicPageRow | null> {
    return tx.row<PublicPageRow>(
      `SELECT p.id, p.slug, p.state, c.organisation_id AS owner_id, p.owner_name, c.title_nl, c.title_en, c.summary_nl, c.summary_en, c.problem_nl, c.problem_en,
        c.context_nl, c.context_en, c.success_nl, c.success_en, c.programme, c.partners, c.themes, c.capabilities,
        c.trl_from, c.trl_to, c.region, c.budget_eur, c.no_budget_reason, c.ip_regime, c.hours_asked, c.decider, c.is_blind,
        c.contact_name, ${CONTACT_EMAIL} AS contact_email, p.opened_at, p.closes_at, c.decision_due_at, c.stopped_accepting_at,
        c.cancel_reason, p.is_demo, htsm_now() AS now, (SELECT row_to_json(d) FROM answer_days_of(c.organisation_id) d) AS answer_days, ${CRITERIA_JSON} AS criteria, ${ATTACHMENTS_JSON} AS attachments
       FROM public_challenge p JOIN challenge c ON c.id = p.id WHERE p.slug = $1`,
      [slug],
    );
  }
}
