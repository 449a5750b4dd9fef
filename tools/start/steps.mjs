import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../postgres/embedded-postgres.mjs';
import { describeEnding, lastLines } from '../process/children.mjs';
import { asPlainFailure, PlainFailure } from '../process/plain-failure.mjs';
import { findFreePort, isListening, isPortFree } from '../process/ports.mjs';
import { processEnvironment, roleAddresses } from './process-environment.mjs';
import { appSecret } from './secret.mjs';
import { logFile, ROOT } from './settings.mjs';

/** @typedef {import('./platform.mjs').Platform} Platform */
/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {{ role: string, email: string, password: string }} SignIn */

/** @param {Settings} settings */
export async function checkPorts({ port, mailUiPort, smtpUrl }) {
  const wanted = [{ name: 'PORT', number: port, everywhere: true }];
  if (!smtpUrl) wanted.push({ name: 'MAIL_UI_PORT', number: mailUiPort, everywhere: false });
  for (const { name, number, everywhere } of wanted) {
    if (await isPortFree(number, { everywhere })) continue;
    throw new PlainFailure(
      `Port ${number} is in use or not allowed: stop the program that uses it, or choose another one, for example ${name}=${number + 1} npm start.`,
      2,
    );
  }
}

/**
 * Starts the embedded Postgres, or looks whether the given one answers.
 * @param {Platform} platform
 * @param {(detail: string) => void} say
 * @returns {Promise<string>} its address
 */
export async function startDatabase(platform, say) {
  const { databaseUrl, dataDir } = platform.settings;
  if (databaseUrl) {
    await refuseUnreachable(databaseUrl);
    return databaseUrl;
  }
  const options = { dataDir: join(dataDir, 'postgres'), logFile: logFile(platform.settings, 'postgres'), say };
  const database = await startPostgres(options);
  platform.keepDatabase(database);
  return database.url;
}

/** @param {string} databaseUrl */
async function refuseUnreachable(databaseUrl) {
  let client;
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    await client.connect();
  } catch (fault) {
    const { code, message } = /** @type {Error & { code?: string }} */ (fault);
    throw new PlainFailure(
      `The Postgres of DATABASE_URL cannot be used (${message || code}): check the address and that it runs.`,
    );
  } finally {
    await client?.end().catch(() => {});
  }
}

/**
 * Starts the development mailbox, unless mail goes to a relay of one's own.
 * @param {Platform} platform
 * @returns {Promise<string>} the address of the relay
 */
export async function startMailbox(platform) {
  const { smtpUrl, mailUiPort, dataDir } = platform.settings;
  if (smtpUrl) return smtpUrl;
  const smtpPort = await findFreePort();
  const words = ['--ip', '127.0.0.1', '--smtp', String(smtpPort), '--web-ip', '127.0.0.1', '--web', String(mailUiPort)];
  keepNode(platform, {
    name: 'The development mailbox',
    log: 'mailbox',
    script: 'node_modules/maildev/dist/bin/maildev.js',
    words: [...words, '--mail-directory', join(dataDir, 'mails'), '--max-emails', '2000'],
    env: process.env,
  });
  await until(
    platform,
    'The development mailbox',
    async () => (await isListening(smtpPort)) && (await isListening(mailUiPort)),
    20,
  );
  return `smtp://127.0.0.1:${smtpPort}`;
}

/**
 * Where the development mailbox tells whether it has a mail; an uncertain mail is then never sent twice.
 * @param {number} mailUiPort
 */
function mailboxLookup(mailUiPort) {
  return `http://127.0.0.1:${mailUiPort}/api/email?headers.message-id=%3C{messageId}%3E`;
}

/**
 * What the application's commands read from their environment; the serving processes get a part of it.
 * @param {Settings} settings
 * @param {{ databaseUrl: string, smtpUrl: string }} addresses
 * @returns {NodeJS.ProcessEnv}
 */
export function applicationEnvironment(settings, { databaseUrl, smtpUrl }) {
  const secret = appSecret(settings.dataDir, process.env['APP_SECRET']);
  return {
    ...process.env,
    NODE_ENV: process.env['NODE_ENV'] || 'development',
    DATABASE_URL: databaseUrl,
    ...roleAddresses(databaseUrl, secret, process.env),
    SMTP_URL: smtpUrl,
    ...(settings.smtpUrl ? {} : { MAIL_LOOKUP_URL: mailboxLookup(settings.mailUiPort) }),
    APP_SECRET: secret,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    HTSM_DATA_DIR: settings.dataDir,
    WEB_DIST: join(ROOT, 'dist/apps/web'),
  };
}

/**
 * Runs one verb of the application's command line to its end.
 * @param {Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {{ verb: string, failure: string }} what
 * @returns {Promise<string>} its log
 */
export async function runApplication(platform, env, { verb, failure }) {
  platform.refuseWhenStopping();
  const log = logFile(platform.settings, verb);
  const words = [join(ROOT, 'dist/apps/api/cli.js'), verb];
  const plan = { name: `cli ${verb}`, command: process.execPath, words, cwd: ROOT, env, logFile: log, freshLog: true };
  const ending = await platform.children.run(plan);
  platform.refuseWhenStopping();
  if (ending.code === 0) return readFileSync(log, 'utf8');
  const output = lastLines(log);
  throw (
    asPlainFailure(output) ??
    new PlainFailure(`${output}\n\n${failure} (${describeEnding(ending)}); the whole log is in ${log}.`)
  );
}

/**
 * Makes the demo data once per database and remembers its sign-ins for later starts.
 * @param {Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<SignIn[]>}
 */
export async function seedDemo(platform, env) {
  const { dataDir, databaseUrl } = platform.settings;
  const file = join(dataDir, 'demo.json');
  const database = databaseUrl ? createHash('sha256').update(databaseUrl).digest('hex') : 'embedded';
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (known.database === database && known.signIns.length > 0) return known.signIns;
  const log = await runApplication(platform, env, { verb: 'seed', failure: 'The demo data could not be made' });
  const { signIns } = lastJsonLine(log);
  writeFileSync(file, JSON.stringify({ database, signIns }, null, 2), { mode: 0o600 });
  return signIns;
}

/** @param {string} log @returns {{ signIns: SignIn[] }} */
function lastJsonLine(log) {
  const line = log.split('\n').findLast((text) => text.startsWith('{') && text.includes('"signIns"'));
  if (!line) throw new PlainFailure('The demo data was made, but it did not say which sign-ins belong to it.');
  return JSON.parse(line);
}

/**
 * Starts the API and the worker.
 * @param {Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {{ mayFall?: boolean }} [how] in watch mode a fall is told and the next save may mend it
 */
export function startProcesses(platform, env, { mayFall = false } = {}) {
  const rest = { words: [], mayFall };
  const [api, worker] = [processEnvironment(env, 'api'), processEnvironment(env, 'worker')];
  return [
    keepNode(platform, { ...rest, name: 'The API', log: 'api', script: 'dist/apps/api/main.js', env: api }),
    keepNode(platform, { ...rest, name: 'The worker', log: 'worker', script: 'dist/apps/api/worker.js', env: worker }),
  ];
}

/**
 * @param {Platform} platform
 * @param {{ name: string, log: string, script: string, words: string[], env: NodeJS.ProcessEnv, mayFall?: boolean }} what
 */
function keepNode(platform, { name, log, script, words, env, mayFall = false }) {
  const plan = { name, command: process.execPath, words: [join(ROOT, script), ...words], cwd: ROOT, env };
  return platform.keep({ ...plan, logFile: logFile(platform.settings, log), freshLog: true }, { mayFall });
}

/**
 * Waits until the API says that it can serve.
 * @param {Platform} platform
 */
export async function waitUntilReady(platform) {
  const address = `http://127.0.0.1:${platform.settings.port}/health/ready`;
  await until(platform, 'The API', async () => (await statusOf(address)) === 200, 90);
}

/** @param {string} address */
async function statusOf(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

/**
 * @param {Platform} platform
 * @param {string} name
 * @param {() => Promise<boolean>} isReady
 * @param {number} seconds
 */
async function until(platform, name, isReady, seconds) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(100)) {
    platform.refuseWhenStopping();
    if (await isReady()) return;
  }
  platform.refuseWhenStopping();
  throw new PlainFailure(
    `${name} was not ready after ${seconds} s: look in ${join(platform.settings.dataDir, 'logs')} for the reason.`,
  );
}
