/** `npm start`: from a fresh clone to a running platform, in plain words. */
import { runCommand } from './process/plain-failure.mjs';
import { step } from './process/progress.mjs';
import { readWords } from './start/command-words.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { readSettings, ROOT } from './start/settings.mjs';

const HELP = `
Starts the whole platform: database, mailbox, API, worker and web application.

  npm start

Settings, from the environment:
  PORT            port of the platform (3000)
  MAIL_UI_PORT    port of the development mailbox (1080)
  HTSM_DATA_DIR   folder for data and logs (.data)
  PUBLIC_URL      address as people type it (http://localhost:PORT)
  DATABASE_URL    a Postgres of your own, as the owner of the database; the embedded one without it
  DATABASE_APP_URL, DATABASE_WORKER_URL
                  connections of API and worker, when their passwords are not to be made here
  CLEARTEXT_HOSTS hosts of this machine that may be spoken to without TLS in production
  SMTP_URL        a mail relay of your own; the development mailbox without it
  APP_SECRET      64 hexadecimal digits; made and kept in the data folder without it
  NODE_ENV        production: no demo data

Ctrl-C stops everything that was started. npm run reset starts over.
`;

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  if (!readWords({}, HELP)) return 0;
  const settings = readSettings(process.env);
  const { runPlatform } = await import('./start/platform.mjs');
  const { announcement } = await import('./start/announcement.mjs');
  await runPlatform(settings, async (platform) => {
    const signIns = await bringUp(platform);
    console.log(announcement(settings, signIns));
  });
  return 0;
});

/**
 * @param {import('./start/platform.mjs').Platform} platform
 */
async function bringUp(platform) {
  // Loaded late: these need installed packages and the right Node.
  const steps = await import('./start/steps.mjs');
  const { BUILDS, isStale, runBuild } = await import('./start/build.mjs');
  const { logFile } = await import('./start/settings.mjs');
  const { settings } = platform;
  await steps.checkPorts(settings);
  for (const build of BUILDS.filter(isStale)) {
    await step(build.title, () => runBuild(platform.children, build, logFile(settings, `build-${build.name}`)));
  }
  const databaseUrl = await step('Starting the database', (say) => steps.startDatabase(platform, say));
  const smtpUrl = await step('Starting the mailbox', () => steps.startMailbox(platform));
  const env = steps.applicationEnvironment(settings, { databaseUrl, smtpUrl });
  const migration = { verb: 'migrate', failure: 'The database could not be brought up to date' };
  await step('Bringing the database up to date', () => steps.runApplication(platform, env, migration));
  const signIns = settings.isProduction
    ? []
    : await step('Preparing the demo data', () => steps.seedDemo(platform, env));
  await step('Starting the API and the worker', async () => {
    steps.startProcesses(platform, env);
    await steps.waitUntilReady(platform);
  });
  return signIns;
}
