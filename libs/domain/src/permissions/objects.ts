import { CHALLENGE_STATES, PUBLIC_CHALLENGE_STATES } from '../challenges/challenge-states';
import { MEETING_EVENT_STATES } from '../meetings/meeting-event';
import { PROPOSAL_STATES } from '../proposals/proposal-states';
import { ASSIGNMENT_STATES } from '../reviews/assignment-states';
import { MATCH_STATES } from '../reviews/match-states';
import { PARTNER_CALL_STATES } from '../suggestions/partner-calls';
import { INTRODUCED_STATES, SUGGESTION_STATES } from '../suggestions/suggestion-states';

/**
 * The objects of the product and the states that rights depend on. A challenge that was cancelled before it opened was
 * never public, so it counts as a state of its own; parts of a proposal have the state of their proposal.
 */
export const OBJECT_STATES = {
  challenge: [...CHALLENGE_STATES, 'cancelled_unopened'],
  proposal: PROPOSAL_STATES,
  proposal_attachment: PROPOSAL_STATES,
  receipt: PROPOSAL_STATES,
  assignment: ASSIGNMENT_STATES,
  review: ['draft', 'submitted'],
  answer: ['unreleased', 'released', 'questioned'],
  waiver: ['running', 'ended'],
  link: ['declared'],
  match: MATCH_STATES,
  suggestion: [...SUGGESTION_STATES, 'invited_unnamed', 'interested_unnamed', 'vetoed_invited'],
  collaboration: ['settled', 'told_by_sme', 'told_by_owner'],
  partner_call: PARTNER_CALL_STATES,
  meeting_event: MEETING_EVENT_STATES,
  profile: ['kept'],
  profile_document: ['kept'],
  audit_line: ['open', 'sealed'],
  organisation: ['unlisted', 'shows_name', 'listed'],
  person: ['active'],
  session: ['live'],
  invitation: ['waiting'],
  subscription: ['active'],
  webhook: ['of_organisation', 'of_platform'],
  mail: ['waiting', 'held', 'sent', 'settled', 'in_trouble', 'sealed'],
  stopped_address: ['stopped'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of an object. */
export type ObjectKind = keyof typeof OBJECT_STATES;

/** What the words say that are not explained by the state tables. */
export const STATE_NOTES: Readonly<Partial<Record<ObjectKind, string>>> = {
  challenge: '`cancelled_unopened`: cancelled before anybody outside could read it.',
  answer:
    '`unreleased`: being written; `released`: the decision is out and the proposer was told; `questioned`: and asked something about it.',
  waiver: '`running`: what it covers does not count now.',
  suggestion:
    '`…_unnamed`: the SME does not show its name to owners of challenges; `vetoed_invited`: vetoed after it was invited.',
  collaboration: '`settled`: in the words of the taskforce; `told_by_…`: in those of one side.',
  partner_call: '`open`: also by the clock; it ends by itself, at the closing of the challenge at the latest.',
  audit_line: '`sealed`: about a proposal that nobody outside may know of yet.',
  mail: '`held`: kept back by an administrator; `settled`: said in another mail, or not wanted; `in_trouble`: it may not have arrived; `sealed`: it would tell who is proposing.',
  webhook: '`of_organisation`: hears of the challenges of one organisation; `of_platform`: of all.',
  organisation:
    '`listed`: posted a challenge that is public now; `shows_name`: says in its profile that possible partners may see its name.',
};

/** The states of an SME on a board in which it knows that it is there. */
export const INVITED_STATES: readonly string[] = OBJECT_STATES.suggestion.filter(
  (state) => state !== 'suggested' && state !== 'vetoed',
);

/** The states of an SME on a board in which the owner of the challenge knows who it is. */
export const NAMED_STATES: readonly string[] = ['invited', 'interested', ...INTRODUCED_STATES];

/** The states in which everyone may read a challenge. */
export const PUBLIC_STATES: readonly string[] = PUBLIC_CHALLENGE_STATES;

/** Every state of a challenge but the draft, which only its owner knows of. */
export const SENT_IN_STATES: readonly string[] = OBJECT_STATES.challenge.filter((state) => state !== 'draft');
