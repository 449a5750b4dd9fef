import type { Locale } from '@htsm/domain';
import { writeSheet, type Cell, type Texts } from '@htsm/api/core';
import type { JudgedCriterionDto } from '../dto/judged-challenge.dto';
import type { RankedProposalDto } from '../dto/ranking.dto';
import type { GivenScoreRow } from './ranking.repository';

/** The words of the files in the reader's language. */
type Say = (key: string) => string;

const RANKING_HEAD = [
  ...['place', 'best', 'worst', 'number', 'proposal', 'organisation', 'city', 'mean', 'adjusted', 'adjustedPlace'],
  ...['median', 'spread', 'reviews', 'missing', 'knockedOut', 'outcome'],
];
const SCORES_HEAD = [
  'number',
  'proposal',
  'reviewer',
  'criterion',
  'weight',
  'score',
  'notApplicable',
  'reason',
  'confidence',
  'remark',
];

/** Writes a line for each proposal, as the page shows them, with the mean of every criterion at the end. */
export function rankingFile(
  texts: Texts,
  locale: Locale,
  criteria: readonly JudgedCriterionDto[],
  items: readonly RankedProposalDto[],
): string {
  const say = wordsIn(texts, locale);
  const head = [...RANKING_HEAD.map(say), ...criteria.map(({ title }) => title)];
  return writeSheet(
    locale,
    head,
    items.map((item) => rankingLine(say, item)),
  );
}

/** Writes a line for each score that the reader may see, by proposal, reviewer and criterion. */
export function scoresFile(texts: Texts, locale: Locale, rows: readonly GivenScoreRow[]): string {
  const say = wordsIn(texts, locale);
  return writeSheet(
    locale,
    SCORES_HEAD.map(say),
    rows.map((row): Cell[] => [
      row.number,
      row.title,
      row.reviewerName,
      row.criterion,
      row.weight,
      row.score,
      say(row.isNotApplicable ? 'yes' : 'no'),
      row.reason,
      row.confidence === null ? null : say(`confidences.${row.confidence}`),
      row.remark,
    ]),
  );
}

function rankingLine(say: Say, item: RankedProposalDto): Cell[] {
  const known = [item.place, item.interval?.best ?? null, item.interval?.worst ?? null];
  const proposal = [item.number, item.title, item.organisationName, item.organisationCity];
  const outcome = say(`outcomes.${item.outcome}`);
  const figures = [item.mean, item.adjusted, item.adjustedPlace, item.median, item.spread];
  if (item.isHiddenFromMe) return [...known, ...proposal, ...figures, say('hidden'), null, null, outcome];
  return [
    ...known,
    ...proposal,
    ...figures,
    item.reviewCount,
    item.missingReviews,
    say(item.isKnockedOut ? 'yes' : 'no'),
    outcome,
    ...item.criteria.map(({ mean }) => mean),
  ];
}

function wordsIn(texts: Texts, locale: Locale): Say {
  return (key) => texts.say(locale, `rankingFile.${key}`);
}
