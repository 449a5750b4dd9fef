import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { ConfigurationError, createApi, loadConfig, loadDatabaseAddresses, openDataSource } from '@htsm/api/core';
import { AppModule } from './app.module';
import { printBackup, printRestore } from './commands/backup';
import { printInvariants } from './commands/check-invariants';
import { checkSchema } from './commands/check-schema';
import { grant } from './commands/grant';
import { migrate } from './commands/migrate';
import { seed } from './commands/seed';
import { verifyAudit } from './commands/verify-audit';
import { describeApi } from './openapi';
import { entities } from './rooms';

const HELP = `Usage: node cli.js <command>
  migrate          brings the database up to date
  check-schema     tells where entities and migrations differ (exit code 1)
  seed             makes the demo content, once; never in production
  backup <folder>  writes database and files as of this instant into an empty folder, while the platform runs
  restore <folder> [file]
                   puts a backup into an empty database and checks it; the file names audit lines erased since
  check-invariants checks every promise about the data, the files and the audit log (exit code 1)
  verify-audit [head]
                   verifies the hash chain of the audit log and names the first broken line (exit code 1);
                   a head noted earlier must still be in it
  openapi <file>   writes the contract
  grant <e-mail> <taskforce|administration|review_panel>
                   gives a confirmed account a role; how the first administrator comes to be`;

const commands: Readonly<Record<string, (first: string | undefined, second: string | undefined) => Promise<void>>> = {
  migrate: async () => migrate(loadDatabaseAddresses(process.env)),
  'check-schema': async () => checkSchema(loadDatabaseAddresses(process.env)),
  seed: async () => seed(loadConfig(process.env)),
  openapi: async (file) => writeContract(file ?? 'apps/api/openapi.json'),
  grant: async (email, body) => grant(loadDatabaseAddresses(process.env), email, body),
  backup: async (folder) => printBackup(loadConfig(process.env), folder),
  restore: async (folder, erasures) => printRestore(loadConfig(process.env), folder, erasures),
  'check-invariants': async () => printInvariants(loadConfig(process.env)),
  'verify-audit': async (head) => verifyAudit(loadDatabaseAddresses(process.env), head),
  '--help': async () => void process.stdout.write(`${HELP}\n`),
};

/** Needs a migrated database only because the modules ask for a connection. */
async function writeContract(file: string): Promise<void> {
  const config = loadConfig(process.env);
  const source = await openDataSource(config.appDatabaseUrl, entities);
  const app = await createApi(AppModule.with(config, source));
  await app.init();
  await writeFile(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
  await app.close();
  await source.destroy();
}

const [name = '--help', first, second] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  process.stderr.write(`There is no command "${name}". Try --help.\n`);
  process.exit(2);
}
try {
  await command(first, second);
  process.exit(process.exitCode ?? 0);
} catch (fault) {
  process.stderr.write(
    `${fault instanceof ConfigurationError ? fault.message : String(fault instanceof Error ? fault.stack : fault)}\n`,
  );
  process.exit(fault instanceof ConfigurationError ? 2 : 1);
}
