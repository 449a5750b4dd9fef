import { UNSEALED_PROPOSAL_STATES } from '@htsm/domain';
import { NAMED_STATES, READING_REVIEWERS, effectiveRelations, type Relation } from '@htsm/domain/permissions';
import type { Facts, Person, ProposalFact, Thing } from './things';

const REVIEWER_IN: Readonly<Record<string, Relation>> = {
  assigned: 'assigned_reviewer',
  accepted: 'accepted_reviewer',
  submitted: 'finished_reviewer',
  conflicted: 'conflicted_reviewer',
};

/** Says what somebody is to an object: a second opinion to the policies, from the facts that the test wrote down. */
export function relationsOf(person: Person, thing: Thing, facts: Facts): Set<Relation> {
  if (person.id === undefined) return new Set(['visitor']);
  // no session of theirs counts, but mails of before are still theirs
  if (person.isSuspended) return new Set<Relation>(['visitor', ...ofPerson(person, thing)]);
  return new Set<Relation>([
    'visitor',
    'signed_in',
    ...(person.bodies.includes('taskforce') ? (['taskforce'] as const) : []),
    ...(person.bodies.includes('administration') ? (['administrator'] as const) : []),
    ...ofPerson(person, thing),
    ...ofOrganisation(person, thing, facts),
    ...ofChallenge(person, thing, facts),
    ...ofProposal(person, thing, facts),
    ...ofTask(person, thing),
    ...ofCall(person, thing, facts),
  ]);
}

function ofPerson(person: Person, { kind, userId, organisationId }: Thing): Relation[] {
  const isSelf = userId !== undefined && userId === person.id;
  const isColleague = kind === 'person' && organisationId !== undefined && belongsTo(person, organisationId);
  return [
    ...(isSelf && kind !== 'assignment' && kind !== 'review' ? (['self'] as const) : []),
    ...(isColleague ? (['colleague'] as const) : []),
  ];
}

const OF_ORGANISATIONS: readonly string[] = ['organisation', 'invitation', 'profile', 'profile_document', 'webhook'];

function ofOrganisation(person: Person, thing: Thing, facts: Facts): Relation[] {
  const { organisationId, kind } = thing;
  if (organisationId === undefined || !OF_ORGANISATIONS.includes(kind)) return [];
  const own = person.organisations.find(({ id }) => id === organisationId);
  const made = facts.proposals.filter((proposal) => proposal.organisationId === organisationId && isUnsealed(proposal));
  const left = made.flatMap((proposal) => [...effectiveRelations('proposal', toProposal(person, proposal, facts))]);
  return [
    ...(solves(person) ? (['solver'] as const) : []),
    ...(own === undefined ? [] : (['member'] as const)),
    ...(own?.isOwner === true ? (['organisation_owner'] as const) : []),
    ...(left.includes('challenge_owner') ? (['receiving_owner'] as const) : []),
    ...(isMatchedOwner(person, organisationId, facts) ? (['matched_owner'] as const) : []),
    ...(left.includes('assigned_reviewer') && isOnPanel(person) ? (['assigned_reviewer'] as const) : []),
    ...(isInformed(person, made, facts) ? (['informed_reviewer'] as const) : []),
  ];
}

const ANSWERED_STATES: readonly string[] = ['shortlisted', 'awarded', 'declined', 'reserve'];

/** Whoever judged a proposal of the organisation that has its answer. */
function isInformed(person: Person, made: readonly ProposalFact[], facts: Facts): boolean {
  const answered = made.filter(({ state }) => ANSWERED_STATES.includes(state));
  const relations = answered.flatMap((proposal) => [
    ...effectiveRelations('proposal', toProposal(person, proposal, facts)),
  ]);
  return isOnPanel(person) && READING_REVIEWERS.some((one) => relations.includes(one));
}

/** The owner of a challenge by any SME that it knows of from the board. */
function isMatchedOwner(person: Person, organisationId: string, facts: Facts): boolean {
  return facts.suggestions.some(
    (one) =>
      one.organisationId === organisationId &&
      NAMED_STATES.includes(one.state) &&
      belongsTo(person, facts.owners.get(one.challengeId) ?? ''),
  );
}

const ON_BOARDS: readonly string[] = ['challenge', 'suggestion', 'collaboration', 'partner_call'];

function ofChallenge(person: Person, { challengeId, kind, organisationId }: Thing, facts: Facts): Relation[] {
  if (challengeId === undefined || !ON_BOARDS.includes(kind)) return [];
  const candidates = [...facts.suggestions, ...facts.proposals].filter((one) => one.challengeId === challengeId);
  const isInvited = kind !== 'challenge' && belongsTo(person, organisationId ?? '');
  return [
    ...(belongsTo(person, facts.owners.get(challengeId) ?? '') ? (['challenge_owner'] as const) : []),
    ...(isInvited ? (['invited_member'] as const) : []),
    ...(candidates.some((one) => belongsTo(person, one.organisationId)) ? (['competitor'] as const) : []),
  ];
}

function ofProposal(person: Person, { proposalId }: Thing, facts: Facts): Relation[] {
  const proposal = facts.proposals.find(({ id }) => id === proposalId);
  return proposal === undefined ? [] : [...toProposal(person, proposal, facts)];
}

function toProposal(person: Person, proposal: ProposalFact, facts: Facts): Set<Relation> {
  const owner = facts.owners.get(proposal.challengeId) ?? '';
  const isMine = belongsTo(person, proposal.organisationId);
  const rivals = facts.proposals.filter(
    ({ challengeId, organisationId, state }) =>
      challengeId === proposal.challengeId && organisationId !== proposal.organisationId && state !== 'draft',
  );
  const isRival = !isMine && rivals.some(({ organisationId }) => belongsTo(person, organisationId));
  const tasks = facts.assignments.filter((task) => task.proposalId === proposal.id && task.reviewerId === person.id);
  return new Set<Relation>([
    ...(isMine ? (['proposing_member'] as const) : []),
    ...(isRival ? (['rival'] as const) : []),
    ...(belongsTo(person, owner) ? (['challenge_owner'] as const) : []),
    ...tasks.flatMap(({ state }) =>
      isOnPanel(person) || state === 'conflicted' ? [REVIEWER_IN[state] ?? 'visitor'] : [],
    ),
    ...([proposal.organisationId, owner].includes(facts.ties.get(person.id ?? '') ?? '-')
      ? (['tied_reviewer'] as const)
      : []),
    ...(tasks.length === 0 && isOnPanel(person) ? (['unassigned_reviewer'] as const) : []),
  ]);
}

function ofTask(person: Person, { kind, userId }: Thing): Relation[] {
  const isTask = kind === 'assignment' || kind === 'review';
  return isTask && userId === person.id && isOnPanel(person) ? ['assignee'] : [];
}

/** The test has every call answered by a company, whose people come to no operation with calls. */
function ofCall(person: Person, { kind, organisationId, challengeId }: Thing, facts: Facts): Relation[] {
  if (kind !== 'partner_call') return [];
  if (belongsTo(person, organisationId ?? '')) return ['calling_member'];
  const isJudge = person.bodies.includes('review_panel');
  const isOwner = belongsTo(person, facts.owners.get(challengeId ?? '') ?? '');
  return solves(person) && !isJudge && !isOwner ? ['possible_partner'] : [];
}

/** Whether somebody can be in a team that makes a proposal. */
function solves(person: Person): boolean {
  return person.organisations.some(({ kind }) => kind !== 'company');
}

function isOnPanel(person: Person): boolean {
  return person.bodies.includes('review_panel') || person.bodies.includes('taskforce');
}

function belongsTo(person: Person, organisationId: string): boolean {
  return person.organisations.some(({ id }) => id === organisationId);
}

function isUnsealed({ state }: ProposalFact): boolean {
  return (UNSEALED_PROPOSAL_STATES as readonly string[]).includes(state); // widened to look a plain text up in it
}
