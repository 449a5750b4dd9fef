/** `npm run trust`: the long proofs, each with its figure beside its bar. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { duration } from './process/progress.mjs';
import { readWords } from './start/command-words.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { ROOT } from './start/settings.mjs';
import { TestDatabase } from './test/test-database.mjs';

/**
 * One proof: a file of `tools/trust` that exports these four.
 * @typedef {object} Proof
 * @property {string} name for --only
 * @property {string} title what it proves
 * @property {string} bar the figure it must reach, in words
 * @property {() => Promise<{ figure: string, ok: boolean }>} run what it measured, and whether that reaches the bar
 */

/** @typedef {{ name: string, what: string, bar: string, figure: string, ok: string }} Line */

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  const proofs = await readProofs();
  const words = readWords({ only: { type: 'string' } }, help(proofs));
  if (!words) return 0;
  return runProofs(chooseProofs(proofs, words.only));
});

/** Every proof, by name; files of the folder that are no proof are helpers. */
async function readProofs() {
  const folder = join(ROOT, 'tools', 'trust');
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const modules = await Promise.all(files.sort().map((file) => import(pathToFileURL(join(folder, file)).href)));
  return /** @type {Proof[]} */ (modules.filter((module) => module.name && typeof module.run === 'function'));
}

/** @param {Proof[]} proofs */
function help(proofs) {
  const width = Math.max(...proofs.map(({ name }) => name.length));
  return `
Runs the long proofs one after another and prints each figure beside its bar; exit code 1 when one misses.

${proofs.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`).join('\n')}

  npm run trust                       all of them; takes long
  npm run trust -- --only ${proofs[0]?.name ?? 'name'}     some of them, separated by commas

TEST_DATABASE_URL names a Postgres to use (as superuser); without it an embedded one runs meanwhile.
`;
}

/**
 * @param {Proof[]} proofs
 * @param {string | undefined} only
 */
function chooseProofs(proofs, only) {
  if (only === undefined) return proofs;
  const wanted = only.split(',').map((name) => name.trim());
  const known = proofs.map(({ name }) => name);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new PlainFailure(`There is no proof "${unknown}": choose from ${known.join(', ')}.`, 2);
  return proofs.filter(({ name }) => wanted.includes(name));
}

/** @param {Proof[]} proofs */
async function runProofs(proofs) {
  const database = new TestDatabase();
  const lines = /** @type {Line[]} */ ([]);
  process.env['TEST_DATABASE_URL'] = await database.url();
  try {
    for (const proof of proofs) lines.push(await runProof(proof));
  } finally {
    await database.stop();
  }
  print([{ name: 'name', what: 'what', bar: 'bar', figure: 'figure', ok: 'ok' }, ...lines]);
  return lines.every(({ ok }) => ok === 'yes') ? 0 : 1;
}

/** @param {Proof} proof */
async function runProof({ name, title, bar, run }) {
  const startedAt = Date.now();
  console.log(`▸ ${name}: ${title}`);
  const { figure, ok } = await run().catch((fault) => {
    console.error(fault);
    return { figure: `it could not run: ${String(fault).split('\n', 1)[0]}`, ok: false };
  });
  console.log(`  ${figure}  ${duration(startedAt)}`);
  return { name, what: title, bar, figure, ok: ok ? 'yes' : 'NO' };
}

/** @param {Line[]} lines */
function print(lines) {
  const columns = /** @type {const} */ (['name', 'what', 'bar', 'figure', 'ok']);
  const widths = columns.map((column) => Math.max(...lines.map((line) => line[column].length)));
  const row = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head, ...rest] = lines.map((line) => row(columns.map((column) => line[column])));
  console.log([``, head, row(widths.map((width) => '-'.repeat(width))), ...rest].join('\n'));
}
