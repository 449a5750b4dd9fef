import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDomain } from '../build/bundle-domain.mjs';
import { ROOT } from '../start/settings.mjs';

export const name = 'assignment';
export const title = 'assigning three reviewers to 500, 2,000 and 10,000 proposals with the command, best and fair';
export const bar =
  'best of 2,000 × 200: 1.28 s of processor time, whole process (HotCRP: 32 s), 150 MB beyond the runtime; ' +
  'fair: 5 s and 60 s, total −0.5 %, floor 95 % and 90 % of its bound';

/** The best of each proposal and of each reviewer, where not all pairs are listed. */
const LISTED = { perProposal: 40, perReviewer: 60 };
/** @type {{ size: import('../../libs/domain/src/assignment/testing/example-instance.ts').ExampleSize, seconds: number, floor: number }[]} */
const CASES = [
  { size: { proposals: 500, reviewers: 50, seed: 1 }, seconds: 5, floor: 0.95 },
  { size: { proposals: 2_000, reviewers: 200, seed: 1 }, seconds: 5, floor: 0.95 },
  { size: { proposals: 2_000, reviewers: 200, seed: 2, load: 1.02, conflicts: 0.2 }, seconds: 5, floor: 0.95 },
  { size: { proposals: 10_000, reviewers: 1_000, seed: 1, listed: LISTED }, seconds: 60, floor: 0.9 },
];
const MOST_CPU_MS = 1_280;
const MOST_MB = 150;
/** Of the total, in parts. */
const MOST_LOST = 0.005;

/** Runs the command over each instance in both modes. */
export async function run() {
  const { exampleInstance } = await import(
    await bundleDomain('assignment/testing/example-instance.ts', 'example-instance')
  );
  const folder = mkdtempSync(join(tmpdir(), 'htsm-assignment-'));
  try {
    const idle = await assign(folder, { ...exampleInstance({ proposals: 2, reviewers: 6, seed: 1 }) });
    const lines = [];
    let ok = true;
    for (const { size, seconds, floor } of CASES) {
      const best = await assign(folder, exampleInstance(size));
      const fair = await assign(folder, exampleInstance({ ...size, mode: 'fair' }));
      const lost = 1 - fair.result.total / best.result.total;
      const mb = best.mb - idle.mb;
      if (size.proposals === 2_000) ok &&= best.cpuMs <= MOST_CPU_MS && mb <= MOST_MB;
      ok &&= fair.ms <= seconds * 1_000 && lost <= MOST_LOST && fair.result.floor >= floor * fair.result.floorBound;
      lines.push(
        `${size.proposals} × ${size.reviewers}: best ${best.cpuMs} ms of processor time, ${Math.round(mb)} MB beyond the runtime; ` +
          `fair ${(fair.ms / 1_000).toFixed(1)} s, total −${(lost * 100).toFixed(2)} %, ` +
          `floor ${((100 * fair.result.floor) / fair.result.floorBound).toFixed(1)} % of its bound`,
      );
    }
    return { figure: lines.join('\n  '), ok };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Gives what the command writes, how long it took, and its processor time and largest memory, as its process tells.
 * @param {string} folder
 * @param {object} instance
 */
async function assign(folder, instance) {
  const input = join(folder, 'in.json');
  const output = join(folder, 'out.json');
  const usage = join(folder, 'usage.json');
  writeFileSync(input, JSON.stringify(instance));
  const tell = `process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();require('node:fs').writeFileSync(${JSON.stringify(usage)},JSON.stringify({cpuMs:(u+s)/1e3,mb:m/1024}))})`;
  const hook = join(folder, 'usage.cjs');
  writeFileSync(hook, tell);
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ['--require', hook, join(ROOT, 'tools', 'assign.mjs'), '--instance', input, '--out', output],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`The command ended with ${String(code)}.`);
  const { cpuMs, mb } = JSON.parse(readFileSync(usage, 'utf8'));
  const result = JSON.parse(readFileSync(output, 'utf8'));
  return { result, ms: performance.now() - startedAt, cpuMs: Math.round(cpuMs), mb };
}
