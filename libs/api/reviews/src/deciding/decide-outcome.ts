import { Injectable } from '@nestjs/common';
import { PROPOSAL_TRANSITIONS, STANDINGS, nextState, type Standing } from '@htsm/domain';
import { Database, EventLog, NotFound, StepNotAllowed, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import type { DecideOutcomeDto, OutcomeDto } from '../dto/ranking.dto';
import { OwnReviewFirst } from '../reviews.errors';
import { DecisionsRepository, type OutcomeRow } from './decisions.repository';
import { outcomeSteps } from './ranking.mapper';

/** The taskforce chooses what becomes of a proposal. */
@Injectable()
export class DecideOutcome {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly events: EventLog,
  ) {}

  /** Takes a step for one proposal; the proposer knows nothing of it until the release. */
  run(actor: UserActor, proposalId: string, input: DecideOutcomeDto): Promise<OutcomeDto> {
    return this.database.as(actor, async (tx) => {
      const row = await this.decisions.outcomeOf(tx, proposalId);
      if (row === null) throw new NotFound();
      if (row.isHiddenFromMe) throw new OwnReviewFirst();
      if (row.challengeState !== 'evaluating') throw new StepNotAllowed(row.challengeState, input.step);
      if (row.version !== input.version) throw new VersionConflict(outcome(proposalId, row.outcome, row.version));
      const next = standing(nextState(PROPOSAL_TRANSITIONS, row.outcome, input.step));
      if (next === null) throw new StepNotAllowed(row.outcome, input.step);
      const version = await this.write(tx, proposalId, row, next);
      await this.events.append(tx, {
        type: 'proposal.outcome_chosen',
        subjectType: 'proposal',
        subjectId: proposalId,
        actorId: actor.userId,
        payload: { challengeId: row.challengeId, from: row.outcome, to: next },
      });
      return outcome(proposalId, next, version);
    });
  }

  private async write(tx: Tx, proposalId: string, row: OutcomeRow, next: Standing): Promise<number> {
    const isNew = row.version === 0 && (await this.decisions.startAnswer(tx, proposalId, row.challengeId));
    const written = await this.decisions.setOutcome(tx, proposalId, isNew ? 1 : row.version, next);
    if (written !== null) return written.version;
    const current = await this.decisions.outcomeOf(tx, proposalId);
    throw new VersionConflict(outcome(proposalId, current?.outcome ?? row.outcome, current?.version ?? row.version));
  }
}

function outcome(proposalId: string, standingNow: Standing, version: number): OutcomeDto {
  return { proposalId, outcome: standingNow, steps: outcomeSteps(standingNow), version };
}

function standing(state: string | null): Standing | null {
  return STANDINGS.find((candidate) => candidate === state) ?? null;
}
