import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../start/settings.mjs';

/** Tests do not change what is built. */
const TESTS = /\.(spec|test)\.[cm]?ts$/;

/**
 * A fingerprint of all files that go into a build.
 * @param {string[]} sources files and folders, relative to the root
 * @param {RegExp} [foreign] paths that do not go into it
 */
export function fingerprint(sources, foreign) {
  const hash = createHash('sha256');
  const files = sources.flatMap((path) => filesBelow(path)).filter((path) => !foreign?.test(path) && !TESTS.test(path));
  for (const path of files.sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} path relative to the root
 * @returns {string[]} files, relative to the root
 */
function filesBelow(path) {
  const absolute = join(ROOT, path);
  if (!existsSync(absolute)) return [];
  const entries = readdirOrFile(absolute);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}

/** @param {string} path */
function readdirOrFile(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault).code === 'ENOTDIR') return undefined;
    throw fault;
  }
}
