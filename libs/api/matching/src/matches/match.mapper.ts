import { MATCH_TRANSITIONS, nextState, possibleSteps, type MatchState } from '@htsm/domain';
import type { MatchDto, MatchNoteDto, MatchPageDto } from '../dto/match.dto';

/** Shows a match. */
export function toMatch(row: MatchDto): MatchDto {
  return {
    id: row.id,
    state: row.state,
    agreed: row.agreed,
    introductionOn: row.introductionOn,
    nextCheckInOn: row.nextCheckInOn,
    challengeId: row.challengeId,
    challengeSlug: row.challengeSlug,
    challengeTitle: row.challengeTitle,
    ownerName: row.ownerName,
    proposalId: row.proposalId,
    proposalTitle: row.proposalTitle,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
  };
}

/** Shows a match to the taskforce, with what may follow. */
export function toMatchPage(row: MatchDto, notes: readonly MatchNoteDto[]): MatchPageDto {
  return { ...toMatch(row), nextStates: nextMatchStates(row.state), notes: [...notes] };
}

/** Gives the states that the table leads to, each once. */
export function nextMatchStates(state: MatchState): MatchState[] {
  const states = possibleSteps(MATCH_TRANSITIONS, state).map((step) => nextState(MATCH_TRANSITIONS, state, step));
  return [...new Set(states.filter((next) => next !== null))];
}
