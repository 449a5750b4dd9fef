import { Injectable } from '@nestjs/common';
import type { ChallengeState, Locale } from '@htsm/domain';
import { readCursor, type Tx } from '@htsm/api/core';
import { ChallengeEntity } from '../challenge.entity';
import { CriterionEntity } from '../criterion.entity';
import type { ChallengeAttachmentDto } from '../dto/attachment.dto';
import type { CriterionDto, CriterionInputDto } from '../dto/criterion.dto';
import { namedId } from './named-id';
import { ATTACHMENTS_JSON, CONTACT_EMAIL, CRITERIA_JSON } from '../public/public-page.repository';

/** Rows on a page. */
export const ROWS_PER_PAGE = 20;

/** What hangs on a challenge. */
export interface ChallengeParts {
  readonly owner_name: string;
  /** Empty while there is none. */
  readonly contact_email: string;
  readonly criteria: CriterionDto[];
  readonly attachments: ChallengeAttachmentDto[];
  readonly history: {
    fromState: ChallengeState;
    toState: ChallengeState;
    actorName: string;
    reason: string | null;
    occurredAt: string;
  }[];
  readonly now: Date;
}

/** A challenge with everything that its owner sees. */
export interface ChallengeRecord {
  readonly challenge: ChallengeEntity;
  readonly parts: ChallengeParts;
}

/** A row of the owner's or the taskforce's list. */
export interface ChallengeListRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly owner_name: string;
  readonly state: ChallengeState;
  readonly opens_at: Date | null;
  readonly closes_at: Date | null;
  readonly decision_due_at: Date | null;
  readonly opened_at: Date | null;
  readonly updated_at: Date;
  readonly sort_key: string;
  readonly state_since: Date;
  readonly last_reason: string | null;
  readonly version: number;
  readonly is_demo: boolean;
  readonly now: Date;
}

/** Which challenges a list is about; rows that the actor may not see are not there anyway. */
export interface ListScope {
  /** Only of these organisations, or of all. */
  readonly organisationIds: readonly string[] | null;
  readonly states: readonly ChallengeState[];
  readonly cursor: string | undefined;
  readonly locale: Locale;
}

const PARTS = `
  SELECT o.name AS owner_name, coalesce(${CONTACT_EMAIL}, '') AS contact_email, htsm_now() AS now, ${CRITERIA_JSON} AS criteria, ${ATTACHMENTS_JSON} AS attachments,
    (SELECT coalesce(json_agg(json_build_object('fromState', t.from_state, 'toState', t.to_state, 'actorName', t.actor_name,
      'reason', t.reason, 'occurredAt', to_char(t.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY t.id), '[]')
      FROM challenge_transition t WHERE t.challenge_id = c.id) AS history
  FROM challenge c JOIN organisation o ON o.id = c.organisation_id WHERE c.id = $1`;

/** Reads and writes challenges for their owners and the taskforce. */
@Injectable()
export class ChallengesRepository {
  /** Adds an empty draft; gives false when this id exists already. */
  async addDraft(tx: Tx, draft: { id: string; organisationId: string; createdBy: string }): Promise<boolean> {
    const added = await tx.rows<{ id: string }>(
      `INSERT INTO challenge (id, slug, organisation_id, created_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [draft.id, `draft-${draft.id}`, draft.organisationId, draft.createdBy],
    );
    return added.length > 0;
  }

  /** Keeps others from changing the row until the transaction ends; a row that the actor may not write is passed over. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.row('SELECT FROM challenge WHERE id = $1 FOR UPDATE', [id]);
  }

  /** Gives a challenge of one of the organisations (null: of any) with its parts, or null; two statements. */
  async find(tx: Tx, id: string, organisationIds: readonly string[] | null): Promise<ChallengeRecord | null> {
    const challenge = await tx.of(ChallengeEntity).findOneBy({ id });
    if (challenge === null) return null;
    if (organisationIds !== null && !organisationIds.includes(challenge.organisationId)) return null;
    const parts = await tx.row<ChallengeParts>(PARTS, [id]);
    return parts === null ? null : { challenge, parts };
  }

  /** Changes fields when the version is still the given one; gives whether it was. */
  async change(tx: Tx, id: string, version: number, fields: Partial<ChallengeEntity>): Promise<boolean> {
    const result = await tx
      .of(ChallengeEntity)
      .createQueryBuilder()
      .update()
      .set({ ...fields, updatedAt: () => 'htsm_now()', version: () => 'version + 1' })
      .where('id = :id AND version = :version', { id, version })
      .execute();
    return (result.affected ?? 0) > 0;
  }

  /** Writes the contact person's address; an empty one takes it away. */
  async changeContactEmail(tx: Tx, challengeId: string, email: string): Promise<void> {
    if (email === '') {
      await tx.run('DELETE FROM challenge_contact WHERE challenge_id = $1', [challengeId]);
      return;
    }
    await tx.run(
      `INSERT INTO challenge_contact (challenge_id, email) VALUES ($1, $2)
       ON CONFLICT (challenge_id) DO UPDATE SET email = excluded.email`,
      [challengeId, email],
    );
  }

  /** Removes a draft with all that hangs on it; gives whether it was one. */
  async removeDraft(tx: Tx, id: string): Promise<boolean> {
    return (await tx.run("DELETE FROM challenge WHERE id = $1 AND state = 'draft'", [id])) === 1;
  }

  /**
   * Makes the criteria equal to the list: known ids stay, others come and go. A new one may bring an id, under which it
   * can be sent again; it is kept under one made of that and the challenge, so that nobody can ask which ids are taken.
   */
  async replaceCriteria(tx: Tx, challengeId: string, criteria: readonly CriterionInputDto[]): Promise<void> {
    const repository = tx.of(CriterionEntity);
    const known = new Set((await repository.findBy({ challengeId })).map((criterion) => criterion.id));
    const named = criteria.map(({ id, ...fields }) => ({
      fields,
      id: id === undefined || known.has(id) ? id : namedId('criterion', challengeId, id),
    }));
    const kept = named.flatMap(({ id }) => (id !== undefined && known.has(id) ? [id] : []));
    await tx.run('DELETE FROM criterion WHERE challenge_id = $1 AND id <> ALL ($2::uuid[])', [challengeId, kept]);
    for (const [position, { id, fields }] of named.entries()) {
      const isKnown = id !== undefined && known.delete(id);
      if (isKnown) await repository.update({ id }, { ...fields, position });
      else await repository.insert({ ...fields, ...(id === undefined ? {} : { id }), challengeId, position });
    }
  }

  /** Gives one row more than a page when there are more; most recently changed first, one statement. */
  list(tx: Tx, scope: ListScope): Promise<ChallengeListRow[]> {
    const [key, id] = scope.cursor === undefined ? [null, null] : readCursor(scope.cursor, 2);
    return tx.rows<ChallengeListRow>(
      `SELECT c.id, c.slug, o.name AS owner_name, c.state, c.opens_at, c.closes_at, c.decision_due_at, c.opened_at, c.updated_at,
        c.updated_at::text AS sort_key, c.version, c.is_demo, htsm_now() AS now,
        CASE WHEN ($1 = 'nl' AND c.title_nl <> '') OR c.title_en = '' THEN c.title_nl ELSE c.title_en END AS title,
        coalesce(t.occurred_at, c.created_at) AS state_since, t.reason AS last_reason
       FROM challenge c JOIN organisation o ON o.id = c.organisation_id
       LEFT JOIN LATERAL (SELECT occurred_at, reason FROM challenge_transition WHERE challenge_id = c.id ORDER BY id DESC LIMIT 1) t ON true
       WHERE ($2::uuid[] IS NULL OR c.organisation_id = ANY ($2::uuid[]))
         AND (cardinality($3::text[]) = 0 OR c.state = ANY ($3::text[]))
         AND ($4::timestamptz IS NULL OR (c.updated_at, c.id) < ($4::timestamptz, $5::uuid))
       ORDER BY c.updated_at DESC, c.id DESC LIMIT ${ROWS_PER_PAGE + 1}`,
      [scope.locale, scope.organisationIds, scope.states, key, id],
    );
  }

  /** Gives the slugs that begin like this one, of every challenge that has a public or coming address. */
  async slugsLike(tx: Tx, slug: string): Promise<Set<string>> {
    const rows = await tx.rows<{ slug: string }>(
      'SELECT slug FROM challenge WHERE slug = $1 OR starts_with(slug, $2)',
      [slug, `${slug}-`],
    );
    return new Set(rows.map((row) => row.slug));
  }
}
