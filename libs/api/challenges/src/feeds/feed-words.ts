import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Texts, instantInWords } from '@htsm/api/core';
import type { FeedQueryDto } from './feed.dto';
import type { FeedRow } from './feeds.repository';
import { asHtml, oneLine, plainText } from './feed-text';

/** The sentences of feeds and calendars. */
@Injectable()
export class FeedWords {
  constructor(private readonly texts: Texts) {}

  /** The name of a feed; says what it is about when there are filters. */
  title(query: FeedQueryDto, locale: Locale): string {
    const what = this.what(query, locale);
    const about = what === '' ? this.say(locale, 'all') : this.say(locale, 'about', { what });
    return `HTSM Challenges: ${about}`;
  }

  /** The name of a calendar. */
  calendarName(query: FeedQueryDto, locale: Locale): string {
    const what = this.what(query, locale);
    return what === '' ? this.say(locale, 'calendar.name') : this.say(locale, 'calendar.about', { what });
  }

  /** One sentence of the catalogue. */
  say(locale: Locale, key: string, params: Readonly<Record<string, string>> = {}): string {
    return oneLine(this.texts.say(locale, `feeds.${key}`, params));
  }

  /** The word for a theme. */
  theme(locale: Locale, code: string): string {
    return this.texts.say(locale, `feeds.theme.${code}`);
  }

  /** What a challenge is about and until when, as HTML. */
  html(row: FeedRow, locale: Locale): string {
    return this.paragraphs(row, locale)
      .map((paragraph) => `<p>${asHtml(paragraph)}</p>`)
      .join('');
  }

  /** The same as plain text. */
  text(row: FeedRow, locale: Locale): string {
    return plainText(this.paragraphs(row, locale).join('\n\n'));
  }

  private paragraphs(row: FeedRow, locale: Locale): string[] {
    const euros = row.budgetEur === null ? '' : new Intl.NumberFormat(locale).format(row.budgetEur);
    return [
      row.summary,
      this.say(locale, 'owner', { name: row.ownerName }),
      ...(euros === '' ? [] : [this.say(locale, 'budget', { euros })]),
      this.say(locale, 'closes', { moment: instantInWords(new Date(row.closesAt), locale) }),
    ];
  }

  private what({ q, theme = [], region = [] }: FeedQueryDto, locale: Locale): string {
    const words = [
      ...(q === undefined || q === '' ? [] : [this.say(locale, 'search', { words: q })]),
      ...theme.map((code) => this.theme(locale, code)),
      ...region.map((code) => this.texts.say(locale, `feeds.region.${code}`)),
    ];
    return words.join(', ');
  }
}
