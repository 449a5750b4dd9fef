import { Feed } from 'feed';
import { type Config, oneLine, plainText } from '@htsm/api/core';
import { challengeAddress, feedAddress, listAddress } from './feed-address';
import type { FeedQueryDto } from './feed.dto';
import { asHtml } from './as-html';
import type { FeedWords } from './feed-words';
import type { FeedRows } from './feeds.repository';

/** What a feed is made of. */
export interface FeedParts {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly words: FeedWords;
  readonly query: FeedQueryDto;
  readonly content: FeedRows;
}

/** Writes Atom (RFC 4287). An entry keeps its id, in both languages, whatever changes. */
export function atomFeed({ config, words, query, content }: FeedParts): string {
  const { lang = 'nl' } = query;
  const self = feedAddress(config, 'atom', query);
  const feed = new Feed({
    id: self,
    title: oneLine(words.title(query, content.themes)),
    description: words.say(lang, 'subtitle'),
    link: listAddress(config, query),
    feed: self,
    updated: newestOf(content),
    generator: 'HTSM Challenges',
    author: { name: 'Taskforce HTSM Noord-Nederland', link: `${config.publicUrl}/` },
  });
  for (const row of content.rows) {
    feed.addItem({
      id: `urn:uuid:${row.id}`,
      title: asHtml(oneLine(row.title)),
      link: challengeAddress(config, row.slug, lang),
      date: new Date(row.changedAt),
      published: new Date(row.openedAt),
      description: asHtml(row.summary),
      content: words.html(row, lang),
      author: [{ name: plainText(row.ownerName) }],
      category: row.themes.map((code) => ({ name: asAttribute(content.themes.get(code) ?? code), term: code })),
    });
  }
  return feed.atom1();
}

/** The library leaves this one sign as it is in attributes, where XML forbids it. */
function asAttribute(text: string): string {
  return oneLine(text).replaceAll('<', '‹');
}

/** The newest change of what is shown; an empty feed changed when the last challenge left it. */
function newestOf({ rows, changedAt }: FeedRows): Date {
  const times = rows.map((row) => Date.parse(row.changedAt));
  return times.length === 0 ? changedAt : new Date(Math.max(...times));
}
