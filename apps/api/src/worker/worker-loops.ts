import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ChallengeClock } from '@htsm/api/challenges';
import { BounceFolder, DigestRun } from '@htsm/api/notifications';
import { clean } from './cleaning';
import { Loop, type LoopPlan } from './loop';

/** How soon the clock's decisions and digests follow their moment, in milliseconds. */
const REST_MS = 500;
const REST_AFTER_FAULT_MS = 2_000;
/** How soon a bounce stops further mails to its address, in milliseconds. */
const BOUNCES_MS = 30_000;
const CLEANING_MS = 3_600_000;

/** Starts everything that happens by itself, except sending mail, which has a process of its own. */
export function startLoops(app: INestApplicationContext, onFault: LoopPlan['onFault']): Loop[] {
  const clock = app.get(ChallengeClock, { strict: false });
  const digests = app.get(DigestRun, { strict: false });
  const bounces = app.get(BounceFolder, { strict: false });
  const source = app.get(DataSource, { strict: false });
  const loop = (name: string, restMs: number, round: () => Promise<boolean>): Loop =>
    new Loop({ name, round, restMs, restAfterFaultMs: REST_AFTER_FAULT_MS, onFault });
  return [
    loop('open and close challenges', REST_MS, () => clock.tick()),
    loop('write digests', REST_MS, async () => (await digests.runDue()) > 0),
    loop('read bounces', BOUNCES_MS, () => bounces.readNew()),
    loop('clean up', CLEANING_MS, async () => {
      await clean(source);
      return false;
    }),
  ];
}

/** Calls `open` until it succeeds: a database that is still starting, or away for a moment, is waited for. */
export async function untilOpen<Result>(
  open: () => Promise<Result>,
  onFault: (fault: unknown) => void,
): Promise<Result> {
  for (;;) {
    try {
      return await open();
    } catch (fault) {
      onFault(fault);
      await pause(REST_AFTER_FAULT_MS);
    }
  }
}
