/** Fails when the JavaScript that every first visit loads is larger than the budget, as it travels. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { report } from './report.mjs';
import { rootToCheck } from './source-files.mjs';

/** Acceptance of the public list; kilobytes of 1000 bytes, in the larger of the two compressions. */
const BUDGET_KB = 150;

const folder = join(rootToCheck(), 'dist/apps/web/browser');
const page = ['index.csr.html', 'index.html'].map((name) => join(folder, name)).find((file) => existsSync(file));

if (!page) report('', [`There is no index page in ${folder}: build the web application first`]);
else measure(readFileSync(page, 'utf8'));

/** @param {string} html */
function measure(html) {
  const files = [...loadedAtOnce(html)];
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0)
    return report(
      '',
      missing.map((file) => `${file} is asked for and not there`),
    );
  const contents = files.map((file) => readFileSync(join(folder, file)));
  const gzip = kilobytes(contents.map((content) => gzipSync(content).length));
  const brotli = kilobytes(contents.map((content) => brotliCompressSync(content).length));
  const sentence = `${files.length} files of initial JavaScript: ${gzip} kB with gzip, ${brotli} kB with brotli; the budget is ${BUDGET_KB} kB.`;
  if (files.length === 0)
    return report('', ['The index page loads no JavaScript: this check no longer understands the build']);
  return report(sentence, Number(gzip) > BUDGET_KB ? [sentence] : []);
}

/** @param {number[]} sizes in bytes */
function kilobytes(sizes) {
  return (sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1);
}

/**
 * The scripts and preloads of the page, and what those import without being asked to later.
 * @param {string} html
 */
function loadedAtOnce(html) {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => tag.startsWith('<script') || /rel="?modulepreload/.test(tag));
  const queue = wanted.flatMap((tag) => /(?:src|href)="?([^"\s>]+\.m?js)/.exec(tag)?.[1] ?? []);
  /** @type {Set<string>} */
  const files = new Set();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const file = posix.normalize(next.replace(/^\//, ''));
    if (files.has(file)) continue;
    files.add(file);
    queue.push(...staticImports(file));
  }
  return files;
}

/** @param {string} file */
function staticImports(file) {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const imports = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.m?js)["']/g);
  return Array.from(imports, ([, target = '']) => posix.join(posix.dirname(file), target));
}
