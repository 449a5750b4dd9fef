import type { Locale } from '@htsm/domain';
import type { Cell, Sheet, Texts } from '@htsm/api/core';
import type { JudgedCriterionDto } from '../dto/judged-challenge.dto';
import type { RankedProposalDto } from '../dto/ranking.dto';
import type { GivenScoreRow, TaskRow } from './ranking.repository';

/** The words of the files in the reader's language. */
export type Say = (key: string) => string;

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

const TASKS_HEAD = ['number', 'proposal', 'reviewer', 'task', 'due', 'handedIn', 'reminders'];

/** Gives a line for each proposal, as the page shows them, with the mean of every criterion at the end. */
export function rankingSheet(
  say: Say,
  criteria: readonly JudgedCriterionDto[],
  items: readonly RankedProposalDto[],
): Sheet {
  return {
    name: say('sheets.ranking'),
    head: [...RANKING_HEAD.map(say), ...criteria.map(({ title }) => title)],
    rows: items.map((item) => rankingLine(say, item)),
  };
}

/** Gives a line for each score, by proposal, reviewer and criterion. */
export function scoresSheet(say: Say, scores: readonly GivenScoreRow[]): Sheet {
  return {
    name: say('sheets.scores'),
    head: SCORES_HEAD.map(say),
    rows: scores.map((row): Cell[] => [
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
  };
}

/** Gives a line for each task of a reviewer. */
export function tasksSheet(say: Say, tasks: readonly TaskRow[]): Sheet {
  return {
    name: say('sheets.tasks'),
    head: TASKS_HEAD.map(say),
    rows: tasks.map((row): Cell[] => [
      row.number,
      row.title,
      row.reviewerName,
      say(`taskStates.${row.state}`),
      row.dueAt,
      row.submittedAt,
      row.reminders,
    ]),
  };
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

/** Gives the words of the files in a language. */
export function wordsIn(texts: Texts, locale: Locale): Say {
  return (key) => texts.say(locale, `rankingFile.${key}`);
}
