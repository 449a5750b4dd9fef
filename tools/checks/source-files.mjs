import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * The workspace to check: this one, or with `--root` another one (the tests of the checks use that).
 * @returns {string}
 */
export function rootToCheck() {
  const { values } = parseArgs({ options: { root: { type: 'string' } }, strict: false });
  return typeof values.root === 'string' ? values.root : join(import.meta.dirname, '../..');
}

/**
 * The files of our own code with one of these endings, sorted, relative to the root.
 * @param {string} root
 * @param {RegExp} pattern
 */
export function sourceFiles(root, pattern) {
  return ['apps', 'libs']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules/') && pattern.test(path))
    .sort();
}
