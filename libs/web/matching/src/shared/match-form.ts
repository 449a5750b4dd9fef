import {
  type ChangeMatchDto,
  constraints,
  type MatchDto,
  type MatchPageDto,
  type RecordMatchDto,
} from '@htsm/contracts';
import { type MatchState } from '@htsm/domain';

/** What can be filled in about a match; a day is an empty text when there is none. */
export interface MatchForm {
  readonly state: MatchState;
  readonly agreed: string;
  readonly introductionOn: string;
  readonly nextCheckInOn: string;
}

const limits = constraints['RecordMatchDto'];

/** The agreed text must be there; the days may stay empty. */
export const matchLimits = {
  agreed: limits.agreed,
  introductionOn: { format: limits.introductionOn.format },
  nextCheckInOn: { format: limits.nextCheckInOn.format },
};

/** A form for a match that is not recorded yet. */
export const emptyMatch: MatchForm = { state: 'planned', agreed: '', introductionOn: '', nextCheckInOn: '' };

/** Fills the form from what the server has. */
export function toForm(match: MatchDto): MatchForm {
  return {
    state: match.state,
    agreed: match.agreed,
    introductionOn: match.introductionOn ?? '',
    nextCheckInOn: match.nextCheckInOn ?? '',
  };
}

/** Makes what the server takes to record a match. */
export function toRecord(form: MatchForm, proposalId: string): RecordMatchDto {
  return { proposalId, agreed: form.agreed.trim(), ...daysOf(form) };
}

/** Makes what the server takes to change a match. */
export function toChange(form: MatchForm, version: number): ChangeMatchDto {
  return { version, state: form.state, agreed: form.agreed.trim(), ...daysOf(form) };
}

/**
 * Puts what the reader changed on top of what a colleague saved: a field that the reader left alone becomes theirs, and
 * so does a state that can no longer follow.
 */
export function mergeOnto(theirs: MatchPageDto, base: MatchForm, mine: MatchForm): MatchForm {
  const other = toForm(theirs);
  const isPossible = mine.state !== base.state && theirs.nextStates.includes(mine.state);
  return {
    state: isPossible ? mine.state : other.state,
    agreed: mine.agreed === base.agreed ? other.agreed : mine.agreed,
    introductionOn: mine.introductionOn === base.introductionOn ? other.introductionOn : mine.introductionOn,
    nextCheckInOn: mine.nextCheckInOn === base.nextCheckInOn ? other.nextCheckInOn : mine.nextCheckInOn,
  };
}

function daysOf(form: MatchForm): Pick<RecordMatchDto, 'introductionOn' | 'nextCheckInOn'> {
  return { introductionOn: form.introductionOn || null, nextCheckInOn: form.nextCheckInOn || null };
}
