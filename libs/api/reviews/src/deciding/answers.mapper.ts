import { criterionMeans, isFinalOutcome, roundScore } from '@htsm/domain';
import type { FieldFault } from '@htsm/api/core';
import type { AnswerDto, AnswerReasonDto, PreviewedAnswerDto } from '../dto/answers.dto';
import type { JudgedCriterionDto } from '../dto/judged-challenge.dto';
import type { JudgedChallenge } from '../reading/judged-challenges.repository';
import type { AnswerFigures, DecidingProposal } from './decisions.repository';

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
    language: proposal.language,
    isHiddenFromMe: proposal.isHiddenFromMe,
    releasedAt: proposal.releasedAt,
    question: proposal.question,
  };
}

/** Shows the answer as its proposer would read it now. */
export function toPreviewedAnswer(
  challenge: JudgedChallenge,
  proposal: DecidingProposal,
  figures: AnswerFigures,
): PreviewedAnswerDto {
  const texts = new Map(proposal.reasons.map((reason) => [reason.criterionId, reason.text]));
  return {
    proposalId: proposal.id,
    challengeTitle: challenge.title,
    challengeSlug: challenge.slug,
    outcome: proposal.outcome,
    summary: proposal.summary,
    meanScore: figures.mean,
    fieldMedian: figures.fieldMedian,
    reviewCount: figures.reviewCount,
    reasons: challenge.criteria.map(({ id, title, weight }) => {
      const scored = figures.criteria.find(({ criterionId }) => criterionId === id);
      return {
        criterionId: id,
        title,
        weight,
        meanScore: scored?.mean ?? null,
        lowest: scored?.lowest ?? null,
        highest: scored?.highest ?? null,
        fieldMedian: scored?.fieldMedian ?? null,
        text: texts.get(id) ?? '',
      };
    }),
  };
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
