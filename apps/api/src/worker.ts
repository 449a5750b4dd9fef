import 'reflect-metadata';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { loadProcessConfig, openDataSource } from '@htsm/api/core';
import { AppModule } from './app.module';
import { plainly } from './plainly';
import { refuseShiftedClock } from './production-checks';
import { entities } from './rooms';
import { stopOnSignal } from './stop-on-signal';
import { logFault, openLog } from './worker/log';
import { MailCarrierProcess } from './worker/mail-carrier-process';
import { MatcherThread } from './worker/matcher-thread';
import { untilOpen } from './worker/until-open';
import { startLoops } from './worker/worker-loops';

/** The process that does what happens by itself: the clock, digests, mails, cleaning. Several may run side by side. */
const config = await plainly(() => loadProcessConfig(process.env, 'worker'));
const log = openLog('worker', config.logLevel);
const onFault = logFault(log);
const source = await untilOpen(
  () => openDataSource(config.databaseUrl, entities, 8),
  (fault) => onFault('connect', fault),
);
await plainly(() => refuseShiftedClock(config, source));
const carrier = new MailCarrierProcess(resolve(import.meta.dirname, 'mail-carrier.js'), (how) =>
  log.error({ how }, 'the mail carrier died; another one follows'),
);
const matcher = new MatcherThread(new URL('matcher.js', import.meta.url), (how) =>
  log.error({ how }, 'the matcher died; another one follows'),
);
const app = await NestFactory.createApplicationContext(AppModule.with(config, source), {
  logger: ['error', 'warn'],
  abortOnError: false,
});
const loops = startLoops(app, log);
log.info('the worker is ready');
stopOnSignal(async () => {
  await Promise.all([...loops.map((loop) => loop.stop()), carrier.stop(), matcher.stop()]);
  await app.close();
  await source.destroy();
});
