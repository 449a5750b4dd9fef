import { Injectable } from '@nestjs/common';
import { SUGGESTION_TRANSITIONS, nextState, type SuggestionStep } from '@htsm/domain';
import { EventLog, StepNotAllowed, type Tx } from '@htsm/api/core';
import { Ledger } from '../outcomes/ledger.service';
import { SuggestionsRepository, type SuggestionRow } from './suggestions.repository';

/** Who did it and why. */
export interface Because {
  /** Null when the clock did it. */
  readonly actorId: string | null;
  readonly reason?: string;
  /** Figures beside the ids; may be left out. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** The word for a step in the log. */
const DONE: Readonly<Record<SuggestionStep, string>> = {
  invite: 'invited',
  accept: 'accepted',
  decline: 'declined',
  veto: 'vetoed',
  lift_veto: 'veto_lifted',
  introduce: 'introduced',
  agree: 'agreed',
  conclude: 'concluded',
};

/** The one place where an SME on a board gets to another state: by the table, and with a line in the log. */
@Injectable()
export class SuggestionSteps {
  constructor(
    /** The rows that steps are taken with. */
    readonly rows: SuggestionsRepository,
    private readonly events: EventLog,
    /** Where it is written what came of those that agreed. */
    readonly ledger: Ledger,
  ) {}

  /** Throws StepNotAllowed when the table does not lead on from here. */
  async take(tx: Tx, row: SuggestionRow, step: SuggestionStep, because: Because): Promise<void> {
    const to = nextState(SUGGESTION_TRANSITIONS, row.state, step);
    // an SME that was invited knows of it, and cannot be merely suggested again
    if (to === null || (to === 'suggested' && row.invitedAt !== null)) throw new StepNotAllowed(row.state, step);
    await this.rows.reach(tx, row.id, to);
    await this.note(tx, row, DONE[step], { ...because, payload: { from: row.state, to } });
  }

  /** Writes what was done without a change of state. */
  async note(
    tx: Tx,
    row: Pick<SuggestionRow, 'id' | 'challengeId' | 'organisationId'>,
    what: string,
    { actorId, reason, payload }: Because,
  ): Promise<void> {
    await this.events.append(tx, {
      type: `suggestion.${what}`,
      subjectType: 'suggestion',
      subjectId: row.id,
      actorId,
      ...(reason === undefined || reason === '' ? {} : { reason }),
      payload: { challengeId: row.challengeId, organisationId: row.organisationId, ...payload },
    });
  }
}
