import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../start/settings.mjs';
import { withProduct } from './attack/product.mjs';
import { injectionsIn, isInjectable } from './attack/sqlmap.mjs';
import { weaknessesOf } from './attack/wapiti.mjs';
import { withCopy } from './project-copy.mjs';
import { withBug } from './planted-bugs.mjs';

export const name = 'attack-tools';
export const title = 'sqlmap and wapiti against the running product, and against one with a hole in it';
export const bar = '0 findings; both find the planted hole';

/** Holes that the tools must find. */
const HOLES = [
  {
    name: 'words of a search become SQL',
    file: 'libs/api/accounts/src/administration/administration.service.ts',
    from: 'tx.rows<PersonListRow>(PEOPLE, [',
    to: "tx.rows<PersonListRow>(PEOPLE.replaceAll('ILIKE $1', `ILIKE '${pattern}'`), [",
    seenBy: [],
  },
  {
    name: 'a search may be long enough for a payload',
    file: 'libs/api/accounts/src/dto/administration.dto.ts',
    from: '@TextField({ max: 100, optional: true }) readonly q?: string;',
    to: '@TextField({ max: 5000, optional: true }) readonly q?: string;',
    seenBy: [],
  },
  {
    name: 'browsers may guess what an answer is',
    file: 'libs/api/core/src/http/security-headers.ts',
    from: "'x-content-type-options': 'nosniff',",
    to: '',
    seenBy: [],
  },
];

/** Needs the Debian packages sqlmap and wapiti, and the built web application. */
export async function run() {
  const missing = ['sqlmap', 'wapiti'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing.length > 0) return { figure: `not run: install ${missing.join(' and ')}`, ok: false };
  const sound = await withCopy((copy) => withProduct(build(copy), inspect));
  const broken = await withCopy((copy) => {
    for (const hole of HOLES) {
      const file = join(copy, hole.file);
      writeFileSync(file, withBug(readFileSync(file, 'utf8'), hole));
    }
    return withProduct(build(copy), inspectHoles);
  });
  const clean = sound.injections.length === 0 && sound.weaknesses.length === 0;
  const found = [...sound.injections, ...sound.weaknesses].join('; ');
  const figure = `sqlmap ${sound.injections.length} of ${sound.tried} targets, wapiti ${sound.weaknesses.length}`;
  const holes = `planted: sqlmap ${broken.sql ? 'finds' : 'misses'} it, wapiti ${broken.headers ? 'finds' : 'misses'} it`;
  return { figure: `${figure}; ${holes}${clean ? '' : `: ${found}`}`, ok: clean && broken.sql && broken.headers };
}

/** @param {string} copy */
function build(copy) {
  execFileSync(
    join(ROOT, 'node_modules/.bin/vite'),
    ['build', '-c', 'apps/api/vite.config.mjs', '--outDir', 'dist/apps/api'],
    {
      cwd: copy,
      stdio: 'ignore',
    },
  );
  return join(copy, 'dist/apps/api');
}

/** @param {import('./attack/sqlmap.mjs').Product} product */
async function inspect(product) {
  const { found, tried } = await injectionsIn(product);
  return { injections: found, tried, weaknesses: await weaknessesOf(product.url) };
}

/** @param {import('./attack/sqlmap.mjs').Product} product */
async function inspectHoles({ url, cookieOf }) {
  const cookie = `--cookie=${await cookieOf('administrator')}`;
  const search = { name: 'search', words: ['-u', `${url}/api/administration/people?q=an`, '-p', 'q', cookie] };
  const weaknesses = await weaknessesOf(url);
  return { sql: await isInjectable(search), headers: weaknesses.some((line) => /X-Content-Type-Options/i.test(line)) };
}
