import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Writes a .br and a .gz beside every text file of the built site, so that serving costs no compression. */
const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Usage: node tools/build/precompress.mjs <folder>\n');
  process.exit(2);
}
for (const name of await readdir(folder, { recursive: true })) {
  if (!/\.(js|css|svg|json|txt|xml|webmanifest)$/.test(name)) continue;
  const bytes = await readFile(join(folder, name));
  await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes));
  await writeFile(join(folder, `${name}.gz`), gzipSync(bytes));
}
