/** `node tools/background.mjs`: counts anew how common terms are in texts of the trade, after the analyser has changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from './start/settings.mjs';

const outDir = join(ROOT, 'dist', 'commands', 'background');
await build({
  root: ROOT,
  configFile: join(ROOT, 'apps', 'api', 'vite.config.mjs'),
  build: {
    ssr: join(ROOT, 'apps', 'api', 'src', 'demo', 'background-texts.ts'),
    outDir,
    emptyOutDir: true,
    rolldownOptions: { input: undefined },
  },
});
const { countBackground } = await import(pathToFileURL(join(outDir, 'background-texts.js')).href);
const file = join(ROOT, 'libs', 'domain', 'src', 'matching', 'background.json');
writeFileSync(file, `${JSON.stringify(countBackground(), null, 2)}\n`);
