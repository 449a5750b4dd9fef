/** `npm run dev`: the platform in watch mode; what is built anew is started anew. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { step } from './process/progress.mjs';
import { readWords } from './start/command-words.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { readSettings, ROOT } from './start/settings.mjs';

const HELP = `
Starts the platform in watch mode. A change rebuilds the API or the web application and restarts
the API and the worker; then reload the page in the browser. Settings: see npm start -- --help.

  npm run dev
`;

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  if (!readWords({}, HELP)) return 0;
  const settings = readSettings(process.env);
  const { runPlatform } = await import('./start/platform.mjs');
  await runPlatform(settings, bringUp);
  return 0;
});

/**
 * @param {import('./start/platform.mjs').Platform} platform
 */
async function bringUp(platform) {
  const steps = await import('./start/steps.mjs');
  const { announcement } = await import('./start/announcement.mjs');
  const { watchOutputs } = await import('./start/watch.mjs');
  const { settings } = platform;
  await steps.checkPorts(settings);
  const databaseUrl = await step('Starting the database', (say) => steps.startDatabase(platform, say));
  const smtpUrl = await step('Starting the mailbox', () => steps.startMailbox(platform));
  const env = { ...steps.applicationEnvironment(settings, { databaseUrl, smtpUrl }), NODE_ENV: 'development' };
  await step('Building for the first time', () => startWatchers(platform));
  const migrate = () =>
    steps.runApplication(platform, env, { verb: 'migrate', failure: 'The database could not be brought up to date' });
  await step('Bringing the database up to date', migrate);
  const signIns = await step('Preparing the demo data', () => steps.seedDemo(platform, env));
  let processes = await step('Starting the API and the worker', async () => {
    const started = steps.startProcesses(platform, env, { mayFall: true });
    await steps.waitUntilReady(platform);
    return started;
  });
  console.log(announcement(settings, signIns));
  console.log('Watching for changes; reload the page after a "ready" line.\n');
  watchOutputs(platform, async () => {
    await Promise.all(processes.map((child) => platform.children.stop(child)));
    await migrate();
    processes = steps.startProcesses(platform, env, { mayFall: true });
    await steps.waitUntilReady(platform);
  });
}

/**
 * Starts both build tools in watch mode and waits for their first result.
 * @param {import('./start/platform.mjs').Platform} platform
 */
async function startWatchers(platform) {
  const { BUILDS, buildPlan, forgetOutputs, WATCH_WORDS } = await import('./start/build.mjs');
  for (const build of BUILDS) {
    forgetOutputs(build);
    // On the screen, unlike everything else: a mistake in the code is what the developer waits to see.
    platform.keep({ ...buildPlan({ ...build, words: WATCH_WORDS[build.name] }), name: `${build.title} (watch mode)` });
  }
  const { setTimeout: sleep } = await import('node:timers/promises');
  const outputs = BUILDS.flatMap((build) => build.outputs);
  for (
    const deadline = Date.now() + 300_000;
    !outputs.every((path) => existsSync(join(ROOT, path)));
    await sleep(300)
  ) {
    platform.refuseWhenStopping();
    if (Date.now() > deadline)
      throw new PlainFailure(
        'The first build does not succeed: mend what is reported above and run the command again.',
      );
  }
}
