import { Database, EventLog, MailOutbox, openDataSource } from '@htsm/api/core';
import type { TestWorld } from '@htsm/api/core/testing';
import { AnnouncedSteps } from '../steps/announced-steps';
import { ChallengeClock } from '../steps/challenge-clock';
import { ChallengeMails } from '../steps/challenge-mails';
import { ChallengeSteps } from '../steps/challenge-steps';

/** The clock as the worker has it, on the database of a test world; close it before the world. */
export async function openWorkerClock(
  world: TestWorld,
): Promise<{ clock: ChallengeClock; database: Database; close(): Promise<void> }> {
  const source = await openDataSource(world.config.workerDatabaseUrl, [], 2);
  const database = new Database(source);
  const clock = new ChallengeClock(
    database,
    new AnnouncedSteps(new ChallengeSteps(new EventLog()), new ChallengeMails(new MailOutbox())),
  );
  return { clock, database, close: () => source.destroy() };
}
