import { Inject, Injectable } from '@nestjs/common';
import { ANONYMOUS, CONFIG, Database, type Config, type PublicAnswer, type Tx } from '@htsm/api/core';
import type { ListQuestion } from '../public/public-list.repository';
import { readSearch } from '../public/search-words';
import { embedCard } from '../embed/embed-card';
import { atomFeed } from './atom-feed';
import { calendarFeed } from './calendar-feed';
import { feedAddress } from './feed-address';
import type { FeedLanguageDto, FeedQueryDto } from './feed.dto';
import { FeedWords } from './feed-words';
import { FeedsRepository, type FeedRows } from './feeds.repository';
import { jsonFeed } from './json-feed';

/** How long a cache may give a feed without asking, in seconds. */
const MAX_AGE_S = 300;

/** What everyone may follow from outside: public fields of challenges that are open, or were. */
@Injectable()
export class Feeds {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: FeedsRepository,
    private readonly words: FeedWords,
  ) {}

  /** Open challenges as Atom, the newest first, at most fifty. */
  async atom(query: FeedQueryDto): Promise<PublicAnswer> {
    const content = await this.read((tx) => this.repository.newest(tx, question(query)));
    return answer('application/atom+xml; charset=utf-8', content, atomFeed({ ...this.parts(content), query }));
  }

  /** The same as JSON Feed. */
  async json(query: FeedQueryDto): Promise<PublicAnswer> {
    const content = await this.read((tx) => this.repository.newest(tx, question(query)));
    return answer('application/feed+json; charset=utf-8', content, jsonFeed({ ...this.parts(content), query }));
  }

  /** Closings as a calendar to subscribe to. */
  async calendar(query: FeedQueryDto): Promise<PublicAnswer> {
    const locale = query.lang ?? 'nl';
    const content = await this.read((tx) => this.repository.deadlines(tx, question(query)));
    const name = this.words.calendarName(query, content.themes);
    const source = feedAddress(this.config, 'ics', query);
    return answer(CALENDAR, content, calendarFeed({ ...this.parts(content), locale, name, source }));
  }

  /** The closing of one challenge, to put into a calendar; throws NotFound when it is not public. */
  async deadlineOf(slug: string, { lang = 'nl' }: FeedLanguageDto): Promise<PublicAnswer> {
    const content = await this.read((tx) => this.repository.deadlineOf(tx, slug, lang));
    const name = this.words.say(lang, 'calendar.one');
    return answer(CALENDAR, content, calendarFeed({ ...this.parts(content), locale: lang, name, source: null }));
  }

  /** One challenge as a page for a frame of another site; throws NotFound when it is not public. */
  async cardOf(slug: string, { lang = 'nl' }: FeedLanguageDto): Promise<PublicAnswer> {
    const content = await this.read((tx) => this.repository.deadlineOf(tx, slug, lang));
    const body = content.rows.map((row) => embedCard({ ...this.parts(content), row, locale: lang })).join('');
    return answer('text/html; charset=utf-8', content, body);
  }

  private read(work: (tx: Tx) => Promise<FeedRows>): Promise<FeedRows> {
    return this.database.as(ANONYMOUS, work);
  }

  private parts(content: FeedRows): { config: Config; words: FeedWords; content: FeedRows } {
    return { config: this.config, words: this.words, content };
  }
}

const CALENDAR = 'text/calendar; charset=utf-8';

function answer(type: string, { changedAt }: FeedRows, body: string): PublicAnswer {
  return { type, body, changedAt, maxAgeS: MAX_AGE_S };
}

function question({ q, theme = [], region = [], lang = 'nl' }: FeedQueryDto): ListQuestion {
  return {
    locale: lang,
    search: readSearch(q),
    mode: 'text',
    themes: theme,
    regions: region,
    states: ['open'],
    sort: 'newest',
    after: null,
  };
}
