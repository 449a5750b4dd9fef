import { criterionMeans, isFinalOutcome, roundScore } from '@htsm/domain';
import type { FieldFault } from '@htsm/api/core';
import type { AnswerDto, AnswerReasonDto } from '../dto/answers.dto';
import type { JudgedCriterionDto } from '../dto/judged-challenge.dto';
import type { DecidingProposal, ReasonToWrite } from './decisions.repository';

/** Gives the rounded mean of each criterion over the reviews that are in. */
export function roundedMeans(
  criteria: readonly JudgedCriterionDto[],
  proposal: DecidingProposal,
): { criterionId: string; mean: number | null }[] {
  return criterionMeans(criteria, proposal.reviews).map(({ criterionId, mean }) => ({
    criterionId,
    mean: mean === null ? null : roundScore(mean),
  }));
}

/** Shows the answer with what it still lacks. */
export function toAnswer(criteria: readonly JudgedCriterionDto[], proposal: DecidingProposal): AnswerDto {
  const reasons = reasonsInOrder(criteria, proposal);
  return {
    proposalId: proposal.id,
    number: proposal.number,
    title: proposal.title,
    organisationName: proposal.organisationName,
    outcome: proposal.outcome,
    version: proposal.version,
    summary: proposal.summary,
    reasons,
    hasOutcome: isFinalOutcome(proposal.outcome),
    missingCriterionIds: reasons.filter((reason) => reason.text.trim() === '').map((reason) => reason.criterionId),
    missingReviews: Math.max(0, proposal.expectedReviews - proposal.reviews.length),
    isHiddenFromMe: proposal.isHiddenFromMe,
    releasedAt: proposal.releasedAt,
  };
}

/** Drafts a reason from the reviewers' own words, for every criterion that has none; what was typed stays. */
export function draftedReasons(criteria: readonly JudgedCriterionDto[], proposal: DecidingProposal): ReasonToWrite[] {
  return reasonsInOrder(criteria, proposal).flatMap(({ criterionId, text }) => {
    if (text.trim() !== '') return [];
    const said = proposal.reviews
      .flatMap((review) => review.scores)
      .filter((score) => score.criterionId === criterionId && score.reason.trim() !== '')
      .map((score) => score.reason.trim());
    const draft = [...new Set(said)].join('\n\n').slice(0, 8000);
    return draft === '' ? [] : [{ criterionId, text: draft }];
  });
}

/** Names everything that keeps the answers from being released; paths are `proposals.<id>.…`. */
export function releaseFaults(
  criteria: readonly JudgedCriterionDto[],
  proposals: readonly DecidingProposal[],
): FieldFault[] {
  const titles = new Map(criteria.map((criterion) => [criterion.id, criterion.title]));
  return proposals.flatMap((proposal): FieldFault[] => {
    const answer = toAnswer(criteria, proposal);
    const params = { number: answer.number, title: answer.title };
    const outcome = answer.hasOutcome
      ? []
      : [{ path: `proposals.${proposal.id}.outcome`, code: 'outcome_missing', params }];
    const reasons = answer.missingCriterionIds.map((id) => ({
      path: `proposals.${proposal.id}.reasons.${id}`,
      code: 'answer_reason_missing',
      params: { ...params, criterion: titles.get(id) ?? '' },
    }));
    return [...outcome, ...reasons];
  });
}

function reasonsInOrder(criteria: readonly JudgedCriterionDto[], proposal: DecidingProposal): AnswerReasonDto[] {
  const texts = new Map(proposal.reasons.map((reason) => [reason.criterionId, reason.text]));
  return roundedMeans(criteria, proposal).map(({ criterionId, mean }) => ({
    criterionId,
    text: texts.get(criterionId) ?? '',
    meanScore: mean,
  }));
}
