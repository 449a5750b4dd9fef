import {
  type AnswersOwedDto,
  type LateReviewerDto,
  type TaskforceBoardDto,
  type ToAssignDto,
  type ToModerateDto,
} from '@htsm/contracts';
import { type PluralFunction, type TextFunction } from '@htsm/web/core';
import { type Formats, type Tone } from '@htsm/web/ui';

/** The four kinds of work, in the order of the life of a challenge. */
export type LaneName = 'moderate' | 'assign' | 'late' | 'answer';

/** What a lane needs to speak: words, formats, and the server's time in milliseconds. */
export interface LaneWords {
  readonly t: TextFunction;
  readonly plural: PluralFunction;
  readonly formats: Formats;
  readonly now: number;
}

/** One piece of work, as the board shows it. */
export interface LaneItem {
  readonly key: string;
  readonly title: string;
  /** Page where the work is done. */
  readonly path: readonly string[];
  readonly detail: string;
  readonly tone: Tone;
  readonly pill: string;
  /** The late task for which a reminder can go out; null when the page itself is the next step. */
  readonly reminder: Reminder | null;
}

/** A reminder that can be sent. */
export interface Reminder {
  readonly assignmentId: string;
  readonly reviewerName: string;
  /** Why it cannot go out now; empty when it can. */
  readonly blocked: string;
}

/** One column of the board. */
export interface Lane {
  readonly name: LaneName;
  readonly count: number;
  /** A few words below the name of the column. */
  readonly note: string;
  readonly items: readonly LaneItem[];
  /** Whether the API shows only the most urgent part. */
  readonly isCut: boolean;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Items that the API gives at most per lane. */
const LANE_LIMIT = 10;
/** Hours in which nobody is reminded twice. */
const REMINDER_PAUSE = 20;
/** A challenge that waits this many days for moderation asks for attention. */
const LONG_WAIT = 3;
/** A promised decision asks for attention from this many days before. */
const SOON = 7;

/** Gives the four columns in their fixed order; each keeps the API's order, the most urgent first. */
export function boardLanes(board: TaskforceBoardDto, words: LaneWords): Lane[] {
  const { t, plural } = words;
  const { toModerate, toAssign, lateReviews, answersOwed } = board;
  const lane = <Item>(
    name: LaneName,
    part: { count: number; items: readonly Item[] },
    toItem: (item: Item, words: LaneWords) => LaneItem,
  ): Lane => ({
    name,
    count: part.count,
    note: t('taskforce.lane.note.' + name),
    items: part.items.map((item) => toItem(item, words)),
    isCut: part.items.length === LANE_LIMIT,
  });
  return [
    lane('moderate', toModerate, moderationItem),
    lane('assign', toAssign, assignItem),
    { ...lane('late', lateReviews, lateItem), note: plural('taskforce.lane.reviewers', lateReviews.reviewers) },
    lane('answer', answersOwed, answerItem),
  ];
}

function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY));
}

function challengePath(challengeId: string, ...page: readonly string[]): string[] {
  return ['/taskforce/challenges', challengeId, ...page];
}

function moderationItem(item: ToModerateDto, { t, plural, now }: LaneWords): LaneItem {
  const days = daysSince(item.since, now);
  return {
    key: item.challengeId,
    title: item.title,
    path: challengePath(item.challengeId),
    detail: item.ownerName,
    tone: days >= LONG_WAIT ? 'act' : 'still',
    pill: days === 0 ? t('taskforce.lane.today') : plural('taskforce.lane.waits', days),
    reminder: null,
  };
}

function assignItem(item: ToAssignDto, words: LaneWords): LaneItem {
  return {
    key: item.challengeId,
    title: item.title,
    path: challengePath(item.challengeId, 'assign'),
    detail: words.plural('taskforce.lane.proposals', item.proposals, { owner: item.ownerName }),
    ...promise(item.decisionDueAt, words),
    reminder: null,
  };
}

function lateItem(item: LateReviewerDto, { t, plural, formats, now }: LaneWords): LaneItem {
  const days = daysSince(item.oldestDueAt, now);
  const progress = t('taskforce.lane.done', { n: item.submitted, total: item.total, title: item.challengeTitle });
  const isPaused = item.remindedAt !== null && now - Date.parse(item.remindedAt) < REMINDER_PAUSE * HOUR;
  const reminded =
    item.remindedAt === null ? '' : t('taskforce.lane.reminded', { moment: formats.moment(item.remindedAt) });
  return {
    key: item.assignmentId,
    title: item.reviewerName,
    path: challengePath(item.challengeId, 'assign'),
    detail: [progress, reminded].filter((text) => text !== '').join(' '),
    tone: 'stop',
    pill: days === 0 ? t('taskforce.lane.lateToday') : plural('taskforce.lane.late', days),
    reminder: {
      assignmentId: item.assignmentId,
      reviewerName: item.reviewerName,
      blocked: isPaused ? t('taskforce.lane.remindLater') : '',
    },
  };
}

function answerItem(item: AnswersOwedDto, words: LaneWords): LaneItem {
  const { t } = words;
  return {
    key: item.challengeId,
    title: item.title,
    path: challengePath(item.challengeId, 'answers'),
    detail:
      item.unfinished === 0
        ? t('taskforce.lane.ready', { total: item.total })
        : t('taskforce.lane.unfinished', { n: item.unfinished, total: item.total }),
    ...promise(item.decisionDueAt, words),
    reminder: null,
  };
}

/** What was promised about the decision, and how pressing that is. */
function promise(dueAt: string | null, { t, formats, now }: LaneWords): Pick<LaneItem, 'tone' | 'pill'> {
  if (dueAt === null) return { tone: 'still', pill: t('taskforce.lane.noPromise') };
  const day = dayWithoutThisYear(dueAt, formats, now);
  const left = Date.parse(dueAt) - now;
  if (left < 0) return { tone: 'stop', pill: t('taskforce.lane.broken', { day }) };
  return { tone: left < SOON * DAY ? 'act' : 'still', pill: t('taskforce.lane.promised', { day }) };
}

/** A short date; the year only when it is another one, so that pill and button fit on one line. */
function dayWithoutThisYear(instant: string, formats: Formats, now: number): string {
  const thisYear = formats.shortDate(new Date(now).toISOString()).slice(-5);
  const day = formats.shortDate(instant);
  return day.endsWith(thisYear) ? day.slice(0, -thisYear.length) : day;
}
