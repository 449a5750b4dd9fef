import { lockedPackages } from '../packages/lock-file.mjs';

/** Every installed package must carry a licence that goes with EUPL-1.2: permissive, or copyleft of the weak kind. */
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
const packages = lockedPackages();
const unfit = [];
for (const { name, licence } of packages)
  if (licence === null || !fits(licence)) unfit.push(`${name}: ${licence ?? 'no licence named'}`);
if (unfit.length > 0) {
  process.stderr.write(`Packages whose licence does not fit:\n  ${[...new Set(unfit)].join('\n  ')}\n`);
  process.exit(1);
}
process.stdout.write(`${packages.length} packages, every licence fits.\n`);

/** Whether an SPDX expression offers a fitting choice: one of an OR, all of an AND. */
function fits(expression) {
  const bare = expression.replace(/[()]/g, '').replace(/ WITH \S+/g, '');
  return bare.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((licence) => FITTING.has(licence.trim())));
}
