import { Injectable } from '@nestjs/common';
import { stateAt, type ChallengeState } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { CriterionDto } from './dto/criterion.dto';
import { CRITERIA_JSON } from './public/public-page.repository';

/** What later rooms need to know of a challenge. */
export interface ChallengeSummary {
  readonly id: string;
  readonly slug: string;
  readonly organisationId: string;
  readonly ownerName: string;
  /** By the clock: open ends at `closesAt`, also before the worker has noticed. */
  readonly state: ChallengeState;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly opensAt: Date | null;
  readonly openedAt: Date | null;
  readonly closesAt: Date | null;
  readonly decisionDueAt: Date | null;
  readonly isDemo: boolean;
  /** In their order. */
  readonly criteria: readonly CriterionDto[];
  /** The instant that decided the state. */
  readonly now: Date;
}

const SUMMARY = `
  SELECT c.id, c.slug, c.organisation_id AS "organisationId", o.name AS "ownerName", c.state, c.title_nl AS "titleNl",
    c.title_en AS "titleEn", c.opens_at AS "opensAt", c.opened_at AS "openedAt", c.closes_at AS "closesAt",
    c.decision_due_at AS "decisionDueAt", c.is_demo AS "isDemo", htsm_now() AS now, ${CRITERIA_JSON} AS criteria
  FROM challenge c JOIN organisation o ON o.id = c.organisation_id`;

/** Reads challenges for later rooms, inside their transaction: rows that its actor may not see are not there. */
@Injectable()
export class ChallengeReading {
  /** Gives a challenge, or null when the actor does not see it; one statement. */
  async byId(tx: Tx, id: string): Promise<ChallengeSummary | null> {
    const row = await tx.row<ChallengeSummary>(`${SUMMARY} WHERE c.id = $1`, [id]);
    return row === null ? null : asOfNow(row);
  }

  /** Like `byId`, by the slug of its public page. */
  async bySlug(tx: Tx, slug: string): Promise<ChallengeSummary | null> {
    const row = await tx.row<ChallengeSummary>(`${SUMMARY} WHERE c.slug = $1`, [slug]);
    return row === null ? null : asOfNow(row);
  }

  /** Gives those of the challenges that the actor sees, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, ChallengeSummary>> {
    const rows = await tx.rows<ChallengeSummary>(`${SUMMARY} WHERE c.id = ANY ($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, asOfNow(row)]));
  }
}

function asOfNow(row: ChallengeSummary): ChallengeSummary {
  return { ...row, state: stateAt(row.state, row.closesAt, row.now) };
}
