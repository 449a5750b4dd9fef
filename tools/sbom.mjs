/** `npm run sbom`: the bill of materials of what runs in production, as CycloneDX, from the lock file. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lockedPackages } from './packages/lock-file.mjs';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { readWords } from './start/command-words.mjs';
import { ROOT } from './start/settings.mjs';

/** @typedef {import('./packages/lock-file.mjs').LockedPackage} LockedPackage */

// not by "npm sbom": with --omit=dev it leaves out packages of production that a package of development asks for as well
const HELP = `
Writes the bill of materials: every package with its version, hash and licence, as CycloneDX 1.5 (JSON).

  npm run sbom [-- --with-development] [-- --out <file>] [-- --check]

  --with-development  also what only builds and tests use
  --out <file>        where to (dist/sbom.cdx.json)
  --check             writes nothing; fails when a package has no hash or no licence

It is made of package-lock.json and needs no network.
`;

await runCommand(() => {
  const options = /** @type {const} */ ({
    'with-development': { type: 'boolean' },
    check: { type: 'boolean' },
    out: { type: 'string' },
  });
  const words = readWords(options, HELP);
  if (!words) return Promise.resolve(0);
  const packages = lockedPackages().filter(({ isDevelopment }) => words['with-development'] || !isDevelopment);
  refuseGaps(packages);
  if (words.check) console.log(`  ${packages.length} packages stand in the bill of materials with hash and licence.`);
  else write(resolve(ROOT, words.out ?? 'dist/sbom.cdx.json'), packages);
  return Promise.resolve(0);
});

/** @param {string} file @param {LockedPackage[]} packages */
function write(file, packages) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(billOfMaterials(packages), null, 2)}\n`);
  console.log(`${file}: ${packages.length} packages, each with version, hash and licence.`);
}

/** @param {LockedPackage[]} packages */
function refuseGaps(packages) {
  const bare = packages.filter(({ integrity, licence }) => !/^sha512-/.test(integrity) || licence === null);
  if (bare.length === 0) return;
  throw new PlainFailure(`Without a SHA-512 or a licence: ${bare.map(({ name }) => name).join(', ')}.`);
}

/** @param {LockedPackage[]} packages */
function billOfMaterials(packages) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: {
      timestamp: new Date().toISOString(),
      component: { 'bom-ref': `${name}@${version}`, type: 'application', name, version, licenses: [licence(license)] },
    },
    components: packages.map(component),
  };
}

/** @param {LockedPackage} one */
function component({ name, version, integrity, licence: expression, isOptional, isDevelopment }) {
  const scope = isDevelopment ? 'excluded' : isOptional ? 'optional' : 'required';
  const content = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope,
    hashes: [{ alg: 'SHA-512', content }],
    licenses: [licence(expression ?? '')],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

/** A single licence has an id, a choice or a sum of several is an expression. @param {string} words */
function licence(words) {
  return /[\s()]/.test(words) ? { expression: words } : { license: { id: words } };
}
