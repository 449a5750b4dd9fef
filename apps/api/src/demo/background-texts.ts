import { analyseText, openReader } from '@htsm/domain/matching';
import type { Locale } from '@htsm/domain';
import { challenges } from './content/challenges/all-challenges';
import { organisations } from './content/organisations/all-organisations';
import { profiles } from './content/profiles/all-profiles';
import { proposals } from './content/proposals/all-proposals';

type Text = readonly [text: string, locale: Locale];

/** Terms in fewer texts than this are as rare as the index says. */
const FEWEST = 3;
/** A shorter text is a title or an empty field. */
const SHORTEST = 60;

/** Counts the terms of everything that the people of the demo write: how common they are in texts of the trade. */
export function countBackground(): { texts: number; byCount: Record<string, string> } {
  const reader = openReader();
  const counts = new Map<string, number>();
  const texts = [...everything()].filter(([text]) => text.length >= SHORTEST);
  for (const [text, locale] of texts)
    for (const term of analyseText(text, locale, reader).terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= FEWEST).sort(([a], [b]) => (a < b ? -1 : 1));
  const byCount = Object.entries(Object.groupBy(common, ([, count]) => String(count)));
  return {
    texts: texts.length,
    byCount: Object.fromEntries(byCount.map(([count, terms = []]) => [count, terms.map(([term]) => term).join('|')])),
  };
}

function* everything(): Generator<Text> {
  for (const { profileNl, profileEn } of organisations) yield* bothOf(profileNl, profileEn);
  for (const { documents } of profiles)
    for (const [, title, , text, locale = 'nl'] of documents) yield [`${title}\n${text}`, locale];
  for (const { text } of challenges) {
    yield* bothOf(text.summaryNl, text.summaryEn);
    yield* bothOf(text.problemNl, text.problemEn);
    yield* bothOf(text.contextNl, text.contextEn);
    yield* bothOf(text.successNl, text.successEn);
  }
  for (const { summary, approach, planning } of proposals)
    for (const text of [summary, approach, planning]) yield [text, 'nl'];
}

function* bothOf(nl = '', en = ''): Generator<Text> {
  yield [nl.replace(/<[^<>]*>/g, ' '), 'nl'];
  yield [en.replace(/<[^<>]*>/g, ' '), 'en'];
}
