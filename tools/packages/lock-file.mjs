import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../start/settings.mjs';

/**
 * A package as the lock file names it.
 * @typedef {object} LockedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} integrity hash of its archive, as `sha512-<base64>`
 * @property {string | null} licence as an SPDX expression; null when none is named
 * @property {boolean} isOptional whether the product runs without it, as one for another kind of machine
 * @property {boolean} isDevelopment whether only builds and tests use it
 */

/** Packages whose own description says nothing usable; read by hand. */
const READ_BY_HAND = new Map([
  ['pause', 'MIT'],
  ['png-js', 'MIT'],
  ['slick', 'MIT'],
]);

/**
 * Gives every package of the lock file once for each version, sorted by name.
 * @returns {LockedPackage[]}
 */
export function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  /** @type {Map<string, LockedPackage>} */
  const found = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '' || entry.link) continue;
    const one = read(path, entry);
    const key = `${one.name}@${one.version}`;
    found.set(key, together(one, found.get(key)));
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/**
 * @param {string} path
 * @param {Record<string, any>} entry
 * @returns {LockedPackage}
 */
function read(path, { name: alias, version, integrity = '', license, ...marks }) {
  const name = alias ?? path.replace(/^.*node_modules\//, '');
  return {
    name,
    version,
    integrity,
    licence: READ_BY_HAND.get(name) ?? license ?? licenceOf(path),
    isOptional: marks['optional'] ?? marks['devOptional'] ?? false,
    isDevelopment: marks['dev'] ?? false,
  };
}

/**
 * The same package may be there for several: what is needed anywhere is needed.
 * @param {LockedPackage} one
 * @param {LockedPackage | undefined} twin
 * @returns {LockedPackage}
 */
function together(one, twin = one) {
  return {
    ...one,
    isOptional: one.isOptional && twin.isOptional,
    isDevelopment: one.isDevelopment && twin.isDevelopment,
  };
}

/**
 * Reads the package's own description; an optional one for another kind of machine is not installed here, null then.
 * @param {string} path
 * @returns {string | null}
 */
function licenceOf(path) {
  const file = join(ROOT, path, 'package.json');
  if (!existsSync(file)) return null;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof license === 'string') return license;
  const types = /** @type {{ type: string }[] | undefined} */ (licenses)?.map(({ type }) => type).join(' OR ');
  return license?.type ?? types ?? null;
}
