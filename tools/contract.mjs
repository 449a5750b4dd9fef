import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { startDatabase } from './jest/start-database.mjs';
import { constraintsOf, typesOf } from './contract/generate.mjs';

const HELP = `Usage: npm run contract [-- --check]
Writes apps/api/openapi.json and libs/contracts/src/generated from the API's DTO classes.
  --check   writes nothing; fails when the committed files differ`;

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
if (args.includes('--help')) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const unknown = args.find((argument) => argument !== '--check');
if (unknown !== undefined) {
  process.stderr.write(`There is no option "${unknown}". Try --help.\n`);
  process.exit(2);
}

const files = await generate();
const stale = [];
for (const [file, text] of Object.entries(files)) {
  const current = await readFile(join(root, file), 'utf8').catch(() => '');
  if (current === text) continue;
  stale.push(file);
  if (!args.includes('--check')) await writeFile(join(root, file), text);
}
if (args.includes('--check') && stale.length > 0) {
  process.stderr.write(
    `The contract differs from the code: ${stale.join(', ')}. Run "npm run contract" and commit the result.\n`,
  );
  process.exit(1);
}
process.stdout.write(stale.length === 0 ? 'The contract is current.\n' : `Written: ${stale.join(', ')}\n`);

/** Asks the built API for its description, on a scratch database, and derives the browser's files from it. */
async function generate() {
  const folder = await mkdtemp(join(tmpdir(), 'htsm-contract-'));
  const database = await startDatabase('contract');
  try {
    const file = join(folder, 'openapi.json');
    execFileSync(process.execPath, [join(database.bundle, 'cli.js'), 'openapi', file], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...database.env, HTSM_DATA_DIR: folder },
    });
    const contract = await readFile(file, 'utf8');
    const description = JSON.parse(contract);
    return {
      'apps/api/openapi.json': contract,
      'libs/contracts/src/generated/types.ts': await pretty(typesOf(description)),
      'libs/contracts/src/generated/constraints.ts': await pretty(constraintsOf(description)),
    };
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pretty(source) {
  return format(source, { ...(await resolveConfig(join(root, 'package.json'))), parser: 'typescript' });
}
