import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { ChallengeClock } from '@htsm/api/challenges';
import { CONFIG, FILE_STORE, type Config, type FileStore } from '@htsm/api/core';
import { AppointmentRun, AskCheckIns, RemindInvited } from '@htsm/api/matching';
import { TimetableRun } from '@htsm/api/meetings';
import { BounceFolder, DigestRun, FollowNews, NoticeRun, WebhookRun } from '@htsm/api/notifications';
import { RemindLate } from '@htsm/api/reviews';
import { clean } from './cleaning';
import { logFault } from './log';
import { Loop } from './loop';
import { runNightly } from './nightly';

/** How soon the clock's decisions and digests follow their moment, in milliseconds. */
const REST_MS = 500;
const REST_AFTER_FAULT_MS = 2_000;
/** How soon a bounce stops further mails to its address, in milliseconds. */
const BOUNCES_MS = 30_000;
/** How soon an SME is reminded, a reviewer and both sides of an appointment too, and are asked what came of it, in milliseconds. */
const REMINDERS_MS = 10_000;
/** How soon followers hear of a change or of the closing that comes, in milliseconds. */
const NEWS_MS = 5_000;
const CLEANING_MS = 3_600_000;

/** How soon after three at night the nightly round begins, in milliseconds. */
const NIGHTLY_MS = 600_000;

/** Starts everything that happens by itself, except sending mail, which has a process, and matching, which has a thread. */
export function startLoops(app: INestApplicationContext, log: Logger): Loop[] {
  const onFault = logFault(log);
  const store = app.get<FileStore>(FILE_STORE, { strict: false });
  const config = app.get<Config>(CONFIG, { strict: false });
  const clock = app.get(ChallengeClock, { strict: false });
  const digests = app.get(DigestRun, { strict: false });
  const reminders = app.get(RemindInvited, { strict: false });
  const appointments = app.get(AppointmentRun, { strict: false });
  const checkIns = app.get(AskCheckIns, { strict: false });
  const late = app.get(RemindLate, { strict: false });
  const webhooks = app.get(WebhookRun, { strict: false });
  const timetables = app.get(TimetableRun, { strict: false });
  const news = app.get(FollowNews, { strict: false });
  const notices = app.get(NoticeRun, { strict: false });
  const bounces = app.get(BounceFolder, { strict: false });
  const source = app.get(DataSource, { strict: false });
  const loop = (name: string, restMs: number, round: () => Promise<boolean>): Loop =>
    new Loop({ name, round, restMs, restAfterFaultMs: REST_AFTER_FAULT_MS, onFault });
  return [
    loop('open and close challenges', REST_MS, () => clock.tick()),
    loop('tell followers', NEWS_MS, async () => (await news.tellDue()) > 0),
    loop('write digests', REST_MS, async () => (await digests.runDue()) > 0),
    loop('release mails', REST_MS, async () => (await notices.runDue()) > 0),
    loop('remind invited SMEs', REMINDERS_MS, () => reminders.runDue()),
    loop('remind of appointments', REMINDERS_MS, () => appointments.runDue()),
    loop('ask what came of it', REMINDERS_MS, () => checkIns.runDue()),
    loop('remind reviewers', REMINDERS_MS, () => late.runDue()),
    loop('tell webhooks', REST_MS, () => webhooks.tick()),
    loop('make timetables', REST_MS, () => timetables.follow()),
    loop('read bounces', BOUNCES_MS, () => bounces.readNew()),
    loop('clean up', CLEANING_MS, async () => {
      await clean(source, config.roleSession);
      return false;
    }),
    loop('nightly round', NIGHTLY_MS, async () => {
      await runNightly({ source, store, config, log });
      return false;
    }),
  ];
}
