import { acceptsProposals } from '@htsm/domain';
import { NotFound, type UserActor } from '@htsm/api/core';
import type { ChallengeRecord, ProposalRecord } from './proposal.records';
import { ProposalChallengeNotOpen, ProposalDeadlinePassed, ProposalNotADraft } from './proposals.errors';

/** Gives the ids of the actor's organisations that may propose; may be empty. */
export function proposingOrganisations(actor: UserActor): string[] {
  return actor.organisations.filter(({ kind }) => kind !== 'company').map(({ id }) => id);
}

/** Throws NotFound when there is no such proposal for this actor. */
export function existing(record: ProposalRecord | null): ProposalRecord {
  if (record === null) throw new NotFound();
  return record;
}

/** Throws unless the challenge takes proposals at `now`, an instant of the database. */
export function refuseUnlessAccepting(challenge: Pick<ChallengeRecord, 'state' | 'closesAt'>, now: Date): void {
  const closesAt = new Date(challenge.closesAt);
  if (acceptsProposals({ challengeState: challenge.state, closesAt, now })) return;
  if (closesAt <= now && challenge.state !== 'cancelled') throw new ProposalDeadlinePassed(closesAt);
  throw new ProposalChallengeNotOpen();
}

/** Throws unless the proposal is a draft. */
export function refuseUnlessDraft(record: Pick<ProposalRecord, 'state'>): void {
  if (record.state !== 'draft') throw new ProposalNotADraft();
}
