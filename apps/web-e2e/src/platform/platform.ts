import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { Mailbox } from './mailbox';
import { commandLine, databaseUrlOf, onServer, root, SECRET, templates, type SignIn } from './templates';

/** The built product, running as it does in production: database, API, worker and a mailbox. */
export interface Platform {
  readonly url: string;
  readonly mailbox: Mailbox;
  /** Empty unless the platform was started with the demo content. */
  readonly signIns: readonly SignIn[];
  /** Moves the platform's clock so that `instant` is now. */
  moveClockTo(instant: Date): Promise<void>;
  /** Runs one statement as the owner of the schema, for what only the database can tell. */
  asOwner<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Gives a person a role the way an operator does, by the command line. */
  grant(email: string, body: 'taskforce' | 'administration' | 'review_panel'): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a platform on a database of its own; `withDemo` is with the demo content. */
export async function startPlatform(withDemo: boolean): Promise<Platform> {
  const made = withDemo ? templates().demo : templates().empty;
  const name = `htsm_e2e_${process.pid}_${Date.now()}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${made.database}`);
  const databaseUrl = databaseUrlOf(name);
  const mailbox = new Mailbox();
  const dataDir = await mkdtemp(join(tmpdir(), 'htsm-e2e-'));
  await cp(made.dataDir, dataDir, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    APP_SECRET: SECRET,
    HTSM_DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: url,
    SMTP_URL: await mailbox.open(),
    WEB_DIST: join(root, 'dist/apps/web'),
    LOG_LEVEL: 'warn',
    // the sign-in page of an organisation runs on this machine too
    OUTGOING_LOOPBACK: 'open',
    // a journey waits for each mail
    NOTICE_MERGE_MINUTES: '0',
  };
  const children = [await start('main', env, dataDir), await start('worker', env, dataDir)];
  await untilReady(url).catch(async (fault: unknown) => {
    await Promise.all(children.map(stopChild));
    throw fault;
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const asOwner = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, [...parameters])).rows as Row[]; // the shape is the statement's
  return {
    url,
    mailbox,
    signIns: made.signIns,
    asOwner,
    moveClockTo: async (instant) => {
      await asOwner(
        'UPDATE clock_shift SET shift_ms = extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000',
        [instant],
      );
    },
    grant: async (email, body) => void (await commandLine(env, 'grant', email, body)),
    stop: async () => {
      await Promise.all(children.map(stopChild));
      await pool.end();
      await mailbox.close();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function start(entry: 'main' | 'worker', env: NodeJS.ProcessEnv, dataDir: string): Promise<ChildProcess> {
  const folder = resolve(root, 'tmp/e2e-logs');
  await mkdir(folder, { recursive: true });
  const log = createWriteStream(join(folder, `${dataDir.split('/').at(-1) ?? 'platform'}-${entry}.log`));
  const child = spawn(process.execPath, [`dist/apps/api/${entry}.js`], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  return child;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await ended;
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const isReady = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The platform did not become ready within 30 seconds: see tmp/e2e-logs.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
