import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { build } from 'vite';
import { startDatabase } from '../jest/start-database.mjs';
import { ROOT } from '../start/settings.mjs';

export const name = 'matching';
export const title = 'ranking 50,000 SMEs in the thread of the matcher, filled from the database';
export const bar = 'p95 below 50 ms, built in 15 s, at most 250 MB at the peak, a new profile found in 2 s';

const SMES = 50_000;
const NEWCOMERS = 20;
const DOMAIN = join(ROOT, 'libs', 'domain', 'src');
const MB = 1_000_000;

/** Fills a database, measures a thread of its own process, then the matcher itself with newcomers and a crash. */
export async function run() {
  const database = await startDatabase('bench');
  try {
    const url = database.env.DATABASE_URL;
    const file = join(mkdtempSync(join(tmpdir(), 'htsm-bench-')), 'input.json');
    writeFileSync(file, JSON.stringify({ url, count: SMES, ...material() }));
    const script = await bundle();
    const step = (/** @type {string} */ word) =>
      JSON.parse(
        execFileSync(process.execPath, [script, word, file], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      );
    const prepared = step('prepare');
    const measured = step('measure');
    const found = await findNewcomers(database, url);
    return report(prepared, measured, found);
  } finally {
    await database.stop();
  }
}

/** @returns {Promise<string>} the script */
async function bundle() {
  const outDir = join(ROOT, 'dist', 'commands', 'matching-bench');
  const entry = join(ROOT, 'libs', 'api', 'matching', 'src', 'testing', 'matching-bench.ts');
  await build({
    root: ROOT,
    configFile: join(ROOT, 'apps', 'api', 'vite.config.mjs'),
    build: { ssr: entry, outDir, emptyOutDir: true, rolldownOptions: { input: undefined } },
  });
  return join(outDir, 'matching-bench.js');
}

/** Sentences and challenges of the development set, words of the thesaurus. */
function material() {
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(DOMAIN, path), 'utf8'));
  const profiles = read('matching/development-set/profiles.json');
  const technical = readdirSync(join(DOMAIN, 'thesaurus', 'technical')).flatMap((file) =>
    read(`thesaurus/technical/${file}`),
  );
  const themes = read('themes/data/themes.json').map(([code]) => code);
  const inBoth = (/** @type {(locale: 'nl' | 'en') => unknown[]} */ make) => ({ nl: make('nl'), en: make('en') });
  return {
    material: {
      sentences: inBoth((locale) =>
        profiles.flatMap((one) => one.documents.flatMap((document) => document[locale].text.split(/(?<=\.)\s/))),
      ),
      words: inBoth((locale) => technical.flatMap((row) => (row[locale === 'en' ? 0 : 1] ?? '').split('|'))),
      themes,
    },
    challenges: read('matching/development-set/challenges.json').flatMap((one, at) =>
      ['nl', 'en'].map((locale) => ({ locale, text: one[locale].join('\n'), themes: [themes[at % themes.length]] })),
    ),
  };
}

/**
 * Starts the matcher as the worker does, writes newcomers one after another and waits until each is recommended; then ends
 * the thread in the middle of its work, and starts another.
 */
async function findNewcomers(database, url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const challengeId = await writeChallenge(client);
  Object.assign(process.env, database.env);
  const script = pathToFileURL(join(database.bundle, 'matcher.js'));
  let thread = new Worker(script);
  const startedAt = performance.now();
  await findNewcomer(client, challengeId);
  const firstMs = performance.now() - startedAt;
  const waits = [];
  for (let done = 0; done < NEWCOMERS; done += 1) {
    await pause(Math.random() * 500);
    waits.push(await findNewcomer(client, challengeId));
  }
  const late = await Promise.all([writeNewcomer(client), writeNewcomer(client), writeNewcomer(client)]);
  await thread.terminate();
  thread = new Worker(script);
  const crashedAt = performance.now();
  for (const id of late) await untilFound(client, challengeId, id);
  const backMs = performance.now() - crashedAt;
  thread.postMessage('stop');
  await new Promise((done) => thread.once('exit', done));
  await client.end();
  return { firstMs, worstMs: Math.max(...waits), backMs };
}

async function findNewcomer(client, challengeId) {
  const begun = performance.now();
  await untilFound(client, challengeId, await writeNewcomer(client));
  return performance.now() - begun;
}

let newcomers = 0;

/** @returns {Promise<string>} its id */
async function writeNewcomer(client) {
  const id = randomUUID();
  newcomers += 1;
  await client.query(
    `INSERT INTO organisation (id, name, kind, kvk_number, city, region) VALUES ($1, 'Newcomer', 'sme', $2, 'Assen', 'drenthe')`,
    [id, String(30_000_000 + newcomers)],
  );
  await client.query(
    `INSERT INTO profile (organisation_id, locale, about, themes) VALUES ($1, 'en', 'We locate seepage in compressed air pipes with acoustic cameras and repair leaking couplings.', '{sensors}')`,
    [id],
  );
  return id;
}

async function untilFound(client, challengeId, id) {
  for (;;) {
    const { rowCount } = await client.query(
      'SELECT FROM recommendation WHERE challenge_id = $1 AND organisation_id = $2',
      [challengeId, id],
    );
    if (rowCount > 0) return;
    await pause(10);
  }
}

async function writeChallenge(client) {
  const [organisation, person, challenge] = [randomUUID(), randomUUID(), randomUUID()];
  await client.query(
    `INSERT INTO organisation (id, name, kind, kvk_number, city, region) VALUES ($1, 'Owner', 'company', '39999999', 'Assen', 'drenthe')`,
    [organisation],
  );
  await client.query(
    `INSERT INTO app_user (id, email, name, locale, email_confirmed_at) VALUES ($1, 'owner@example.nl', 'Owner', 'nl', htsm_now())`,
    [person],
  );
  await client.query(
    `INSERT INTO challenge (id, slug, organisation_id, created_by, state, title_nl, summary_nl, themes, region, trl_from, trl_to, opens_at, opened_at, closes_at, decision_due_at)
     VALUES ($1, 'lekkages', $2, $3, 'open', 'Lekkages in persluchtleidingen', 'Wij verliezen perslucht en willen lekken snel vinden en dichten.',
       '{sensors}', 'drenthe', 4, 6, htsm_now() - interval '1 day', htsm_now() - interval '1 day', htsm_now() + interval '20 days', htsm_now() + interval '40 days')`,
    [challenge, organisation, person],
  );
  return challenge;
}

function report(prepared, measured, found) {
  const { rankMs, rankCpuMs } = measured.ranked;
  const ms = rankMs.sort((a, b) => a - b);
  const cpu = rankCpuMs.sort((a, b) => a - b);
  const at = (/** @type {number} */ share, times = ms) => times[Math.floor(times.length * share)] ?? 0;
  const mb = (/** @type {number} */ bytes) => `${Math.round(bytes / MB)} MB`;
  const seconds = (/** @type {number} */ time) => `${(time / 1_000).toFixed(1)} s`;
  return {
    figure:
      `${SMES} SMEs, ${prepared.documents} texts, analysed once in ${seconds(prepared.analysisMs)}; ` +
      `ranked (${ms.length} times) p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, worst ${at(0.9999).toFixed(1)} ms ` +
      `(processor time of the thread ${at(0.5, cpu).toFixed(1)} and ${at(0.95, cpu).toFixed(1)} ms); ` +
      `built in ${seconds(measured.fillMs)} (${seconds(measured.filled.cpuMs)} of the processor), thesaurus included; memory ${mb(measured.peak)} at the peak, ${mb(measured.after)} after; ` +
      `main loop late by ${measured.mainLoopMs.toFixed(1)} ms (p99), ${measured.mainLoopMaxMs.toFixed(1)} ms (worst); ` +
      `newcomers found in ${seconds(found.worstMs)} at worst, ${seconds(found.firstMs)} after the start of the thread, ` +
      `${seconds(found.backMs)} after it was killed`,
    ok: at(0.95) < 50 && measured.fillMs < 15_000 && measured.peak < 250 * MB && found.worstMs < 2_000,
  };
}
