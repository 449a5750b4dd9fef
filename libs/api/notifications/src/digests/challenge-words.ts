import { Injectable } from '@nestjs/common';
import { findWords, openReader, readMeanings, type TextMeanings, type TextReader } from '@htsm/domain/matching';
import type { FoundWord, Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { AnnouncedChallenge } from './digest.repository';

/** Challenges whose texts stay read; more are open on no platform. */
const MOST_KEPT = 2_000;

interface TextsRow {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
}

/** Reads the texts of challenges, each version once, and looks for the words of searches in them. */
@Injectable()
export class ChallengeWords {
  /** Opened when somebody first searches for words: it holds the thesaurus. */
  private reader: TextReader | null = null;
  private readonly known = new Map<string, TextMeanings>();

  /** Reads the texts of challenges that were not read yet; the searches are `find` in what it gives. */
  async read(tx: Tx, challenges: readonly AnnouncedChallenge[]): Promise<SearchedChallenges> {
    const reader = (this.reader ??= openReader());
    const unread = challenges.filter((challenge) => !this.known.has(keyOf(challenge)));
    const texts = new Map(
      (
        await readTexts(
          tx,
          unread.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    );
    if (this.known.size + unread.length > MOST_KEPT) this.known.clear();
    const meanings = new Map<string, TextMeanings>();
    for (const challenge of challenges) {
      const text = texts.get(challenge.id);
      const known = this.known.get(keyOf(challenge)) ?? readMeanings(inBoth(text), reader);
      this.known.set(keyOf(challenge), known);
      meanings.set(challenge.id, known);
    }
    return new SearchedChallenges(meanings, reader);
  }
}

/** Texts that are ready to be searched. */
export class SearchedChallenges {
  constructor(
    private readonly meanings: ReadonlyMap<string, TextMeanings>,
    private readonly reader: TextReader,
  ) {}

  /** Gives what each word of a search met in a challenge; null when one is missing. */
  find(search: string, locale: Locale, challengeId: string): FoundWord[] | null {
    const text = this.meanings.get(challengeId);
    return text === undefined ? null : findWords(search, locale, text, this.reader);
  }
}

function readTexts(tx: Tx, ids: readonly string[]): Promise<TextsRow[]> {
  const all = (locale: Locale): string =>
    `regexp_replace(concat_ws('. ', ${['title', 'summary', 'problem', 'context', 'success'].map((part) => `${part}_${locale}`).join(', ')},
       array_to_string(capabilities, '. ')), '<[^>]*>', ' ', 'g') AS ${locale}`;
  return ids.length === 0
    ? Promise.resolve([])
    : tx.rows(`SELECT id, ${all('nl')}, ${all('en')} FROM challenge WHERE id = ANY ($1)`, [ids]);
}

function inBoth(row: TextsRow | undefined): { text: string; locale: Locale }[] {
  if (row === undefined) return [];
  return [
    { text: row.nl, locale: 'nl' },
    { text: row.en, locale: 'en' },
  ];
}

function keyOf({ id, version }: AnnouncedChallenge): string {
  return `${id} ${version}`;
}
