import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../start/settings.mjs';
import { fingerprint } from './fingerprint.mjs';

/**
 * Bundles a file of the domain for a command, so that the command runs the very rules of the platform; takes under a second,
 * and nothing while the domain stays as it is.
 * @param {string} file below libs/domain/src
 * @param {string} name of the bundle
 * @returns {Promise<string>} the address to import
 */
export async function bundleDomain(file, name) {
  const outDir = join(ROOT, 'dist', 'commands', name);
  const stampFile = join(outDir, 'stamp');
  const address = pathToFileURL(join(outDir, `${name}.js`)).href;
  const stamp = fingerprint(['libs/domain/src', 'tools/build', 'package-lock.json']);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return address;
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(ROOT, 'libs', 'domain', 'src', file),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.js`, format: 'es' } },
    },
  });
  writeFileSync(stampFile, stamp);
  return address;
}
