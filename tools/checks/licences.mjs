import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Every installed package must carry a licence that goes with EUPL-1.2: permissive, or copyleft of the weak kind. */
const root = resolve(import.meta.dirname, '../..');
const FITTING = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'Unlicense',
  'WTFPL',
  'OFL-1.1',
  'PostgreSQL',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'Artistic-2.0',
  'Unicode-3.0',
  'Zlib',
  'EUPL-1.2',
]);
/** Packages whose package.json says nothing usable; read by hand. */
const READ_BY_HAND = new Map([
  ['pause', 'MIT'],
  ['slick', 'MIT'],
]);

const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
const unfit = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.link) continue;
  const name = path.replace(/^.*node_modules\//, '');
  const licence = READ_BY_HAND.get(name) ?? entry.license ?? (await licenceOf(path));
  if (licence === null || !fits(licence)) unfit.push(`${name}: ${licence ?? 'no licence named'}`);
}
if (unfit.length > 0) {
  process.stderr.write(`Packages whose licence does not fit:\n  ${[...new Set(unfit)].join('\n  ')}\n`);
  process.exit(1);
}
process.stdout.write(`${Object.keys(lock.packages).length - 1} packages, every licence fits.\n`);

/** An optional package for another platform is not installed here; null then. */
async function licenceOf(path) {
  const file = await readFile(join(root, path, 'package.json'), 'utf8').catch(() => null);
  if (file === null) return null;
  const { license, licenses } = JSON.parse(file);
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map((one) => one.type).join(' OR ') ?? null;
}

/** Whether an SPDX expression offers a fitting choice: one of an OR, all of an AND. */
function fits(expression) {
  const bare = expression.replace(/[()]/g, '').replace(/ WITH \S+/g, '');
  return bare.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((licence) => FITTING.has(licence.trim())));
}
