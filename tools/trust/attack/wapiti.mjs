import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MODULES = 'xss,redirect,sql,file,exec,crlf,csp,http_headers,cookieflags,methods';
/** Asks for a filter that browsers have dropped and that OWASP advises to switch off, as we do (security-headers.ts). */
const OUTDATED = /X-XSS-Protection/;
/** Longest crawl, in seconds. */
const CRAWL_S = 120;

/**
 * Gives what wapiti finds on the pages that a visitor reaches: `<kind>: <address>`.
 * @param {string} url
 */
export async function weaknessesOf(url) {
  const folder = mkdtempSync(join(tmpdir(), 'htsm-wapiti-'));
  const file = join(folder, 'report.json');
  try {
    const words = [
      '-u',
      `${url}/`,
      '-m',
      MODULES,
      '--max-scan-time',
      String(CRAWL_S),
      '--flush-session',
      '-f',
      'json',
      '-o',
      file,
    ];
    const starts = ['/challenges', '/sign-in', '/subscribe'].flatMap((path) => ['-s', `${url}${path}`]);
    await run('wapiti', [...words, ...starts, '--store-session', folder, '-S', 'normal'], { maxBuffer: 50_000_000 });
    const { vulnerabilities, anomalies } = JSON.parse(readFileSync(file, 'utf8'));
    return Object.entries({ ...vulnerabilities, ...anomalies })
      .flatMap(([kind, list]) =>
        /** @type {{ path: string, info: string }[]} */ (list).map(({ path, info }) => `${kind}: ${path} ${info}`),
      )
      .filter((line) => !OUTDATED.test(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
