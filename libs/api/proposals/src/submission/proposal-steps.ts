import { Injectable } from '@nestjs/common';
import { PROPOSAL_TRANSITIONS, nextState, type ProposalState, type ProposalStep } from '@htsm/domain';
import {
  EventLog,
  MailOutbox,
  NotFound,
  StepNotAllowed,
  type MailKind,
  type MailRecipient,
  type MailVariables,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import { titleFor } from '@htsm/api/challenges';
import type { ProposalRecord } from '../proposal.records';
import { existing, proposingOrganisations } from '../proposals.policy';
import { ProposalsRepository } from '../proposals.repository';

/** What the audit log says of a step by the proposer. */
export interface StepEvent {
  readonly type: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Whether outsiders may not know of it. */
  readonly isSealed: boolean;
}

/** A mail to the whole organisation. */
export interface StepMail<Kind extends MailKind> {
  readonly kind: Kind;
  /** Names the step, so that a repetition sends nothing twice. */
  readonly cause: string;
  readonly variables: (person: MailRecipient, challengeTitle: string) => MailVariables[Kind];
}

/** What the steps of a proposer share: locks, the state table, the log and the mails to the whole organisation. */
@Injectable()
export class ProposalSteps {
  constructor(
    private readonly repository: ProposalsRepository,
    private readonly events: EventLog,
    private readonly outbox: MailOutbox,
  ) {}

  /** Locks challenge and proposal and then reads, so that what is read holds until the end of the transaction. */
  async locked(tx: Tx, actor: UserActor, id: string): Promise<ProposalRecord> {
    const mine = proposingOrganisations(actor);
    if (!(await this.repository.lock(tx, id, mine))) throw new NotFound();
    return existing(await this.repository.read(tx, id, mine));
  }

  /** Takes a step by the state table; throws StepNotAllowed when the table has none. */
  async take(tx: Tx, record: ProposalRecord, step: ProposalStep, submittedAt: Date | null): Promise<void> {
    const next = stateAfter(record.state, step);
    await tx.run(
      'UPDATE proposal SET state = $2, submitted_at = $3, version = version + 1, updated_at = $4 WHERE id = $1',
      [record.id, next, submittedAt, record.now],
    );
  }

  /** Adds a line to the audit log that the proposer may read. */
  log(tx: Tx, actor: UserActor, record: ProposalRecord, event: StepEvent): Promise<void> {
    return this.events.append(tx, {
      type: event.type,
      subjectType: 'proposal',
      subjectId: record.id,
      actorId: actor.userId,
      payload: { challengeId: record.challenge.id, ...event.payload },
      visibleToOrgIds: [record.organisationId],
      isSealed: event.isSealed,
    });
  }

  /** Reads the proposal as a step left it. */
  async after(tx: Tx, record: ProposalRecord): Promise<ProposalRecord> {
    return existing(await this.repository.read(tx, record.id, [record.organisationId]));
  }

  /** Mails every confirmed person of the organisation once. */
  async mailAll<Kind extends MailKind>(tx: Tx, record: ProposalRecord, mail: StepMail<Kind>): Promise<void> {
    for (const person of await this.outbox.peopleOfOrganisation(tx, record.organisationId)) {
      await this.outbox.enqueue(tx, {
        kind: mail.kind,
        to: person,
        variables: mail.variables(person, titleFor(record.challenge, person.locale)),
        about: { type: 'proposal', id: record.id },
        dedupeKey: `${mail.kind}:${mail.cause}:${person.userId ?? person.email}`,
      });
    }
  }

  /** Mails the taskforce that a proposal left after closing. */
  async tellTaskforce(tx: Tx, record: ProposalRecord): Promise<void> {
    for (const to of await this.outbox.peopleOfBody(tx, 'taskforce')) {
      const variables = {
        name: to.name,
        challengeTitle: titleFor(record.challenge, to.locale),
        organisationName: record.organisationName,
        path: `/taskforce/challenges/${record.challenge.id}/ranking`,
      };
      await this.outbox.enqueue(tx, {
        kind: 'proposal_left',
        to,
        variables,
        about: { type: 'panel', id: record.challenge.id },
        dedupeKey: `proposal_left:${record.id}:${to.email}`,
      });
    }
  }
}

/** Where people of the organisation find the proposal. */
export function proposalPath(record: ProposalRecord): string {
  return `/my/proposals/${record.id}`;
}

function stateAfter(state: ProposalState, step: ProposalStep): ProposalState {
  const next = nextState(PROPOSAL_TRANSITIONS, state, step);
  if (next === null) throw new StepNotAllowed(state, step);
  return next;
}
