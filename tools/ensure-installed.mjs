/**
 * Installs the npm packages when they are missing or differ from package-lock.json. Runs before every command,
 * under whatever Node the machine has (20 or newer), so it may use nothing but Node itself.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asPlainFailure, PlainFailure, runCommand } from './process/plain-failure.mjs';
import { step } from './process/progress.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Whether node_modules holds what package-lock.json asks for. Contents are compared, not dates: a fresh
 * checkout or a switched branch gives the lock file a new date without changing it.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  const isPresent = Object.entries(wanted).every(
    ([path, entry]) => path === '' || isDispensable(entry) || found[path]?.version === entry.version,
  );
  return isPresent && Object.entries(found).every(([path, entry]) => wanted[path]?.version === entry.version);
}

/** @typedef {{ version?: string, optional?: boolean, peer?: boolean, link?: boolean, extraneous?: boolean }} Entry */

/**
 * Packages for other machines, and those that npm lists without installing them.
 * @param {Entry} entry
 */
function isDispensable({ optional, peer, link, extraneous }) {
  return Boolean(optional || peer || link || extraneous);
}

/**
 * @param {string} file
 * @returns {Record<string, Entry> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined; // missing, or half written by an interrupted install
  }
}

/**
 * Installs exactly what the lock file says. `npm ci` refuses a lock file that leaves out packages for other kinds
 * of machines (npm drops those it could not get when the file was written); `npm install --no-save` then does the
 * same and leaves the lock file as it is.
 * @param {string} root
 */
async function installPackages(root) {
  const clean = await runNpm(root, ['ci']);
  return clean.status !== 0 && lacksOnlyOtherMachines(clean.output) ? runNpm(root, ['install', '--no-save']) : clean;
}

/**
 * Whether every complaint of `npm ci` is about a package without a version: one that could not be looked up.
 * @param {string} output
 */
export function lacksOnlyOtherMachines(output) {
  const complaints = output.split('\n').filter((line) => /\b(Missing|Invalid): /.test(line));
  return complaints.length > 0 && complaints.every((line) => /Missing: \S+@ from lock file/.test(line));
}

/**
 * @param {string} root
 * @param {string[]} verb
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function runNpm(root, verb) {
  const npm = process.env['npm_execpath'];
  const [command, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  // NODE_ENV=production would leave out the tools that build the application.
  const words = [
    ...verb,
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--progress=false',
  ];
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => void (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (fault) => resolve({ status: 1, output: `${output}\n${fault}` }));
    child.once('close', (status) => resolve({ status, output }));
  });
}

const REASONS = [
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET_TIMEOUT|network/i,
    'npm could not be reached: check the internet connection or the proxy, then run the command again',
  ],
  [
    /in sync|EUSAGE/,
    'package.json and package-lock.json disagree: run npm install, commit package-lock.json, then run the command again',
  ],
  [/EINTEGRITY/, 'a downloaded package was damaged: run npm cache clean --force, then run the command again'],
  [/E401|E403/, 'the package registry refused access: check the registry and its token in your .npmrc'],
  [/spawn npm ENOENT/, 'npm was not found: install Node 20 or newer together with npm'],
];

/**
 * @param {string} root
 * @param {string} output
 */
function installFailure(root, output) {
  const plain = asPlainFailure(output);
  if (plain) return plain;
  const reason = REASONS.find(([pattern]) => /** @type {RegExp} */ (pattern).test(output))?.[1];
  if (reason) return new PlainFailure(`The packages were not installed: ${reason}.`);
  const log = join(root, 'tmp', 'install.log');
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, output);
  return new PlainFailure(
    `The packages were not installed: look in ${log} for what npm says, then run the command again.`,
  );
}

/** @param {string} root */
async function main(root) {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < 20) throw new PlainFailure(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
  if (isInstalled(root)) return;
  const why = existsSync(join(root, 'node_modules')) ? 'they changed' : 'a first run takes about two minutes';
  await step(`Installing packages (${why})`, async () => {
    const { status, output } = await installPackages(root);
    if (status !== 0) throw installFailure(root, output);
  });
}

// Not import.meta.main: that came with Node 24.
if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(() => main(ROOT));
