/** `npm run --silent assign`: assigns reviewers to proposals from a file, with the engine of the platform. */
import { writeFileSync } from 'node:fs';
import { bundleDomain } from './build/bundle-domain.mjs';
import { readJsonFile } from './files/read-json-file.mjs';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { readWords } from './start/command-words.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { ROOT } from './start/settings.mjs';

const HELP = `
Assigns k reviewers to every proposal: the highest total affinity, or nearly so with a fair floor.

  npm run --silent assign -- --instance in.json --out out.json

in.json   { "k": 3, "mode": "sum" | "fair", "defaultAffinity": 0 | null,
            "proposals": [{ "id": "p1" }], "reviewers": [{ "id": "r1", "minLoad": 0, "maxLoad": 33 }],
            "affinity": [["p1", "r1", 0.42]], "conflicts": [["p1", "r2"]], "fixed": [["p1", "r3"]] }
out.json  { "assignments": [["p1", "r1"]], "total": 0, "floor": 0, "floorBound": 0, "solveMs": 0, "unfilled": [] }

defaultAffinity is that of pairs that are not listed; with null such a pair may not be assigned. Where not every rule can be
kept, exit code 2 and a sentence that begins with the rule to relax; out.json then holds the most that can be assigned, and
"unfilled" names the proposal of each empty place. A file that is not as above: exit code 2 and a sentence with the field.
`;

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  const words = readWords(/** @type {const} */ ({ instance: { type: 'string' }, out: { type: 'string' } }), HELP);
  if (!words) return 0;
  for (const name of ['instance', 'out'])
    if (words[name] === undefined)
      throw new PlainFailure(`Name a file with --${name}; --help shows what is possible.`, 2);
  await assign(words);
  return 0;
});

/** @param {{ instance: string, out: string }} words */
async function assign({ instance, out }) {
  const { assignReviewers, explainShortage, InstanceFault, readInstance } = await import(
    await bundleDomain('assignment/command.ts', 'assignment-engine')
  );
  const loadSolver = async () => (await import('highs')).default();
  const refuse = (/** @type {Error} */ fault) => {
    throw fault instanceof InstanceFault ? new PlainFailure(fault.message, 2) : fault;
  };
  const read = async () => assignReviewers(readInstance(readJsonFile(instance)), { loadSolver });
  const { result, shortage } = await read().catch(refuse);
  write(out, result);
  if (shortage !== null) throw new PlainFailure(explainShortage(shortage), 2);
}

/**
 * @param {string} file
 * @param {object} result
 */
function write(file, result) {
  try {
    writeFileSync(file, `${JSON.stringify(result)}\n`);
  } catch (fault) {
    throw new PlainFailure(`${file} cannot be written: ${/** @type {Error} */ (fault).message}.`, 2);
  }
}
