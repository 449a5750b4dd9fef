import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PlainFailure } from '../process/plain-failure.mjs';

/**
 * How Postgres programs are run here: which folder holds them, where the cluster lives,
 * what goes before the command and which user it runs as.
 * @typedef {object} RunAs
 * @property {'directly' | 'user namespace' | 'other user'} way
 * @property {string} nativeDir
 * @property {string} homeDir the folder in which the cluster is made
 * @property {string[]} prefix words before the command
 * @property {{ uid?: number, gid?: number }} identity
 */

/**
 * Chooses how to run Postgres, which refuses to run as root or as a user without an account. An ordinary user:
 * directly. Otherwise in a user namespace where we look like an ordinary user, which also works in folders that
 * only root can read. Namespaces forbidden (many containers): as another user, from folders it can reach.
 * @param {{ nativeDir: string, dataDir: string, forced?: string }} where `forced` names a way, for tests
 * @returns {RunAs}
 */
export function chooseRunAs({ nativeDir, dataDir, forced = process.env['HTSM_POSTGRES_RUN_AS'] }) {
  const plain = { nativeDir, homeDir: dataDir, identity: {} };
  const directly = /** @type {RunAs} */ ({ ...plain, way: 'directly', prefix: [] });
  const uid = process.getuid?.();
  if (uid !== 0 && (process.platform !== 'linux' || accounts().some((account) => account.uid === uid))) return directly;
  const prefix = namespacePrefix();
  if (forced !== 'other user' && namespaceWorks(prefix, nativeDir, dataDir))
    return { ...plain, way: 'user namespace', prefix };
  return uid === 0 ? asOtherUser(nativeDir, dataDir) : directly;
}

/**
 * The user inside the namespace must have an account, because initdb looks its name up; any but root will do.
 * The id 65534 also stands for everybody outside the namespace, so it comes last.
 */
function namespacePrefix() {
  const account = accounts().find(({ uid }) => uid > 0 && uid < 65534) ?? unprivilegedUser();
  return ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`];
}

/**
 * Whether a namespace is allowed, the programs start in it and the data folder can be written from it.
 * @param {string[]} prefix
 * @param {string} nativeDir
 * @param {string} dataDir
 */
function namespaceWorks([command = '', ...words], nativeDir, dataDir) {
  const script = 'test -w "$1" && exec "$2" --version';
  return (
    spawnSync(command, [...words, 'sh', '-c', script, 'sh', dataDir, join(nativeDir, 'bin', 'postgres')]).status === 0
  );
}

/**
 * @param {string} nativeDir
 * @param {string} dataDir
 * @returns {RunAs}
 */
function asOtherUser(nativeDir, dataDir) {
  const identity = unprivilegedUser();
  const isDataReachable = isReachable(dirname(dataDir));
  if (isDataReachable) chmodSync(dataDir, 0o711);
  const homeDir = isDataReachable ? dataDir : trustedFolder(`data-${shortHash(dataDir)}`);
  const reachable = isReachable(nativeDir) ? nativeDir : copyOfBinaries(nativeDir);
  const runAs = /** @type {RunAs} */ ({ way: 'other user', nativeDir: reachable, homeDir, prefix: [], identity });
  const probe = spawnSync(join(reachable, 'bin', 'postgres'), ['--version'], identity);
  if (probe.status === 0) return runAs;
  throw new PlainFailure(
    'Postgres refuses to run as root and this machine forbids changing user: run the command as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * Whether every user can enter the folder and all folders above it.
 * @param {string} folder
 */
function isReachable(folder) {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** The machine's own `postgres` account when there is one, else `nobody`. */
function unprivilegedUser() {
  const found = ['postgres', 'nobody'].map((name) => accounts().find((account) => account.name === name)).find(Boolean);
  return { uid: found?.uid ?? 65534, gid: found?.gid ?? 65534 };
}

function accounts() {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => line.includes(':'));
  return lines.map((line) => {
    const [name, , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

/**
 * A folder below /var/tmp that nobody but root can have prepared.
 * @param {string} name
 */
function trustedFolder(name) {
  const root = '/var/tmp/htsm-postgres';
  for (const folder of [root, join(root, name)]) {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const stats = lstatSync(folder);
    if (!stats.isDirectory() || stats.uid !== 0 || (stats.mode & 0o022) !== 0) {
      throw new PlainFailure(`${folder} was made by somebody else: remove it and run the command again.`);
    }
    chmodSync(folder, 0o711);
  }
  return join(root, name);
}

/**
 * Copies the programs once per installed version to where the other user can read them.
 * @param {string} nativeDir
 */
function copyOfBinaries(nativeDir) {
  const { version } = JSON.parse(readFileSync(join(dirname(nativeDir), 'package.json'), 'utf8'));
  const target = join(trustedFolder(`programs-${version}`), basename(nativeDir));
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(nativeDir, half, { recursive: true, verbatimSymlinks: true });
  // The copy keeps the modes of the original, which may be readable by root alone.
  spawnSync('chmod', ['-R', 'a+rX', half]);
  if (existsSync(target)) rmSync(half, { recursive: true, force: true });
  else renameSync(half, target);
  return target;
}

/** @param {string} text */
function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/**
 * Hands a file or folder to the user that Postgres runs as.
 * @param {RunAs} runAs
 * @param {string} path
 */
export function giveTo(runAs, path) {
  const { uid, gid } = runAs.identity;
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/**
 * Hands a whole cluster over when it was made by another way of running: Postgres wants to own its folder.
 * @param {RunAs} runAs
 * @param {string} clusterDir
 */
export function takeOver(runAs, clusterDir) {
  if (runAs.way === 'directly') return;
  const { uid = 0, gid = 0 } = runAs.identity;
  if (statSync(clusterDir).uid !== uid) spawnSync('chown', ['-R', `${uid}:${gid}`, clusterDir]);
}

/**
 * The command and its words for running a Postgres program this way.
 * @param {RunAs} runAs
 * @param {string} program
 * @param {string[]} words
 * @returns {[string, string[]]}
 */
export function commandFor(runAs, program, words) {
  const [command, ...rest] = [...runAs.prefix, join(runAs.nativeDir, 'bin', program), ...words];
  return [/** @type {string} */ (command), rest];
}
