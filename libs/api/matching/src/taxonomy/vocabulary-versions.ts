import { Injectable } from '@nestjs/common';
import { EventLog, type Tx, type UserActor } from '@htsm/api/core';
import type { VocabularyList, VocabularyStep } from './vocabulary.entity';

/** What the database wrote down of a term or a pair, by the names of its columns. */
export interface KeptRow {
  readonly label_nl?: string;
  readonly label_en?: string;
  readonly nl?: string;
  readonly en?: string;
  readonly synonyms_nl?: readonly string[];
  readonly synonyms_en?: readonly string[];
}

/** A version as the history tells it. */
export interface VersionRow {
  readonly number: number;
  readonly step: VocabularyStep;
  /** Null for what came with the product, and for who has no account any more. */
  readonly madeBy: string | null;
  readonly madeAt: string;
  readonly changes: { before: KeptRow | null; after: KeptRow | null }[];
  readonly changeCount: number;
}

/** Changes of one version that the history lists; an import may have thousands. */
export const CHANGES_SHOWN = 50;
/** The advisory lock of whoever makes a version. */
const LOCK = [4_875_632, 14] as const;

/** Makes and reads the versions of the lists. */
@Injectable()
export class VocabularyVersions {
  constructor(private readonly events: EventLog) {}

  /** Gives the newest number, after which nobody else makes a version in this transaction's time; 0 before the first. */
  async lock(tx: Tx, list: VocabularyList): Promise<number> {
    await tx.run('SELECT pg_advisory_xact_lock($1, $2)', LOCK);
    return this.newest(tx, list);
  }

  /** Gives the newest number; 0 before the first. */
  async newest(tx: Tx, list: VocabularyList): Promise<number> {
    const row = await tx.row<{ newest: number }>(
      'SELECT coalesce(max(number), 0) AS newest FROM vocabulary_version WHERE list = $1',
      [list],
    );
    return row?.newest ?? 0;
  }

  /** Opens the next version; what changes in the transaction afterwards belongs to it. Call `lock` before. */
  async open(tx: Tx, actor: UserActor, list: VocabularyList, step: VocabularyStep): Promise<number> {
    const row = await tx.row<{ id: string; number: number }>(
      `INSERT INTO vocabulary_version (list, number, step, made_by)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3 FROM vocabulary_version WHERE list = $1 RETURNING id, number`,
      [list, step, actor.userId],
    );
    if (row === null) throw new Error('The version was not made');
    await this.events.append(tx, {
      type: `${list}.${step}`,
      subjectType: 'vocabulary_version',
      subjectId: row.id,
      actorId: actor.userId,
      payload: { number: row.number },
    });
    return row.number;
  }

  /** Gives the newest versions, newest first, below `before` when it is given; one more than `limit` when there are more. */
  history(tx: Tx, list: VocabularyList, before: number | null, limit: number): Promise<VersionRow[]> {
    return tx.rows<VersionRow>(
      `SELECT v.number, v.step, u.name AS "madeBy", to_char(v.made_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "madeAt",
         (SELECT count(*)::int FROM vocabulary_change c WHERE c.list = v.list AND c.version = v.number) AS "changeCount",
         (SELECT coalesce(json_agg(json_build_object('before', c.before, 'after', c.after) ORDER BY c.number), '[]') FROM (
            SELECT * FROM vocabulary_change c WHERE c.list = v.list AND c.version = v.number
            ORDER BY c.number LIMIT ${CHANGES_SHOWN}) c) AS changes
       FROM vocabulary_version v LEFT JOIN app_user u ON u.id = v.made_by
       WHERE v.list = $1 AND ($2::int IS NULL OR v.number < $2) ORDER BY v.number DESC LIMIT $3 + 1`,
      [list, before, limit],
    );
  }
}
