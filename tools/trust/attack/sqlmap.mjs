import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contract } from './product.mjs';

const run = promisify(execFile);
/** sqlmap ends with 0 whatever it finds; this line tells. */
const FOUND = /is vulnerable|sqlmap identified the following injection point/;
/** Every technique that needs no second channel. */
const TECHNIQUES = 'BEST';
/** Answers that are refusals, not signs of an injection. */
const REFUSALS = '400,401,403,404,405,409,413,415,422,429';

/** @typedef {{ url: string, cookieOf: (role: string) => Promise<string> }} Product */

/**
 * Gives the addresses that sqlmap finds an injection in: of every operation with a query, as the role that may use it,
 * and of the bodies that anybody may send.
 * @param {Product} product
 */
export async function injectionsIn(product) {
  const found = [];
  const targets = [...(await queries(product)), ...bodies(product)];
  for (const target of targets) if (await isInjectable(target)) found.push(target.name);
  return { found, tried: targets.length };
}

/** @typedef {{ name: string, words: string[] }} Target */

/** @param {Target} target */
export async function isInjectable({ words }) {
  const home = mkdtempSync(join(tmpdir(), 'htsm-sqlmap-'));
  try {
    const options = ['--batch', '--flush-session', '--dbms=postgresql', '--level=2', `--technique=${TECHNIQUES}`]
      .concat(['--time-sec=2', '--disable-coloring', `--ignore-code=${REFUSALS}`, '--output-dir', home])
      .concat(['--headers=x-htsm: 1\\nAccept: application/json']);
    const { stdout } = await run('sqlmap', [...words, ...options], { maxBuffer: 50_000_000 });
    return FOUND.test(stdout);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * @param {Product} product
 * @returns {Promise<Target[]>}
 */
async function queries({ url, cookieOf }) {
  const cookies = new Map(
    await Promise.all(
      ['sme', 'owner', 'taskforce', 'administrator'].map(
        async (role) => /** @type {const} */ ([role, await cookieOf(role)]),
      ),
    ),
  );
  return Object.entries(contract().paths).flatMap(([path, verbs]) => {
    const parameters = (verbs.get?.parameters ?? []).filter((/** @type {{ in: string }} */ one) => one.in === 'query');
    if (parameters.length === 0 || path.includes('{')) return [];
    const query = parameters
      .map((/** @type {Parameter} */ one) => `${one.name}=${encodeURIComponent(example(one))}`)
      .join('&');
    const cookie = cookies.get(roleFor(path));
    return [
      { name: `GET ${path}`, words: ['-u', `${url}${path}?${query}`, ...(cookie ? [`--cookie=${cookie}`] : [])] },
    ];
  });
}

/** @typedef {{ name: string, schema: { enum?: string[], items?: { enum?: string[] }, format?: string } }} Parameter */

/** @param {Parameter} parameter */
function example({ schema }) {
  const choices = schema.enum ?? schema.items?.enum;
  if (choices !== undefined) return choices[0] ?? '';
  return schema.format === 'uuid' ? '00000000-0000-4000-8000-000000000000' : 'meten';
}

/** @param {string} path */
function roleFor(path) {
  if (path.includes('/administration')) return 'administrator';
  if (path.includes('/taskforce') || path.includes('/moderation')) return 'taskforce';
  if (path.includes('/my/challenges')) return 'owner';
  return path.includes('/my/') ? 'sme' : '';
}

/**
 * @param {Product} product
 * @returns {Target[]}
 */
function bodies({ url }) {
  const sent = {
    '/api/session': { email: 'iemand@example.nl', password: 'een-lang-wachtwoord-1' },
    '/api/password-resets': { email: 'iemand@example.nl' },
  };
  return Object.entries(sent).map(([path, body]) => ({
    name: `POST ${path}`,
    words: ['-u', `${url}${path}`, `--data=${JSON.stringify(body)}`, '--method=POST'],
  }));
}
