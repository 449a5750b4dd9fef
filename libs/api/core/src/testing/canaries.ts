import { randomInt } from 'node:crypto';

/** Whether somebody may read a secret; null is whoever is not signed in. */
export type MayRead = (readerId: string | null) => boolean;

interface Secret {
  readonly what: string;
  readonly mayRead: MayRead;
}

const LETTERS = 'bcdfghjklmnpqrstvwxz';
const START = 'zq';
/** Everything that can be a secret: a planted word or number, an id, a hash. */
const CANDIDATES = new RegExp(
  `${START}[${LETTERS}]{12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|(?<!\\d)1\\d{9}(?!\\d)`,
  'g',
);
const ENCODED = /[\w+/-]{24,}/g;

/**
 * Words that nobody would write by chance, one in each confidential field of a test's world. Whatever leaves the API is
 * looked through for words that its reader may not read.
 */
export class Canaries {
  private readonly secrets = new Map<string, Secret>();

  /** What happens when a secret is seen by the wrong eyes; a test may collect instead. */
  onLeak: (leak: string) => void = (leak) => {
    throw new Error(leak);
  };

  get isEmpty(): boolean {
    return this.secrets.size === 0;
  }

  /** Makes a new word for a field; it survives mark-up, addresses and file names. */
  plant(what: string, mayRead: MayRead): string {
    const word = START + Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    return this.adopt(word, what, mayRead);
  }

  /** Like `plant`, a whole number of ten digits that fits an integer column. */
  plantNumber(what: string, mayRead: MayRead): number {
    return Number(this.adopt(String(randomInt(1_000_000_000, 1_999_999_999)), what, mayRead));
  }

  /** Takes something unique that exists, an id or a hash, for a secret too; gives it back. */
  adopt(value: string, what: string, mayRead: MayRead): string {
    this.secrets.set(value, { what, mayRead });
    return value;
  }

  /** Lists the secrets in a text that the reader may not read and did not say; also in what is encoded in base64. */
  leaksTo(readerId: string | null, text: string, said = ''): string[] {
    const known = this.candidates(said);
    const seen = [...this.candidates(text)].filter((value) => !known.has(value));
    return seen.flatMap((value) => {
      const secret = this.secrets.get(value);
      return secret === undefined || secret.mayRead(readerId) ? [] : [`${secret.what} (${value})`];
    });
  }

  /** Looks through a text for any secret at all, for places that nobody may write them to. */
  secretsIn(text: string): string[] {
    return [...this.candidates(text)].flatMap((value) => {
      const secret = this.secrets.get(value);
      return secret === undefined || !value.startsWith(START) ? [] : [`${secret.what} (${value})`];
    });
  }

  private candidates(text: string): Set<string> {
    const decoded = (text.match(ENCODED) ?? []).map((part) => Buffer.from(part, 'base64').toString('latin1'));
    return new Set([text, ...decoded].flatMap((layer) => layer.toLowerCase().match(CANDIDATES) ?? []));
  }
}
