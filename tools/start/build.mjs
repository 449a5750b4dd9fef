import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../build/fingerprint.mjs';
import { describeEnding, lastLines } from '../process/children.mjs';
import { asPlainFailure, PlainFailure } from '../process/plain-failure.mjs';
import { ROOT } from './settings.mjs';

/**
 * One of the two things that are built.
 * @typedef {object} Build
 * @property {'api' | 'web'} name
 * @property {string} title
 * @property {string[]} words the program, relative to the root, and its arguments
 * @property {string[]} sources files and folders whose change makes it stale
 * @property {string[]} outputs what must be there afterwards
 */

const SHARED_SOURCES = ['libs', 'package-lock.json', 'tsconfig.base.json'];

/** @type {Build[]} */
export const BUILDS = [
  {
    name: 'api',
    title: 'Building the API and the worker',
    words: ['node_modules/.bin/vite', 'build', '-c', 'apps/api/vite.config.mjs'],
    sources: ['apps/api', 'tsconfig.api.json', ...SHARED_SOURCES],
    outputs: [
      'dist/apps/api/main.js',
      'dist/apps/api/worker.js',
      'dist/apps/api/cli.js',
      'dist/apps/api/mail-carrier.js',
      'dist/apps/api/assignment-thread.js',
      'dist/apps/api/paper-thread.js',
      'dist/apps/api/timetable-thread.js',
      'dist/apps/api/matcher.js',
    ],
  },
  {
    name: 'web',
    title: 'Building the web application',
    words: ['node_modules/.bin/nx', 'build', 'web'],
    sources: ['apps/web', 'tools/build', 'tools/verify-receipt.mjs', 'tsconfig.web.json', 'nx.json', ...SHARED_SOURCES],
    outputs: ['dist/apps/web/browser', 'dist/apps/web/server'],
  },
];

/** What watch mode runs instead. The web bundle alone: what `build` does after it waits for an end that never comes. */
export const WATCH_WORDS = {
  api: ['node_modules/.bin/vite', 'build', '-c', 'apps/api/vite.config.mjs', '--watch'],
  web: ['node_modules/.bin/nx', 'bundle', 'web', '--configuration=development', '--watch'],
};

/** Folders of the other half, which do not go into a build. Catalogues of texts do: both halves read them all. */
const FOREIGN = { api: /^libs\/web\/(?!.*\/i18n\/)/, web: /^libs\/api\/(?!.*\/i18n\/)/ };

/**
 * Whether the sources or the outputs changed since the last build.
 * @param {Build} build
 */
export function isStale(build) {
  const stamp = stampFile(build);
  if (!build.outputs.every((path) => existsSync(join(ROOT, path)))) return true;
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOf(build);
}

/** @param {Build} build */
function stampFile({ name }) {
  return join(ROOT, 'dist', `.stamp-${name}`);
}

/** @param {Build} build */
function hashOf({ name, sources }) {
  return fingerprint(sources, FOREIGN[name]);
}

/**
 * Removes what was built, for watch mode: its first result can then be waited for.
 * @param {Build} build
 */
export function forgetOutputs(build) {
  rmSync(stampFile(build), { force: true });
  for (const path of build.outputs) rmSync(join(ROOT, path), { recursive: true, force: true });
}

/**
 * The environment of the build tools: no background service, no cloud, no questions.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function buildEnvironment(environment = process.env) {
  const rest = { ...environment };
  delete rest['NODE_ENV']; // the tools choose their own mode
  return { ...rest, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NG_CLI_ANALYTICS: 'false' };
}

/**
 * How the build tool is started. By its full path, so that an orphan can be recognised as ours.
 * @param {Build} build
 */
export function buildPlan({ title, words: [program = '', ...words] }) {
  const script = realpathSync(join(ROOT, program));
  return { name: title, command: process.execPath, words: [script, ...words], cwd: ROOT, env: buildEnvironment() };
}

/**
 * Builds and remembers from which sources.
 * @param {import('../process/children.mjs').Children} children
 * @param {Build} build
 * @param {string} [logFile] the output goes to the screen without it
 */
export async function runBuild(children, build, logFile) {
  rmSync(stampFile(build), { force: true });
  const stamp = hashOf(build); // before building: a change meanwhile makes it stale
  const ending = await children.run({ ...buildPlan(build), ...(logFile ? { logFile, freshLog: true } : {}) });
  if (ending.code !== 0) throw buildFailure(build, describeEnding(ending), logFile);
  const missing = build.outputs.find((path) => !existsSync(join(ROOT, path)));
  if (missing) throw buildFailure(build, `${missing} was not made`, logFile);
  mkdirSync(dirname(stampFile(build)), { recursive: true });
  writeFileSync(stampFile(build), stamp);
}

/**
 * @param {Build} build
 * @param {string} reason
 * @param {string} [logFile]
 */
function buildFailure(build, reason, logFile) {
  const output = lastLines(logFile, 25);
  const where = logFile ? `\nThe whole output is in ${logFile}.` : '';
  return asPlainFailure(output) ?? new PlainFailure(`${output}\n\n${build.title} failed (${reason}).${where}`.trim());
}
