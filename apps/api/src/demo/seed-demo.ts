import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import {
  ConfigurationError,
  openDataSource,
  openHurriedDataSource,
  type CommandConfig,
  type Config,
} from '@htsm/api/core';
import { AppModule } from '../app.module';
import { entities } from '../rooms';
import { boardScenes } from './acts/board';
import { challengeScenes } from './acts/challenges';
import { decisionScenes } from './acts/decisions';
import { meetingScenes } from './acts/meetings';
import { glossaryScenes } from './acts/glossary';
import { outcomeScenes } from './acts/outcomes';
import { mailScenes } from './acts/mails';
import { historyScenes } from './acts/history';
import { linkScenes } from './acts/links';
import { listScenes } from './acts/lists';
import { peopleScenes } from './acts/people';
import { partnerCallScenes } from './acts/partner-calls';
import { profileScenes } from './acts/profiles';
import { proposalScenes } from './acts/proposals';
import { reviewScenes } from './acts/reviews';
import { subscriberScenes } from './acts/subscribers';
import { webhookScenes } from './acts/webhooks';
import { expertiseScenes } from './acts/expertise';
import { clearHalfMadeDemo, findEarlierDemo, markDemo } from './earlier-demo';
import { quietOutbox } from './quiet-outbox';
import { playScenes, type Scene } from './scene';
import { Stage } from './stage';

/** A key of our own for the lock that lets one of several seeds at once do the work. */
const SEED_LOCK = 4_875_632;

/**
 * Makes the demo data through the services, with the database's clock in the past, and puts the clock back. Gives
 * whether it had to: a database that holds the demo stays as it is. Throws ConfigurationError in production.
 */
export async function seedDemo(config: CommandConfig): Promise<boolean> {
  if (config.isProduction)
    throw new ConfigurationError('Demo data is never made in production: unset NODE_ENV to try the product.');
  const owner = await openDataSource(config.ownerDatabaseUrl, [], 2);
  const lock = owner.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [SEED_LOCK]);
    const earlier = await findEarlierDemo(owner);
    if (earlier === 'whole') return false;
    await resetClock(owner);
    if (earlier === 'half') await clearHalfMadeDemo(owner);
    await markDemo(owner, 'half');
    await makeDemo(config);
    await quietOutbox(owner);
    await markDemo(owner, 'whole');
    return true;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [SEED_LOCK]).finally(() => lock.release());
    await owner.destroy();
  }
}

/**
 * Half a demo is thrown away after a crash, so nothing of it waits for the disk; the line that says that it is whole does, and
 * with it all that came before.
 */
async function makeDemo(config: CommandConfig): Promise<void> {
  const owner = await openHurriedDataSource(config.ownerDatabaseUrl, [], 2);
  const sources = [owner];
  const contexts: INestApplicationContext[] = [];
  try {
    const parts = [[config.appDatabaseUrl, 6] as const, [config.workerDatabaseUrl, 2] as const];
    for (const [url, size] of parts) sources.push(await openHurriedDataSource(url, entities, size));
    for (const source of sources.slice(1)) contexts.push(await openServices(config, source));
    const [api, worker] = contexts;
    if (api === undefined || worker === undefined) throw new Error('The services did not start');
    await play(new Stage({ config, owner, api, worker, startedAt: await databaseNow(owner) }));
  } finally {
    await resetClock(owner);
    for (const context of contexts) await context.close();
    for (const source of sources) await source.destroy();
  }
}

async function play(stage: Stage): Promise<void> {
  const scenes: Scene[] = [
    ...peopleScenes(stage),
    ...glossaryScenes(stage),
    ...profileScenes(stage),
    ...historyScenes(stage),
    ...challengeScenes(stage),
    ...boardScenes(stage),
    ...partnerCallScenes(stage),
    ...subscriberScenes(stage),
    ...proposalScenes(stage),
    ...reviewScenes(stage),
    ...decisionScenes(stage),
    ...outcomeScenes(stage),
    ...meetingScenes(stage),
    ...webhookScenes(stage),
    ...expertiseScenes(stage),
    ...linkScenes(stage),
    ...mailScenes(stage),
    ...listScenes(stage),
  ];
  await playScenes(stage, scenes);
}

function openServices(config: Config, source: DataSource): Promise<INestApplicationContext> {
  const module = AppModule.with(config, source);
  return NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
}

async function resetClock(owner: DataSource): Promise<void> {
  await owner.query('UPDATE clock_shift SET shift_ms = 0');
}

async function databaseNow(owner: DataSource): Promise<Date> {
  const [row] = await owner.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  if (row === undefined) throw new Error('The database does not tell the time');
  return row.now;
}
