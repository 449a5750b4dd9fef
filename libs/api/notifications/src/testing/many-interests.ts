import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@htsm/api/core/testing';
import { builtInTaxonomy } from '@htsm/domain/themes';
import { makeOpenChallenges } from './subscribers.factory';

/** Words of no language, so that nobody but these challenges and searches has them. */
const WORDS = ['qualvox', 'trimbolt', 'zanderplex', 'mogwurf', 'hexnoord'];
const REGIONS = ['groningen', 'friesland', 'drenthe', 'elsewhere'];
/** Of this many subscribers one has a search for words, and one wants everything besides. */
const WITH_WORDS = 3;
const WITH_EVERYTHING = 10;

interface Interest {
  readonly themes: readonly string[];
  readonly regions: readonly string[];
  readonly words: string;
}

interface Told extends Interest {
  readonly email: string;
}

/** Subscribers with overlapping interests, challenges, and who is to hear of what: worked out apart from the product. */
export class ManyInterests {
  private readonly tops = topThemes();
  private readonly wishes: Told[] = [];
  private readonly challenges: { slug: string; theme: string; region: string; word: string }[] = [];

  constructor(private readonly database: TestDatabase) {}

  /** Adds confirmed subscribers with two or three interests each, at once, in one statement. */
  async addSubscribers(count: number): Promise<void> {
    const rows = Array.from({ length: count }, (_, n) => ({ id: randomUUID(), n, interests: this.interestsOf(n) }));
    for (const { n, interests } of rows) for (const one of interests) this.wishes.push({ ...one, email: emailOf(n) });
    await this.database.asOwner(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g (id uuid, n int, interests jsonb)),
       readers AS (
         INSERT INTO subscription (id, email, locale, state, confirmed_at)
         SELECT id, 'reader' || n || '@example.nl', CASE WHEN n % 2 = 0 THEN 'nl' ELSE 'en' END, 'active', htsm_now() FROM given)
       INSERT INTO interest (subscription_id, name, themes, regions, words, frequency, confirmed_at)
       SELECT g.id, 'Keuze ' || i.at, ARRAY(SELECT jsonb_array_elements_text(i.one -> 'themes')),
         ARRAY(SELECT jsonb_array_elements_text(i.one -> 'regions')), i.one ->> 'words', 'at_once', htsm_now()
       FROM given g, jsonb_array_elements(g.interests) WITH ORDINALITY AS i (one, at)`,
      [JSON.stringify(rows)],
    );
  }

  /** Opens challenges, each with a theme, a region and a word of its own, at one moment. */
  async openChallenges(count: number): Promise<void> {
    const made = Array.from({ length: count }, (_, n) => ({
      slug: `challenge-${n}`,
      theme: pick(this.tops, n * 5),
      region: pick(REGIONS, n),
      word: pick(WORDS, n),
    }));
    await makeOpenChallenges(
      this.database,
      made.map(({ slug, theme, region }) => ({ slug, themes: [theme], region, state: 'draft' })),
    );
    for (const { slug, word } of made) {
      await this.database.asOwner(`UPDATE challenge SET problem_nl = $2 WHERE slug = $1`, [
        slug,
        `<p>De ${word} lekt.</p>`,
      ]);
    }
    await this.database.asOwner(`UPDATE challenge SET state = 'open' WHERE state = 'draft'`);
    this.challenges.push(...made);
  }

  /** Gives `address slug` of everything that is to be told, once each, in order. */
  expected(): string[] {
    const told = new Set<string>();
    for (const { email, themes, regions, words } of this.wishes) {
      for (const { slug, theme, region, word } of this.challenges) {
        const isTheme = themes.length === 0 || themes.includes(theme);
        const isRegion = regions.length === 0 || regions.includes(region);
        if (isTheme && isRegion && (words === '' || words === word)) told.add(`${email} ${slug}`);
      }
    }
    return [...told].sort();
  }

  /** Gives `address slug` of everything in the outbox, as often as it stands there, in order. */
  async queued(): Promise<string[]> {
    const rows = await this.database.asOwner<{ line: string }>(
      `SELECT to_email || ' ' || (item ->> 'slug') AS line FROM mail_outbox, jsonb_array_elements(variables -> 'items') AS item WHERE kind = 'digest'`,
    );
    return rows.map(({ line }) => line).sort();
  }

  private interestsOf(n: number): Interest[] {
    const themed = { themes: [pick(this.tops, n), pick(this.tops, n + 3)], regions: [], words: '' };
    const nearby = { themes: [], regions: [pick(REGIONS, n)], words: '' };
    const searched = { themes: [], regions: [], words: pick(WORDS, n) };
    return [
      themed,
      ...(n % WITH_EVERYTHING === 0 ? [{ themes: [], regions: [], words: '' }] : []),
      n % WITH_WORDS === 0 ? searched : nearby,
    ];
  }
}

function topThemes(): string[] {
  return builtInTaxonomy().flatMap(({ scheme, code, broader }) => (scheme === 'theme' && broader === '' ? [code] : []));
}

function pick(list: readonly string[], n: number): string {
  return list[n % list.length] ?? '';
}

function emailOf(n: number): string {
  return `reader${n}@example.nl`;
}
