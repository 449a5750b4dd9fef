/** Fails when a planted bug no longer fits its file: what it breaks must stand there exactly once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLANTED_BUGS, withBug } from '../trust/planted-bugs.mjs';
import { report } from './report.mjs';
import { rootToCheck } from './source-files.mjs';

const root = rootToCheck();
const names = PLANTED_BUGS.map(({ name }) => name);

report(`${PLANTED_BUGS.length} planted bugs fit the code.`, [
  ...PLANTED_BUGS.flatMap(misfit),
  ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `Two bugs are called “${name}”`),
]);

/** @param {import('../trust/planted-bugs.mjs').PlantedBug} bug */
function misfit(bug) {
  try {
    withBug(readFileSync(join(root, bug.file), 'utf8'), bug);
    return [];
  } catch (fault) {
    return [/** @type {Error} */ (fault).message];
  }
}
