import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../start/settings.mjs';

/**
 * Bundles a file of the domain for a command, so that the command runs the very rules of the platform; takes under a second.
 * @param {string} file below libs/domain/src
 * @param {string} name of the bundle
 * @returns {Promise<string>} the address to import
 */
export async function bundleDomain(file, name) {
  const outDir = join(ROOT, 'dist', 'commands', name);
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
  return pathToFileURL(join(outDir, `${name}.js`)).href;
}
