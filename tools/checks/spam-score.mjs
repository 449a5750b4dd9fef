/**
 * What SpamAssassin thinks of our digest: local rules only, and without the rules that trust a sender. Says so when it is
 * not installed (Debian: apt-get install spamassassin).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestProof } from '../trust/jest-proof.mjs';

/** The most that a digest may score; 5 is spam. */
const MOST = 1;
/** Rules that lower the score of who is known, and those that only see that this machine sent it. */
const TRUST = [
  'ALL_TRUSTED',
  'NO_RELAYS',
  'NO_RECEIVED',
  'DKIM_SIGNED',
  'DKIM_VALID',
  'DKIM_VALID_AU',
  'DKIM_VALID_EF',
  'DKIM_INVALID',
  'SPF_PASS',
  'SPF_HELO_PASS',
  'RCVD_IN_DNSWL_HI',
];

if (spawnSync('spamassassin', ['--version']).error !== undefined) {
  process.stdout.write('SpamAssassin is not installed, so nothing was checked (apt-get install spamassassin).\n');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'htsm-spam-'));
try {
  const { ok } = await jestProof(['libs/api/notifications/src/sending/digest-in-a-mailbox.spec.ts'], {
    DIGEST_FOLDER: folder,
  });
  if (!ok) throw new Error('The digest could not be written');
  const scores = ['nl', 'en'].map((locale) => scoreOf(locale));
  process.exitCode = scores.every((score) => score < MOST) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Judges the digest in a language. @param {string} locale */
function scoreOf(locale) {
  const rules = TRUST.map((name) => `--cf=score ${name} 0`);
  const input = readFileSync(join(folder, `digest-${locale}.eml`));
  const { stdout } = spawnSync('spamassassin', ['--local', '--test-mode', ...rules], { input, encoding: 'utf8' });
  const [, score = 'Infinity', tests = ''] =
    /^X-Spam-Status: \w+, score=(-?[\d.]+)[\s\S]*?tests=([\s\S]*?)\s+autolearn/m.exec(stdout) ?? [];
  process.stdout.write(`${locale}: ${score} (bar < ${MOST}), rules: ${tests.replace(/\s+/g, '') || 'none'}\n`);
  return Number(score);
}
