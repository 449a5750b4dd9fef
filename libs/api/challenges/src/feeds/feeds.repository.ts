import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { NotFound, type Tx } from '@htsm/api/core';
import type { PublicChallengeRowDto } from '../dto/public-challenge.dto';
import { Parameters, columns, instant, where, type ListQuestion } from '../public/public-list.repository';

/** Entries of a feed; whoever looks once a week misses none at tens a year. */
export const MOST_ENTRIES = 50;
/** Events of a calendar. */
export const MOST_EVENTS = 300;
/** How long a passed or cancelled closing stays in calendars, in days: long enough to be noticed. */
const DAYS_AFTERWARDS = 60;

/** A public challenge as a feed tells it. */
export type FeedRow = PublicChallengeRowDto & { readonly changedAt: string; readonly deadlineSequence: number };

/** Rows of a feed, and since when nothing in any feed is different. */
export interface FeedRows {
  readonly rows: FeedRow[];
  readonly changedAt: Date;
  /** The words for the themes of the rows and of the question. */
  readonly themes: ReadonlyMap<string, string>;
}

/** Reads the table of public fields for feeds and calendars; three statements each. */
@Injectable()
export class FeedsRepository {
  /** Open challenges, the newest first. */
  async newest(tx: Tx, question: ListQuestion): Promise<FeedRows> {
    const sql = new Parameters();
    const conditions = where(question, sql, ['text', 'states', 'themes', 'regions']).join(' AND ');
    const rows = await tx.rows<FeedRow>(
      `SELECT ${feedColumns(sql.add(question.locale))} FROM public_challenge p WHERE ${conditions}
       ORDER BY p.opened_at DESC, p.id LIMIT ${MOST_ENTRIES}`,
      sql.values,
    );
    return this.complete(tx, rows, question);
  }

  /** Closings to come, and those just passed or cancelled, the earliest first. */
  async deadlines(tx: Tx, question: ListQuestion): Promise<FeedRows> {
    const sql = new Parameters();
    const conditions = where(question, sql, ['text', 'themes', 'regions']).join(' AND ');
    const rows = await tx.rows<FeedRow>(
      `SELECT ${feedColumns(sql.add(question.locale))} FROM public_challenge p
       WHERE ${conditions} AND p.closes_at > htsm_now() - interval '${DAYS_AFTERWARDS} days'
       ORDER BY p.closes_at, p.id LIMIT ${MOST_EVENTS}`,
      sql.values,
    );
    return this.complete(tx, rows, question);
  }

  /** One challenge; throws NotFound when it is not public. */
  async deadlineOf(tx: Tx, slug: string, locale: Locale): Promise<FeedRows> {
    const row = await tx.row<FeedRow>(`SELECT ${feedColumns('$2')} FROM public_challenge p WHERE p.slug = $1`, [
      slug,
      locale,
    ]);
    if (row === null) throw new NotFound();
    return this.complete(tx, [row], { locale, themes: [] });
  }

  private async complete(
    tx: Tx,
    rows: FeedRow[],
    { locale, themes }: Pick<ListQuestion, 'locale' | 'themes'>,
  ): Promise<FeedRows> {
    const codes = new Set([...themes, ...rows.flatMap((row) => row.themes)]);
    const words = await tx.rows<{ code: string; label: string }>(
      `SELECT code, CASE $2 WHEN 'nl' THEN label_nl ELSE label_en END AS label FROM taxonomy_term
       WHERE scheme = 'theme' AND code = ANY ($1::text[])`,
      [[...codes], locale],
    );
    const labels = new Map(words.map(({ code, label }) => [code, label]));
    return { rows, changedAt: await changedAt(tx), themes: labels };
  }
}

function feedColumns(locale: string): string {
  return `${columns(locale)}, ${instant('p.changed_at')} AS "changedAt", p.deadline_sequence AS "deadlineSequence"`;
}

/** The last change of any public text, or the last closing: at that instant an open one leaves the feeds by itself. */
async function changedAt(tx: Tx): Promise<Date> {
  const row = await tx.row<{ at: Date | null }>(
    `SELECT greatest((SELECT max(changed_at) FROM public_challenge),
       (SELECT max(closes_at) FROM public_challenge WHERE closes_at <= htsm_now())) AS at`,
  );
  return row?.at ?? new Date(0);
}
