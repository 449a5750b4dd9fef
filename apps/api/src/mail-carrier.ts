import 'reflect-metadata';
import { Texts, loadProcessConfig, openDataSource } from '@htsm/api/core';
import { MailRenderer, MailSender, RelayAway, notificationsTexts } from '@htsm/api/notifications';
import { plainly } from './plainly';
import { logFault, openLog } from './worker/log';
import { Loop } from './worker/loop';
import { untilOpen } from './worker/until-open';

/**
 * The process that talks to the mail relay. It is a child of the worker in a session of its own, so that a killed worker
 * does not take it along: its standard input ends with the worker, and then it lets the mails in hand go out and leaves.
 */
const REST_MS = 300;
const REST_AFTER_FAULT_MS = 2_000;
/** A relay that is away is looked for less and less often, down to this; the mails in hand wait as long. */
const LONGEST_REST_MS = 30_000;

const config = await plainly(() => loadProcessConfig(process.env, 'worker'));
const log = openLog('mail-carrier', config.logLevel);
const onFault = logFault(log);
/** Nothing is in hand before the database is there: then leaving is simple. */
let leave = async (): Promise<void> => process.exit(0);
process.on('SIGTERM', () => void leave());
process.on('SIGINT', () => void leave());
process.stdin.on('end', () => void leave());
process.stdin.on('close', () => void leave());
process.stdin.resume();

const source = await untilOpen(
  () => openDataSource(config.databaseUrl, [], 8),
  (fault) => onFault('connect', fault, 2_000),
);
const sender = new MailSender(source, new MailRenderer(config, new Texts([notificationsTexts])), config);
const loop = new Loop({
  name: 'send mails',
  round: async () => {
    const sent = await sender.sendDue();
    if (sent > 0) log.info({ sent }, 'mails sent');
    return false;
  },
  restMs: REST_MS,
  restAfterFaultMs: (fault, failures) =>
    fault instanceof RelayAway
      ? Math.min(REST_AFTER_FAULT_MS * 2 ** (failures - 1), LONGEST_REST_MS)
      : REST_AFTER_FAULT_MS,
  onFault,
});

let isLeaving = false;
leave = async (): Promise<void> => {
  if (isLeaving) return;
  isLeaving = true;
  sender.stop();
  await loop.stop();
  await sender.close();
  await source.destroy();
  process.exit(0);
};
