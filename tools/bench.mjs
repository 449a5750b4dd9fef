/** `npm run bench`: figures of speed, each beside its bar. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { ROOT } from './start/settings.mjs';

/** @typedef {import('./trust.mjs').Proof} Bench a file of `tools/bench`, of the form that proofs have */

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  const benches = await readBenches();
  const names = readNames(benches);
  if (names === undefined) return 0;
  const wanted = benches.filter(({ name }) => names.length === 0 || names.includes(name));
  let isGood = true;
  for (const { name, title, bar, run } of wanted) {
    console.log(`▸ ${name}: ${title}`);
    const { figure, ok } = await run();
    console.log(`  ${figure}\n  bar: ${bar}: ${ok ? 'reached' : 'MISSED'}`);
    isGood &&= ok;
  }
  return isGood ? 0 : 1;
});

/** @returns {Promise<Bench[]>} by name */
async function readBenches() {
  const folder = join(ROOT, 'tools', 'bench');
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const modules = await Promise.all(files.sort().map((file) => import(pathToFileURL(join(folder, file)).href)));
  return modules.filter((module) => module.name && typeof module.run === 'function');
}

/**
 * The names that were asked for; undefined when help was.
 * @param {Bench[]} benches
 */
function readNames(benches) {
  const known = benches.map(({ name }) => name);
  const words = process.argv.slice(2);
  if (words.some((word) => word === '--help' || word === '-h')) {
    const list = benches.map(({ name, title }) => `  ${name}  ${title}`).join('\n');
    console.log(`Measures and prints each figure beside its bar; exit code 1 when one misses.\n\n${list}\n`);
    console.log('  npm run bench               all of them\n  npm run bench -- meetings   one of them');
    return undefined;
  }
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined)
    throw new PlainFailure(`There is no bench "${unknown}": choose from ${known.join(', ')}.`, 2);
  return words;
}
