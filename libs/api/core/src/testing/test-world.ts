import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { SESSION_COOKIE, hashSessionToken } from '../access/session-hook';
import { loadConfig, type CommandConfig } from '../config/config';
import { CoreModule } from '../core.module';
import { openDataSource } from '../database/data-source';
import { createApi } from '../http/create-api';
import type { Catalogues } from '../i18n/texts';
import { Canaries } from './canaries';
import { ScannedLog, scanAnswer, scanMails } from './scanning';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Which rooms a test needs. */
export interface TestRooms {
  readonly modules: readonly Type[];
  readonly entities: readonly (abstract new () => object)[];
  readonly texts: readonly Catalogues[];
}

/** What a request came back with. */
export interface TestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Parsed body; undefined when there is none. */
  readonly body: unknown;
}

/** The API on a scratch database, with requests injected instead of sent. */
export interface TestWorld {
  readonly app: NestFastifyApplication;
  readonly config: CommandConfig;
  readonly source: DataSource;
  readonly database: TestDatabase;
  /** Secrets of this world: every answer, log line and mail is looked through for them. */
  readonly canaries: Canaries;
  /** Sends a request as the holder of `cookie` (from signInAs), with the header of our own pages. */
  request(method: string, path: string, options?: TestRequest): Promise<TestResponse>;
  /** Opens a session for an existing person, as after a second factor, and gives its cookie. */
  signInAs(userId: string): Promise<string>;
  /** Looks through the mails that wait in the outbox; `close` does too. */
  scanMails(): Promise<void>;
  close(): Promise<void>;
}

export interface TestRequest {
  readonly cookie?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

@Module({})
class TestModule {}

/** Starts the given rooms on a fresh database; close it in afterAll. */
export async function createTestWorld(rooms: TestRooms, role: 'app' | 'worker' = 'app'): Promise<TestWorld> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'htsm-test-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.ownerUrl,
    APP_SECRET: database.appSecret,
    HTSM_DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
  });
  const source = await openDataSource(
    role === 'app' ? config.appDatabaseUrl : config.workerDatabaseUrl,
    [...rooms.entities],
    6,
  );
  const leaks: unknown[] = [];
  const root: DynamicModule = {
    module: TestModule,
    imports: [CoreModule.with({ config, source, texts: rooms.texts }), ...rooms.modules],
  };
  const canaries = new Canaries();
  const app = await createApi(root, { level: 'info', stream: new ScannedLog(canaries) });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    config,
    source,
    database,
    canaries,
    request: async (method, path, options = {}) => {
      const answer = await send(app, method, path, options);
      if (!canaries.isEmpty) await scanAnswer({ canaries, database }, `${method} ${path}`, options, answer);
      return answer;
    },
    signInAs: (userId) => openSession(database, userId),
    scanMails: () => scanMails(canaries, database),
    close: async () => {
      const mails = canaries.isEmpty ? Promise.resolve() : scanMails(canaries, database);
      await mails.catch((leak: unknown) => leaks.push(leak));
      await app.close();
      await source.destroy();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
      if (leaks.length > 0) throw leaks[0];
    },
  };
}

async function send(
  app: NestFastifyApplication,
  method: string,
  path: string,
  options: TestRequest,
): Promise<TestResponse> {
  const response = await app.inject({
    method: method as 'GET', // inject's type lists the verbs; callers pass one of them
    url: path,
    headers: {
      'x-htsm': '1',
      ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { payload: options.body as object }), // JSON value; inject serialises it
  });
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    body: isJson && response.body !== '' ? (JSON.parse(response.body) as unknown) : undefined,
  };
}

async function openSession(database: TestDatabase, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.asOwner(
    `INSERT INTO session (id, token_hash, user_id, expires_at, second_factor_at)
     VALUES ($1, $2, $3, htsm_now() + interval '1 day', htsm_now())`,
    [randomUUID(), hashSessionToken(token), userId],
  );
  return `${SESSION_COOKIE}=${token}`;
}
