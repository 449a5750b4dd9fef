import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

export const root = resolve(import.meta.dirname, '../../../..');
/** Secret of the scratch platforms; worth nothing anywhere else. */
export const SECRET = 'only-for-tests-only-for-tests-only-for-tests';
/** The variable by which the test processes learn of the templates. */
const VARIABLE = 'HTSM_E2E_TEMPLATES';
const run = promisify(execFile);

/** A demo sign-in as the seed prints it. */
export interface SignIn {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** What a platform begins with; it is copied, never used itself. */
export interface Template {
  readonly database: string;
  readonly dataDir: string;
  /** Empty without the demo content. */
  readonly signIns: readonly SignIn[];
}

/** Makes the templates once, before all tests; gives what throws them away. */
// eslint-disable-next-line no-restricted-syntax -- the runner takes the default
export default async function makeTemplates(): Promise<() => Promise<void>> {
  const empty = await makeTemplate('empty', false);
  const demo = await makeTemplate('demo', true);
  process.env[VARIABLE] = JSON.stringify({ empty, demo });
  return async () => {
    for (const { database, dataDir } of [empty, demo]) {
      await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
      await rm(dataDir, { recursive: true, force: true });
    }
  };
}

/** What was made before the tests began. */
export function templates(): { readonly empty: Template; readonly demo: Template } {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('The templates are made by the global setup of the journeys.');
  return JSON.parse(text) as { empty: Template; demo: Template }; // written above
}

/** Runs a command of the product, and gives what it printed. */
export async function commandLine(env: NodeJS.ProcessEnv, ...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['dist/apps/api/cli.js', ...words], {
    cwd: root,
    env,
    maxBuffer: 10_000_000,
  });
  return stdout;
}

/** The address of a database on the server of the tests. */
export function databaseUrlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

/** Runs one statement on the server of the tests. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function makeTemplate(word: string, withDemo: boolean): Promise<Template> {
  const database = `htsm_e2e_${word}_${process.pid}_${Date.now()}`;
  await onServer(`CREATE DATABASE ${database}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'htsm-e2e-'));
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrlOf(database),
    APP_SECRET: SECRET,
    HTSM_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  };
  await commandLine(env, 'migrate');
  return { database, dataDir, signIns: withDemo ? await seed(env) : [] };
}

async function seed(env: NodeJS.ProcessEnv): Promise<SignIn[]> {
  const printed = await commandLine(env, 'seed');
  const answer = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as { signIns: SignIn[] }; // the seed's documented last line
  return answer.signIns;
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('Run the journeys with "npm test -- --only browser": it starts the database.');
  return url;
}
