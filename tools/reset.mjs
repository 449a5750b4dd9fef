/** `npm run reset`: deletes the data of the platform, so that the next start begins from nothing. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { readWords } from './start/command-words.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { endOrphans, findRunning } from './start/running-lock.mjs';
import { readSettings, ROOT } from './start/settings.mjs';

const HELP = `
Deletes the data of the platform: database, mails, uploaded files, logs and the secret.

  npm run reset

HTSM_DATA_DIR names the folder (.data). A Postgres of your own (DATABASE_URL) is left alone.
`;

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  if (!readWords({}, HELP)) return 0;
  await reset(readSettings(process.env).dataDir);
  return 0;
});

/** @param {string} dataDir */
async function reset(dataDir) {
  if (!existsSync(dataDir)) return void console.log(`There is nothing to delete: ${dataDir} does not exist.`);
  const running = findRunning(dataDir);
  if (running)
    throw new PlainFailure(`The platform runs from ${dataDir} (process ${running.pid}): stop it with Ctrl-C first.`, 2);
  refuseForeignFolder(dataDir);
  const { clusterElsewhere, stopLeftOver } = await import('./postgres/embedded-postgres.mjs');
  const postgresDir = join(dataDir, 'postgres');
  await endOrphans(dataDir, ROOT);
  if (await stopLeftOver(postgresDir)) console.log('Stopped the database that was left running.');
  for (const folder of [clusterElsewhere(postgresDir), dataDir]) {
    if (!folder) continue;
    console.log(`Deleting ${folder}`);
    rmSync(folder, { recursive: true, force: true });
  }
  console.log('Done: npm start begins anew.');
}

/**
 * A mistyped HTSM_DATA_DIR must not cost somebody their home folder.
 * @param {string} dataDir
 */
function refuseForeignFolder(dataDir) {
  const isAbove =
    ROOT === dataDir || ROOT.startsWith(`${dataDir}/`) || dataDir === parse(dataDir).root || dirname(dataDir) === '/';
  const isOurs = ['app-secret', 'postgres', 'running.json'].some((name) => existsSync(join(dataDir, name)));
  if (isAbove || !isOurs)
    throw new PlainFailure(`${dataDir} does not look like a data folder of this platform: nothing was deleted.`, 2);
}
