import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { permissionsPage } from './permissions/page.mjs';

const HELP = `Usage: npm run permissions [-- --check]
Writes docs/permissions.md from the permission matrix in libs/domain/src/permissions.
  --check   writes nothing; fails when the page, or the list of operations, is not current`;

const root = resolve(import.meta.dirname, '..');
const PAGE = 'docs/permissions.md';
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

const matrix = await readMatrix();
const findings = await differencesFromContract(matrix);
const page = await format(permissionsPage(matrix), {
  ...(await resolveConfig(join(root, 'package.json'))),
  parser: 'markdown',
});
const isCurrent = (await readFile(join(root, PAGE), 'utf8').catch(() => '')) === page;
if (!isCurrent && args.includes('--check'))
  findings.push(`${PAGE} differs from the matrix: run "npm run permissions".`);
if (!isCurrent && !args.includes('--check')) await writeFile(join(root, PAGE), page);
for (const finding of findings) process.stderr.write(`${finding}\n`);
if (findings.length > 0) process.exit(1);
process.stdout.write(isCurrent ? `${PAGE} is current.\n` : `Written: ${PAGE}\n`);

/** The matrix is TypeScript without a build of its own, so it is bundled on the way in. */
async function readMatrix() {
  const bundle = await build({
    entryPoints: [join(root, 'libs/domain/src/permissions/index.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  const source = bundle.outputFiles[0]?.text ?? '';
  return import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
}

/** @param {{ OPERATIONS: object }} matrix */
async function differencesFromContract({ OPERATIONS }) {
  const { paths } = JSON.parse(await readFile(join(root, 'apps/api/openapi.json'), 'utf8'));
  const contract = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  const known = Object.keys(OPERATIONS);
  return [
    ...contract
      .filter((operation) => !known.includes(operation))
      .map((operation) => `${operation} is not in libs/domain/src/permissions/operations: who may use it?`),
    ...known
      .filter((operation) => !contract.includes(operation))
      .map((operation) => `${operation} is in the permission matrix and not in openapi.json any more.`),
  ];
}
