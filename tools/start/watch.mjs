import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { duration } from '../process/progress.mjs';
import { ROOT } from './settings.mjs';

/** What the API has loaded into memory; the browser's files it reads anew at every request. */
const LOADED = ['dist/apps/api', 'dist/apps/web/server'];

const LOOK_EVERY_MS = 400;

/**
 * Calls `restart` after a build changed what the API has loaded, once the build has been quiet for a moment.
 * Looks at dates instead of asking the system to tell: that works on every file system and across renames.
 * @param {import('./platform.mjs').Platform} platform
 * @param {() => Promise<void>} restart
 */
export function watchOutputs(platform, restart) {
  let known = newestChange();
  let seen = known;
  let isBusy = false;
  const look = async () => {
    const newest = newestChange();
    const isQuiet = newest === seen;
    seen = newest;
    if (isBusy || !isQuiet || newest === known || newest === '') return;
    known = newest;
    isBusy = true;
    await report(restart);
    isBusy = false;
  };
  const timer = setInterval(() => void (platform.isStopping ? clearInterval(timer) : look()), LOOK_EVERY_MS);
}

/**
 * A failed restart is told and waited out: the next save is likely to mend it.
 * @param {() => Promise<void>} restart
 */
async function report(restart) {
  const startedAt = Date.now();
  try {
    await restart();
    console.log(`  ✓ ready  ${duration(startedAt)}`);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
  }
}

/** The files that are loaded, with their dates, as one comparable text; empty while a build empties its folder. */
function newestChange() {
  try {
    return LOADED.flatMap((folder) => datesBelow(join(ROOT, folder))).join('\n');
  } catch {
    return '';
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function datesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).map((path) => `${path} ${statSync(path).mtimeMs}`);
}
