import { type SuggestionState } from '@htsm/domain';
import { type CandidateDto } from '@htsm/contracts';
import { type Tone } from '@htsm/web/ui';

/** How each state looks, in the order of a life on the board. */
export const SUGGESTION_TONES: Readonly<Record<SuggestionState, Tone>> = {
  suggested: 'still',
  invited: 'wait',
  interested: 'act',
  introduced: 'live',
  agreed: 'good',
  concluded: 'done',
  declined: 'stop',
  vetoed: 'stop',
};

/** The states of the board, in order. */
export const BOARD_STATES = Object.keys(SUGGESTION_TONES) as SuggestionState[]; // the object's type has exactly these keys

/** One line of the counts. */
export interface StateCount {
  readonly state: SuggestionState;
  readonly count: number;
  /** Of the largest count, in percent. */
  readonly share: number;
}

/** Counts the candidates by state, in order, zeros too. */
export function countStates(items: readonly CandidateDto[]): StateCount[] {
  const counts = BOARD_STATES.map((state) => ({ state, count: items.filter((item) => item.state === state).length }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return counts.map((one) => ({ ...one, share: Math.round((one.count / most) * 100) }));
}

/** Gives the candidates in a state, or all, with these letters in their name. */
export function chooseCandidates(
  items: readonly CandidateDto[],
  state: SuggestionState | null,
  letters: string,
): CandidateDto[] {
  const wanted = letters.trim().toLocaleLowerCase();
  return items.filter(
    (item) => (state === null || item.state === state) && item.organisationName.toLocaleLowerCase().includes(wanted),
  );
}
