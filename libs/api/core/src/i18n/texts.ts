import type { Locale } from '@htsm/domain';

/** A tree of sentences; leaves may hold `{{name}}` placeholders. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** One room's sentences in both languages. */
export type Catalogues = Readonly<Record<Locale, Catalogue>>;

/** Fills the placeholders of a sentence, once: what a value holds is never looked into. */
export function fillText(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Gives the form of a counted sentence that fits the count. */
export function countForm(locale: Locale, n: number): 'one' | 'other' {
  return new Intl.PluralRules(locale).select(n) === 'one' ? 'one' : 'other';
}

/** The sentences of all rooms; the same key in two rooms is a mistake that stops the start. */
export class Texts {
  private readonly leaves: Record<Locale, Map<string, string>> = { nl: new Map(), en: new Map() };

  constructor(rooms: readonly Catalogues[]) {
    for (const room of rooms) {
      this.collect('nl', room.nl, '');
      this.collect('en', room.en, '');
    }
  }

  /** Gives the sentence with its placeholders filled; throws when the key is unknown. */
  say(locale: Locale, key: string, params: Readonly<Record<string, string | number>> = {}): string {
    const text = this.leaves[locale].get(key);
    if (text === undefined) throw new Error(`No text for ${key} in ${locale}`);
    return fillText(text, params);
  }

  /** Whether there is a sentence for the key, in both languages. */
  has(key: string): boolean {
    return this.leaves.nl.has(key) && this.leaves.en.has(key);
  }

  /** Gives the sentences below a key, in the order of the catalogue, without their placeholders filled. */
  below(locale: Locale, key: string): [key: string, text: string][] {
    const start = `${key}.`;
    return [...this.leaves[locale]].flatMap(([leaf, text]) =>
      leaf.startsWith(start) ? [[leaf.slice(start.length), text] as [string, string]] : [],
    );
  }

  /** Puts another text in the place of one, or adds one: for words that administrators change. */
  learn(key: string, text: Readonly<Record<Locale, string>>): void {
    this.leaves.nl.set(key, text.nl);
    this.leaves.en.set(key, text.en);
  }

  /** Gives the form of a counted sentence (`<key>.one`, `<key>.other`) that fits the count. */
  count(locale: Locale, key: string, n: number, params: Readonly<Record<string, string | number>> = {}): string {
    return this.say(locale, `${key}.${countForm(locale, n)}`, { n, ...params });
  }

  private collect(locale: Locale, catalogue: Catalogue, prefix: string): void {
    for (const [name, value] of Object.entries(catalogue)) {
      const key = prefix === '' ? name : `${prefix}.${name}`;
      if (typeof value !== 'string') {
        this.collect(locale, value, key);
        continue;
      }
      if (this.leaves[locale].has(key)) throw new Error(`Two rooms both say ${key}`);
      this.leaves[locale].set(key, value);
    }
  }
}
