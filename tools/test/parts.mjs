import { BUILDS } from '../start/build.mjs';

/**
 * One part of `npm test`.
 * @typedef {object} Part
 * @property {string} name for --only and --without
 * @property {string} title what it proves
 * @property {string[][]} [commands] run in order, each after `node`
 * @property {import('../start/build.mjs').Build[]} [builds] built always, before the commands
 * @property {import('../start/build.mjs').Build[]} [needs] built before the commands when stale
 * @property {boolean} [database] whether TEST_DATABASE_URL must be there
 * @property {boolean} [scratch] whether an empty database of its own must be there, as DATABASE_URL
 */

const [api, web] = /** @type {[import('../start/build.mjs').Build, import('../start/build.mjs').Build]} */ (BUILDS);
const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`;
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** @type {Part[]} in the order in which they run: quick and telling ones first */
export const PARTS = [
  {
    name: 'format',
    title: 'Every file is formatted',
    commands: [[bin('prettier'), '--check', '--log-level=warn', '.']],
  },
  {
    name: 'workspace',
    title: 'Tags, boundary rules, no import cycles, planted bugs, the table of ASVS',
    commands: [['tools/checks/workspace.mjs'], ['tools/checks/planted-bugs.mjs'], ['tools/checks/asvs.mjs']],
  },
  {
    name: 'translations',
    title: 'Dutch and English texts are complete',
    commands: [['tools/checks/translations.mjs']],
  },
  {
    name: 'licences',
    title: 'Licences of the packages, and a bill of materials without gaps',
    commands: [['tools/checks/licences.mjs'], ['tools/sbom.mjs', '--check']],
  },
  {
    name: 'lint',
    title: 'Lint and boundaries',
    // the boundary rule skips itself silently without a project graph in the cache, so that is made first
    commands: [
      [bin('nx'), 'show', 'projects'],
      [bin('eslint'), '.'],
    ],
  },
  {
    name: 'types',
    title: 'Types',
    commands: ['tsconfig.api.json', 'tsconfig.web.json'].map((config) => [bin('tsc'), '--noEmit', '-p', config]),
  },
  {
    name: 'build',
    title: 'Production builds and size budget',
    builds: BUILDS,
    commands: [['tools/checks/bundle-budget.mjs']],
  },
  {
    name: 'contract',
    title: 'openapi.json follows the code',
    needs: [api],
    commands: [['tools/contract.mjs', '--check']],
  },
  {
    name: 'permissions',
    title: 'docs/permissions.md follows the permission matrix',
    commands: [['tools/permissions.mjs', '--check']],
  },
  {
    name: 'migrations',
    title: 'Migrations follow the entities',
    needs: [api],
    scratch: true,
    commands: [
      ['dist/apps/api/cli.js', 'migrate'],
      ['dist/apps/api/cli.js', 'check-schema'],
    ],
  },
  {
    name: 'unit',
    title: 'Unit, database and HTTP tests',
    database: true,
    // they mostly wait for the database, so every core gets a worker
    commands: [[...JEST, '--maxWorkers=100%']],
  },
  {
    name: 'browser',
    title: 'Browser journeys',
    needs: [api, web],
    database: true,
    commands: [[bin('playwright'), 'test', '-c', 'apps/web-e2e/playwright.config.ts']],
  },
];
