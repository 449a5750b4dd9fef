import { oneLine } from '@htsm/api/core';
import { challengeAddress, feedAddress, listAddress } from './feed-address';
import type { FeedParts } from './atom-feed';

/** Writes JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed({ config, words, query, content }: FeedParts): string {
  const { lang = 'nl' } = query;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(words.title(query, content.themes)),
    description: words.say(lang, 'subtitle'),
    home_page_url: listAddress(config, query),
    feed_url: feedAddress(config, 'json', query),
    language: lang,
    authors: [{ name: 'Taskforce HTSM Noord-Nederland', url: `${config.publicUrl}/` }],
    items: content.rows.map((row) => ({
      id: `urn:uuid:${row.id}`,
      url: challengeAddress(config, row.slug, lang),
      title: oneLine(row.title),
      summary: oneLine(row.summary),
      content_html: words.html(row, lang),
      content_text: words.text(row, lang),
      date_published: row.openedAt,
      date_modified: row.changedAt,
      authors: [{ name: oneLine(row.ownerName) }],
      tags: row.themes.map((code) => content.themes.get(code) ?? code),
      language: row.language,
    })),
  });
}
