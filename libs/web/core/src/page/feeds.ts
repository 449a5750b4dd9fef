import { inject } from '@angular/core';
import { Language } from '../language/language';
import { injectText } from '../language/texts';
import { type PageFeed } from './page-meta';

/** What a feed follows; all open challenges when nothing is chosen. */
export interface FeedChoice {
  readonly q?: string;
  readonly theme?: readonly string[];
  readonly region?: readonly string[];
}

const forms = [
  { end: 'atom', type: 'application/atom+xml' },
  { end: 'json', type: 'application/feed+json' },
  { end: 'ics', type: 'text/calendar' },
] as const;

/** Gives the feeds of a choice in the reader's language: Atom, JSON Feed and the calendar of closings, in this order. */
export function injectFeeds(): (choice?: FeedChoice) => PageFeed[] {
  const language = inject(Language);
  const t = injectText();
  return (choice = {}) =>
    forms.map(({ end, type }) => ({
      type,
      title: t(`core.feeds.${end}`),
      href: `/api/feeds/challenges.${end}?${parameters(choice, language.current())}`,
    }));
}

function parameters({ q = '', theme = [], region = [] }: FeedChoice, lang: string): string {
  const found = new URLSearchParams();
  if (q.trim() !== '') found.append('q', q.trim());
  for (const code of theme) found.append('theme', code);
  for (const code of region) found.append('region', code);
  found.append('lang', lang);
  return found.toString();
}
