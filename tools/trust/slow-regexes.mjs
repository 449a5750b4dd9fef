import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { sourceFiles } from '../checks/source-files.mjs';
import { ROOT } from '../start/settings.mjs';

export const name = 'slow-regexes';
export const title = 'Every regular expression of ours against 50 kB of what it likes least';
export const bar = '0 that take more than linear time';

/** Length of the texts. */
const LENGTH = 50_000;
/** What no expression may need for one of them, in milliseconds of a processor that others use too. */
const MOST_MS = 150;
const TIMEOUT_MS = 2_000;
/** Characters and beginnings that our expressions look for, to be repeated. */
const PUMPS = [
  ...[
    'a',
    '0',
    ' ',
    '\t',
    '\n',
    '.',
    '-',
    '_',
    '/',
    '\\',
    '"',
    "'",
    '<',
    '>',
    '(',
    '[',
    '{',
    '*',
    '@',
    ':',
    ';',
    ',',
    '=',
  ],
  ...[
    'é',
    '\u0000',
    '\u202e',
    '%',
    '&',
    '#',
    '|',
    '+',
    '\r\n',
    ' \n',
    'a ',
    '0.',
    'a.',
    'a-',
    '-a',
    'a@',
    '**a',
    '[a](',
    '- ',
  ],
  ...['<a ', '<script', '<!--', '</', '{{', '{{a}}', 'https://', '"a",', '1a', 'a1', '999\n0\n', '&lt;', '&amp;'],
];
const ENDS = ['', '!', '\n!', 'a', '\u0000'];

/** Finds the expressions by reading the code, each with its place. */
export function ownRegexes(root = ROOT) {
  return sourceFiles(root, /\.(ts|mjs)$/)
    .filter((path) => !/\.(spec|e2e)\.ts$|generated/.test(path))
    .flatMap((path) => regexesOf(path, readFileSync(join(root, path), 'utf8')));
}

/** @param {string} path @param {string} text */
function regexesOf(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = /** @type {{ place: string, source: string, flags: string }[]} */ ([]);
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${path}:${line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Texts that make backtracking expressions slow: one beginning, one thing over and over, and an end that spoils it. */
function* texts(/** @type {string} */ source, step = 1) {
  let n = 0;
  for (const text of allTexts(source)) if (n++ % step === 0) yield text();
}

/** Each is made only when it is wanted: 50 kB a piece. */
function* allTexts(/** @type {string} */ source) {
  // what the expression itself names is what it looks for
  const own = [...new Set(source.match(/[A-Za-z0-9]{2,12}/g) ?? [])].slice(0, 6);
  for (const pump of [...PUMPS, ...own]) {
    const body = () => pump.repeat(Math.ceil(LENGTH / pump.length)).slice(0, LENGTH);
    for (const end of ENDS) yield () => body() + end;
    for (const start of own.slice(0, 3)) yield () => start + body();
  }
}

/**
 * Gives the slowest time of one expression, in milliseconds; the timeout when it does not end.
 * @param {{ source: string, flags: string }} regex
 * @param {number} step takes only every so many of the texts
 */
export function slowest({ source, flags }, step = 1) {
  const context = createContext({ source, flags, text: '' });
  runInContext('re = new RegExp(source, flags.includes("g") ? flags : flags + "g")', context);
  let worst = 0;
  for (const text of texts(source, step)) {
    context['text'] = text;
    const startedAt = performance.now();
    try {
      runInContext('text.replace(re, "")', context, { timeout: TIMEOUT_MS });
    } catch {
      return TIMEOUT_MS;
    }
    worst = Math.max(worst, performance.now() - startedAt);
  }
  return worst;
}

/** Lists the expressions that are slow, and says how many there are. */
export function slowRegexes(step = 1) {
  const regexes = ownRegexes();
  // a busy processor makes one measurement slow, not three
  const slow = regexes.filter((regex) => [1, 2, 3].every(() => slowest(regex, step) > MOST_MS));
  return { count: regexes.length, slow: slow.map(({ place, source }) => `${place} /${source}/`) };
}

export async function run() {
  const { count, slow } = slowRegexes();
  for (const one of slow) console.error(`  slow: ${one}`);
  return { figure: `${slow.length} slow of ${count}`, ok: slow.length === 0 && count > 100 };
}
