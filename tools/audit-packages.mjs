/** `npm run audit-packages`: asks the configured registry for known weaknesses of the packages we use. */
import { execFile } from 'node:child_process';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { readWords } from './start/command-words.mjs';
import { ROOT } from './start/settings.mjs';

const HELP = `
Asks the registry that npm is set to for known weaknesses of every locked package.

  npm run audit-packages [-- --with-development]

Exit code 0: nothing known.  1: weaknesses, with how soon each is to be replaced (SECURITY.md).
          2: the registry could not be asked, so nothing is known either way.
`;

/** How soon a package with a weakness is replaced; SECURITY.md promises the same. */
const REPLACED_WITHIN = /** @type {Record<string, string>} */ ({
  critical: '2 working days',
  high: '7 days',
  moderate: '30 days',
  low: '90 days',
  info: '90 days',
});

await runCommand(async () => {
  const words = readWords({ 'with-development': { type: 'boolean' } }, HELP);
  if (!words) return 0;
  const omit = words['with-development'] ? [] : ['--omit=dev'];
  const weaknesses = readAnswer(await npm(['audit', '--json', '--audit=true', ...omit]));
  for (const { name, severity, range } of weaknesses)
    console.log(`${severity.padEnd(9)} ${name} ${range}: replace within ${REPLACED_WITHIN[severity] ?? '90 days'}`);
  console.log(
    weaknesses.length === 0 ? 'No weakness is known of any package.' : `${weaknesses.length} packages are weak.`,
  );
  return weaknesses.length === 0 ? 0 : 1;
});

/**
 * Gives what npm printed, whatever its exit code: findings are one, too.
 * @param {string[]} words
 * @returns {Promise<string>}
 */
function npm(words) {
  const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 };
  return new Promise((resolve) => execFile('npm', words, options, (_fault, said) => resolve(said)));
}

/**
 * An answer without findings and one that never came look alike to a careless reader: only a report counts as an answer.
 * @param {string} said
 * @returns {{ name: string, severity: string, range: string }[]}
 */
function readAnswer(said) {
  const answer = said.startsWith('{') ? JSON.parse(said) : {};
  if (answer.auditReportVersion !== 2 || typeof answer.vulnerabilities !== 'object') {
    const why = answer.statusCode ? `it answered ${answer.statusCode}` : 'it did not answer';
    throw new PlainFailure(
      `The registry could not be asked for weaknesses (${why}): run this where npm reaches a registry that knows them.`,
      2,
    );
  }
  return Object.values(answer.vulnerabilities);
}
