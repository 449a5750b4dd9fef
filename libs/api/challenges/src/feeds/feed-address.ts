import type { Config } from '@htsm/api/core';
import type { FeedQueryDto } from './feed.dto';

/** The forms in which a feed is given. */
export type FeedForm = 'atom' | 'json' | 'ics';

/** The one address of a feed: its parameters always stand in the same order. */
export function feedAddress(config: Pick<Config, 'publicUrl'>, form: FeedForm, query: FeedQueryDto): string {
  return `${config.publicUrl}/api/feeds/challenges.${form}${parametersOf(query)}`;
}

/** The page that shows the same challenges. */
export function listAddress(config: Pick<Config, 'publicUrl'>, query: FeedQueryDto): string {
  return `${config.publicUrl}/challenges${parametersOf(query)}`;
}

/** The page of a challenge. */
export function challengeAddress(config: Pick<Config, 'publicUrl'>, slug: string, lang: string): string {
  return `${config.publicUrl}/challenges/${encodeURIComponent(slug)}?lang=${lang}`;
}

function parametersOf({ q, theme = [], region = [], lang = 'nl' }: FeedQueryDto): string {
  const parameters = new URLSearchParams();
  if (q !== undefined && q !== '') parameters.append('q', q.toWellFormed());
  for (const code of [...theme].sort()) parameters.append('theme', code);
  for (const code of [...region].sort()) parameters.append('region', code);
  parameters.append('lang', lang);
  return `?${parameters.toString()}`;
}
