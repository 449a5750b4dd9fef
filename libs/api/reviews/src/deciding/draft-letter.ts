import { criterionMeans, judgeProposal, roundScore, type CriterionMean, type Locale } from '@htsm/domain';
import type { Texts } from '@htsm/api/core';
import type { JudgedCriterionDto } from '../dto/judged-challenge.dto';
import type { DecidingProposal, ReasonToWrite } from './decisions.repository';

/** What a letter is drafted from; the titles of the criteria are in the reader's language. */
export interface LetterInput {
  readonly language: Locale;
  readonly criteria: readonly JudgedCriterionDto[];
  readonly proposal: DecidingProposal;
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Longest reason that an answer can hold. */
const MAX_REASON = 8000;

/**
 * Drafts the general part: thanks, how many read it, the strongest and the weakest criterion, and minimums that were not
 * reached. Empty when nothing was scored, or when something is written already.
 */
export function draftSummary(texts: Texts, { language, criteria, proposal }: LetterInput): string {
  if (proposal.summary.trim() !== '' || proposal.reviews.length === 0) return '';
  const say = wordsIn(texts, language);
  const scoreOf = (mean: number): string =>
    roundScore(mean, 1).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const means = criterionMeans(criteria, proposal.reviews).flatMap((one) => {
    const criterion = criteria.find(({ id }) => id === one.criterionId);
    return criterion === undefined || one.mean === null ? [] : [{ ...one, mean: one.mean, criterion }];
  });
  const sorted = means.toSorted((one, other) => other.mean - one.mean);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const sentences = [say('thanks'), texts.count(language, 'letter.read', proposal.reviews.length)];
  if (best && worst && roundScore(best.mean, 1) > roundScore(worst.mean, 1)) {
    sentences.push(say('strongest', { criterion: best.criterion.title, score: scoreOf(best.mean) }));
    sentences.push(say('weakest', { criterion: worst.criterion.title, score: scoreOf(worst.mean) }));
  }
  for (const { criterion } of means.filter(({ isBelowMinimum }) => isBelowMinimum)) {
    sentences.push(say('belowMinimum', { criterion: criterion.title, minimum: criterion.knockOutMinimum ?? 0 }));
  }
  return sentences.join(' ');
}

/**
 * Drafts a reason for every criterion that has none: what the reviewers wrote, the most favourable first, with their names
 * left out. Reviewers are told that the proposer reads this after the decision.
 */
export function draftReasons(texts: Texts, { language, criteria, proposal }: LetterInput): ReasonToWrite[] {
  const written = new Map(proposal.reasons.map((reason) => [reason.criterionId, reason.text.trim()]));
  const say = wordsIn(texts, language);
  const { criteria: means } = judgeProposal(criteria, proposal);
  return criteria.flatMap(({ id }) => {
    if ((written.get(id) ?? '') !== '') return [];
    const text = saidOf(proposal, id, say('aReviewer')) || unscored(proposal, means, id, say);
    return text === '' ? [] : [{ criterionId: id, text: text.slice(0, MAX_REASON) }];
  });
}

function saidOf(proposal: DecidingProposal, criterionId: string, aReviewer: string): string {
  const names = proposal.reviews.map((review) => review.reviewerName);
  const said = proposal.reviews
    .flatMap((review) => review.scores)
    .filter((score) => score.criterionId === criterionId && score.reason.trim() !== '')
    .toSorted((one, other) => (other.score ?? -1) - (one.score ?? -1) || (one.reason < other.reason ? -1 : 1))
    .map((score) => names.reduce((text, name) => text.replaceAll(name, aReviewer), score.reason.trim()));
  return [...new Set(said)].join('\n\n');
}

function unscored(proposal: DecidingProposal, means: readonly CriterionMean[], criterionId: string, say: Say): string {
  const isScored = means.some((one) => one.criterionId === criterionId && one.mean !== null);
  return proposal.reviews.length > 0 && !isScored ? say('notApplicable') : '';
}

function wordsIn(texts: Texts, language: Locale): Say {
  return (key, params) => texts.say(language, `letter.${key}`, params);
}
