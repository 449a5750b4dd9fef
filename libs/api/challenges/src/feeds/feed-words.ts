import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { instantInWords, oneLine, plainText, Texts } from '@htsm/api/core';
import type { FeedQueryDto } from './feed.dto';
import type { FeedRow, FeedRows } from './feeds.repository';
import { asHtml } from './as-html';

/** The sentences of feeds and calendars. */
@Injectable()
export class FeedWords {
  constructor(private readonly texts: Texts) {}

  /** The name of a feed; says what it is about when there are filters. */
  title(query: FeedQueryDto, themes: FeedRows['themes']): string {
    const { lang: locale = 'nl' } = query;
    const what = this.what(query, themes);
    const about = what === '' ? this.say(locale, 'all') : this.say(locale, 'about', { what });
    return `HTSM Challenges: ${about}`;
  }

  /** The name of a calendar. */
  calendarName(query: FeedQueryDto, themes: FeedRows['themes']): string {
    const { lang: locale = 'nl' } = query;
    const what = this.what(query, themes);
    return what === '' ? this.say(locale, 'calendar.name') : this.say(locale, 'calendar.about', { what });
  }

  /** One sentence of the catalogue. */
  say(locale: Locale, key: string, params: Readonly<Record<string, string>> = {}): string {
    return oneLine(this.texts.say(locale, `feeds.${key}`, params));
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

  private what({ q, theme = [], region = [], lang: locale = 'nl' }: FeedQueryDto, themes: FeedRows['themes']): string {
    const words = [
      ...(q === undefined || q === '' ? [] : [this.say(locale, 'search', { words: q })]),
      ...theme.map((code) => themes.get(code) ?? code),
      ...region.map((code) => this.texts.say(locale, `feeds.region.${code}`)),
    ];
    return words.join(', ');
  }
}
