import {
  CHALLENGE_TRANSITIONS,
  EDITABLE_CHALLENGE_STATES,
  UNSEALED_CHALLENGE_STATES,
  stateAt,
} from '../challenges/challenge-states';
import { acceptsProposals } from '../proposals/proposal-actions';
import { PROPOSAL_TRANSITIONS, UNSEALED_PROPOSAL_STATES } from '../proposals/proposal-states';
import { ASSIGNMENT_TRANSITIONS } from '../reviews/assignment-states';
import { MATCH_TRANSITIONS } from '../reviews/match-states';
import { STANDINGS, STEP_TO_OUTCOME, isFinalOutcome } from '../reviews/outcomes';
import { INTRODUCED_STATES, SUGGESTION_STATES, SUGGESTION_TRANSITIONS } from '../suggestions/suggestion-states';
import { nextState, type StateTable } from './state-table';

/** Writes a table as a person would tell it: `from: step → to`, one line per step. */
function told<State extends string, Step extends string>(table: StateTable<State, Step>): string[] {
  return Object.entries<Readonly<Partial<Record<Step, State>>>>(table).flatMap(([from, steps]) =>
    Object.entries(steps).map(([step, to]) => `${from}: ${step} → ${String(to)}`),
  );
}

describe('the lives of things, whole', () => {
  it('is this for a challenge', () => {
    expect(told(CHALLENGE_TRANSITIONS)).toEqual([
      'draft: submit_for_moderation → in_moderation',
      'in_moderation: request_changes → changes_requested',
      'in_moderation: approve → scheduled',
      'in_moderation: cancel → cancelled',
      'changes_requested: submit_for_moderation → in_moderation',
      'changes_requested: cancel → cancelled',
      'scheduled: open → open',
      'scheduled: cancel → cancelled',
      'open: stop_accepting → evaluating',
      'open: cancel → cancelled',
      'evaluating: decide → decided',
      'evaluating: cancel → cancelled',
      'decided: close → closed',
      'decided: cancel → cancelled',
    ]);
    expect([EDITABLE_CHALLENGE_STATES, UNSEALED_CHALLENGE_STATES]).toEqual([
      ['draft', 'changes_requested'],
      ['evaluating', 'decided', 'closed'],
    ]);
  });

  it('is this for a proposal', () => {
    expect(told(PROPOSAL_TRANSITIONS)).toEqual([
      'draft: submit → submitted',
      'draft: withdraw → withdrawn',
      'submitted: pull_back → draft',
      'submitted: start_review → under_review',
      'submitted: withdraw → withdrawn',
      'under_review: shortlist → shortlisted',
      'under_review: award → awarded',
      'under_review: decline → declined',
      'under_review: reserve → reserve',
      'under_review: withdraw → withdrawn',
      'shortlisted: reconsider → under_review',
      'shortlisted: award → awarded',
      'shortlisted: decline → declined',
      'shortlisted: reserve → reserve',
      'shortlisted: withdraw → withdrawn',
      'awarded: reconsider → under_review',
      'awarded: withdraw → withdrawn',
      'declined: reconsider → under_review',
      'declined: withdraw → withdrawn',
      'reserve: reconsider → under_review',
      'reserve: award → awarded',
      'reserve: decline → declined',
      'reserve: withdraw → withdrawn',
    ]);
    expect(UNSEALED_PROPOSAL_STATES).toEqual(['under_review', 'shortlisted', 'awarded', 'declined', 'reserve']);
  });

  it('is this for a reviewer’s task and for a match', () => {
    expect(told(ASSIGNMENT_TRANSITIONS)).toEqual([
      'assigned: declare_no_conflict → accepted',
      'assigned: declare_conflict → conflicted',
      'accepted: submit → submitted',
      'accepted: declare_conflict → conflicted',
      'submitted: reopen → accepted',
      'submitted: declare_conflict → conflicted',
    ]);
    expect(told(MATCH_TRANSITIONS)).toEqual([
      'planned: introduce → introduced',
      'planned: start_talks → in_talks',
      'planned: agree → agreed',
      'planned: end → ended',
      'introduced: start_talks → in_talks',
      'introduced: agree → agreed',
      'introduced: end → ended',
      'in_talks: agree → agreed',
      'in_talks: end → ended',
      'agreed: end → ended',
      'agreed: resume → in_talks',
      'ended: resume → in_talks',
    ]);
  });

  it('is this for an SME on the board of a challenge', () => {
    expect(told(SUGGESTION_TRANSITIONS)).toEqual([
      'suggested: invite → invited',
      'suggested: veto → vetoed',
      'invited: accept → interested',
      'invited: decline → declined',
      'invited: veto → vetoed',
      'interested: introduce → introduced',
      'interested: decline → declined',
      'interested: veto → vetoed',
      'introduced: agree → agreed',
      'introduced: conclude → concluded',
      'agreed: conclude → concluded',
      'declined: accept → interested',
      'vetoed: lift_veto → suggested',
    ]);
    expect(SUGGESTION_STATES).toEqual(Object.keys(SUGGESTION_TRANSITIONS));
    expect(INTRODUCED_STATES).toEqual(['introduced', 'agreed', 'concluded']);
  });

  it('tells final outcomes from standings, and the step to each', () => {
    expect(STANDINGS.filter(isFinalOutcome)).toEqual(['awarded', 'declined', 'reserve']);
    expect(
      STANDINGS.filter(isFinalOutcome).map((outcome) =>
        nextState(PROPOSAL_TRANSITIONS, 'under_review', STEP_TO_OUTCOME[outcome]),
      ),
    ).toEqual(['awarded', 'declined', 'reserve']);
  });

  it('has no closing without a closing instant', () => {
    // an instant before 1970, which a missing one would count as past
    const now = new Date(-1000);
    expect([stateAt('open', null, now), stateAt('open', null, new Date(1000))]).toEqual(['open', 'open']);
    expect(acceptsProposals({ challengeState: 'open', closesAt: null, now })).toBe(false);
  });
});
