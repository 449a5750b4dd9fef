import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asPlainFailure, PlainFailure } from '../process/plain-failure.mjs';
import { commandFor, giveTo } from './run-as.mjs';

export const OWNER = 'htsm_owner';
export const DATABASE = 'htsm';

/**
 * Makes the cluster when there is none yet. It is made beside its final place and renamed at the end,
 * so that an interrupted first start leaves nothing that looks finished.
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {{ password: string, durable: boolean }} options
 * @returns {string} the cluster's folder
 */
export function ensureCluster(runAs, { password, durable }) {
  const clusterDir = clusterFolder(runAs.homeDir);
  if (existsSync(join(clusterDir, 'PG_VERSION'))) return clusterDir;
  const halfMade = `${clusterDir}.new`;
  for (const folder of [clusterDir, halfMade]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(halfMade, { mode: 0o700 });
  giveTo(runAs, halfMade);
  initialise(runAs, halfMade, { password, durable });
  renameSync(halfMade, clusterDir);
  return clusterDir;
}

/** @param {string} homeDir */
export function clusterFolder(homeDir) {
  return join(homeDir, 'cluster');
}

/**
 * Refuses data of another major version, which the server would refuse with a riddle.
 * @param {string} clusterDir
 * @param {number} major
 */
export function refuseOtherMajor(clusterDir, major) {
  const found = Number.parseInt(readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8'), 10);
  if (found === major) return;
  throw new PlainFailure(
    `The data in ${clusterDir} was made by Postgres ${found} and this version brings ${major}: start over with npm run reset, or go back to the version that made it.`,
  );
}

/**
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {string} clusterDir
 * @param {{ password: string, durable: boolean }} options
 */
function initialise(runAs, clusterDir, { password, durable }) {
  const passwordFile = `${clusterDir}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(runAs, passwordFile);
  try {
    const output = firstFailure(runAs, [
      '--pgdata',
      clusterDir,
      '--pwfile',
      passwordFile,
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (output) throw initdbFailure(output);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Sorting and case come from Postgres' own `C.UTF-8`, the same on every machine; the character classes that
 * `pg_trgm` and text search use come from the system, and `C` would make them skip letters with accents.
 */
const CHARACTER_CLASSES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Tries the locales in turn, because not every system has the first.
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {string[]} words
 * @returns {string | undefined} what the first attempt said when none succeeded
 */
function firstFailure(runAs, words) {
  let output;
  for (const locale of CHARACTER_CLASSES) {
    const attempt = runInitdb(runAs, [...words, `--lc-ctype=${locale}`]);
    if (attempt.status === 0) return undefined;
    output ??= attempt.error?.message ?? attempt.stderr;
  }
  return output;
}

/**
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {string[]} words
 */
function runInitdb(runAs, words) {
  const fixed = [
    '--data-checksums',
    '--encoding=UTF8',
    `--username=${OWNER}`,
    '--auth=scram-sha-256',
    '--no-instructions',
  ];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const [command, rest] = commandFor(runAs, 'initdb', [...fixed, ...locale, ...words]);
  return spawnSync(command, rest, {
    ...runAs.identity,
    encoding: 'utf8',
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  });
}

/** @param {string} output */
function initdbFailure(output) {
  const lastLine = output.trim().split('\n').at(-1);
  return asPlainFailure(output) ?? new PlainFailure(`The database could not be created: ${lastLine}`);
}
