/** `npm test`: every check in order, stopping at the first red one. */
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { readWords } from './start/command-words.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { ROOT } from './start/settings.mjs';

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  const { PARTS } = await import('./test/parts.mjs');
  const words = readWords({ only: { type: 'string' }, without: { type: 'string' } }, help(PARTS));
  if (!words) return 0;
  const { runParts } = await import('./test/run-parts.mjs');
  return runParts(chooseParts(PARTS, words));
});

/** @param {import('./test/parts.mjs').Part[]} parts */
function help(parts) {
  const width = Math.max(...parts.map(({ name }) => name.length));
  const list = parts.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`).join('\n');
  return `
Runs the checks in this order and stops at the first red one:

${list}

  npm test                                  all of them
  npm test -- --only lint,types             some of them
  npm test -- --without browser             all but some; npm run check is short for this one

TEST_DATABASE_URL names a Postgres to use (as superuser); without it an embedded one runs meanwhile.
`;
}

/**
 * @param {import('./test/parts.mjs').Part[]} parts
 * @param {{ only?: string, without?: string }} words
 */
function chooseParts(parts, { only, without }) {
  const wanted = only === undefined ? parts.map(({ name }) => name) : namesIn(parts, only);
  const unwanted = without === undefined ? [] : namesIn(parts, without);
  const chosen = parts.filter(({ name }) => wanted.includes(name) && !unwanted.includes(name));
  if (chosen.length === 0) throw new PlainFailure('No part is left to run: look at --only and --without.', 2);
  return chosen;
}

/**
 * @param {import('./test/parts.mjs').Part[]} parts
 * @param {string} list
 */
function namesIn(parts, list) {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const known = parts.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new PlainFailure(`There is no part "${unknown}": choose from ${known.join(', ')}.`, 2);
  return names;
}
