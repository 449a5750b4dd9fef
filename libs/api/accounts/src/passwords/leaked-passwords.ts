import { plainLetters } from '@htsm/domain';
import list from './leaked-passwords.json' with { type: 'json' };

/** Passwords that leaked, the commonest first, in lower case, of four characters and more. */
const LEAKED: ReadonlySet<string> = new Set(list);

/** How many figures and signs around a leaked password still make it one. */
const DRESS = 8;
/** Shortest leaked password that counts when it is dressed up, and when two stand in a row. */
const CORE = 6;
const PART = 4;

/** Whether a password leaked: as it is, with figures and signs around it, or as two leaked ones in a row. */
export function isLeaked(password: string): boolean {
  const plain = password.toLowerCase();
  return [plain, plainLetters(plain)].some((text) => LEAKED.has(text) || isDressed(text) || isPair(text));
}

function isDressed(text: string): boolean {
  const core = text.replace(/^[\W\d_]{0,8}/, '').replace(/[\W\d_]{0,8}$/, '');
  const isShortOf = text.length - core.length <= DRESS;
  return core.length >= CORE && isShortOf && (LEAKED.has(core) || LEAKED.has(plainLetters(core)));
}

function isPair(text: string): boolean {
  const bare = text.replace(/[\W_]/g, '');
  const places = Array.from({ length: Math.max(0, bare.length - 2 * PART + 1) }, (_, place) => place + PART);
  return places.some((place) => LEAKED.has(bare.slice(0, place)) && LEAKED.has(bare.slice(place)));
}
