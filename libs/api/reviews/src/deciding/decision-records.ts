import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { judgeField, type JudgedProposal, type WeightedCriterion } from '@htsm/domain';
import { Database, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { DecisionRecordDto, DecisionRecordsDto } from '../dto/decision-record.dto';
import { JudgedChallengesRepository } from '../reading/judged-challenges.repository';
import { iso } from '../reading/sql-fragments';

/** What a ranking is calculated from; `basis_of_judging` in the database writes it, always in the same order. */
export interface JudgingBasis {
  readonly criteria: readonly WeightedCriterion[];
  readonly proposals: readonly JudgedProposal[];
}

interface RecordRow {
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly basis: string;
  readonly basisSha256: string;
  readonly rankingSha256: string;
  /** What the rows say today. */
  readonly basisNow: string;
}

/** Keeps what a decision was made on, and shows later that it still comes to the same. */
@Injectable()
export class DecisionRecords {
  constructor(
    private readonly database: Database,
    private readonly challenges: JudgedChallengesRepository,
  ) {}

  /** Gives what the ranking of a challenge is calculated from, as text. Throws NotFound to whoever may not decide it. */
  async readBasis(tx: Tx, challengeId: string): Promise<string> {
    const row = await tx.row<{ basis: string | null }>('SELECT basis_for_deciding($1) AS basis', [challengeId]);
    if (!row?.basis) throw new NotFound();
    return row.basis;
  }

  /** Keeps the basis with its ranking, in the transaction of the decision; from then on the database refuses changes to it. */
  async keep(tx: Tx, actor: UserActor, challengeId: string, basis: string): Promise<void> {
    await tx.run(
      `INSERT INTO decision (challenge_id, decided_by, basis, basis_sha256, ranking_sha256) VALUES ($1, $2, $3, $4, $5)`,
      [challengeId, actor.userId, basis, sha256(basis), sha256(rankingText(basis))],
    );
  }

  /** Calculates a decided challenge again and says whether every byte is the same; null before the decision, and to whoever may not decide it. */
  read(actor: UserActor, challengeId: string): Promise<DecisionRecordsDto> {
    return this.database.as(actor, async (tx) => {
      if ((await this.challenges.find(tx, challengeId, actor.locale)) === null) throw new NotFound();
      const row = await this.find(tx, challengeId);
      return { record: row === null ? null : toRecord(row) };
    });
  }

  private find(tx: Tx, challengeId: string): Promise<RecordRow | null> {
    return tx.row<RecordRow>(
      `SELECT ${iso('d.decided_at')} AS "decidedAt", u.name AS "decidedBy", d.basis, d.basis_sha256 AS "basisSha256",
        d.ranking_sha256 AS "rankingSha256", basis_for_deciding(d.challenge_id) AS "basisNow"
       FROM decision d JOIN app_user u ON u.id = d.decided_by WHERE d.challenge_id = $1`,
      [challengeId],
    );
  }
}

/** Reads the text that `basis_of_judging` in the database wrote. */
export function parseBasis(basis: string): JudgingBasis {
  return JSON.parse(basis) as JudgingBasis; // nobody else writes it
}

function toRecord({ decidedAt, decidedBy, basis, basisSha256, rankingSha256, basisNow }: RecordRow): DecisionRecordDto {
  return {
    decidedAt,
    decidedBy,
    basisSha256,
    rankingSha256,
    isUnchanged: basisNow === basis && sha256(basis) === basisSha256,
    isReproduced: sha256(rankingText(basis)) === rankingSha256,
  };
}

/** Gives the whole ranking of a basis as JSON, in four decimals: the same bytes for the same basis, on every machine. */
function rankingText(basis: string): string {
  const { criteria, proposals } = parseBasis(basis);
  const inFourDecimals = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;
  return JSON.stringify(judgeField(criteria, proposals), inFourDecimals);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
