import { COMMON_PASSWORDS, COMMON_STEMS } from './common-passwords';

/** Shortest password, in characters (NIST SP 800-63B: length counts, composition rules do not). */
export const PASSWORD_MIN = 12;
/** Longest password, in characters; long enough for any passphrase, short enough to hash at once. */
export const PASSWORD_MAX = 128;

/** What an attacker knows of somebody: a password may not be built on it. */
export interface PasswordContext {
  readonly name?: string;
  readonly email?: string;
  readonly organisationNames?: readonly string[];
}

/** Why a password is refused; a stable code, the sentence is in the catalogues. */
export type PasswordFault =
  'password_short' | 'password_long' | 'password_common' | 'password_repeated' | 'password_row' | 'password_personal';

/** Gives the first reason to refuse a password, or null when it may be used. */
export function passwordFault(password: string, context: PasswordContext): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return 'password_short';
  if (length > PASSWORD_MAX) return 'password_long';
  if (isCommon(password)) return 'password_common';
  if (isRepeated(password)) return 'password_repeated';
  if (isRow(password)) return 'password_row';
  return isPersonal(password, context) ? 'password_personal' : null;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** On the list as it is, or a listed word dressed up with figures and signs ("Welkom2024!!"). */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(plainLetters(plain))) return true;
  const bare = lettersOnly(plain);
  const undressed = lettersOnly(plainLetters(plain.replace(/^[\W\d_]+|[\W\d_]+$/g, '')));
  return bare === '' ? false : isMadeOf(bare, COMMON_STEMS) || isMadeOf(undressed, COMMON_STEMS);
}

/** At most three different characters, or one short piece over and over ("abcabcabcabc"). */
function isRepeated(password: string): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size <= 3) return true;
  return [2, 3, 4, 5, 6].some((length) => {
    const piece = plain.slice(0, length);
    return plain === piece.repeat(Math.ceil(plain.length / length)).slice(0, plain.length);
  });
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  '!@#$%^&*()',
];
const COLUMNS = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', 'zaq1', 'xsw2', 'cde3', 'vfr4'];
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))]
  .flatMap((row) => piecesOf(row, 4))
  .concat(COLUMNS);

/** Neighbours on the keyboard, in the alphabet or in counting cover all but a few characters. */
function isRow(password: string): boolean {
  const plain = password.toLowerCase();
  const covered = new Array<boolean>(plain.length).fill(false);
  for (const run of RUNS) {
    for (let at = plain.indexOf(run); at !== -1; at = plain.indexOf(run, at + 1)) {
      covered.fill(true, at, at + run.length);
    }
  }
  return covered.filter((isCovered) => !isCovered).length < 5;
}

/** What is left without the person's own words is shorter than six characters. */
function isPersonal(password: string, context: PasswordContext): boolean {
  const words = contextWords(context);
  const plain = unaccented(password);
  return [plain, plainLetters(plain)].some((text) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
    return rest !== text && rest.replace(/[\W\d_]/g, '').length < 6;
  });
}

/** Own words of at least three letters, longest first, so that a part never hides the whole. */
function contextWords(context: PasswordContext): string[] {
  const texts = [
    context.name ?? '',
    context.email ?? '',
    ...(context.organisationNames ?? []),
    'htsm challenges noord nederland',
  ];
  const words = texts.flatMap((text) => {
    const plain = unaccented(text);
    return [plain.replace(/[^a-z0-9]/g, ''), ...plain.split(/[^a-z0-9]+/)];
  });
  return [...new Set(words)].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
}

function isMadeOf(text: string, stems: ReadonlySet<string>): boolean {
  if (text === '' || stems.has(text)) return true;
  for (let length = Math.min(text.length, 16); length >= 3; length -= 1) {
    if (stems.has(text.slice(0, length)) && isMadeOf(text.slice(length), stems)) return true;
  }
  return false;
}

function piecesOf(row: string, length: number): string[] {
  return Array.from({ length: row.length - length + 1 }, (_, start) => row.slice(start, start + length));
}

/** Turns figures and signs that look like letters into those letters (“p4ssw0rd”). */
export function plainLetters(text: string): string {
  return [...text].map((letter) => LOOKALIKES[letter] ?? letter).join('');
}

function lettersOnly(text: string): string {
  return text.replace(/[^a-z]/g, '');
}

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
