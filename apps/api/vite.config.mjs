import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

const { paths } = JSON.parse(readFileSync(resolve(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
const alias = Object.entries(paths).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: resolve(root, file),
}));

/** Bundles the API, the worker and the command line for Node: our code in, packages stay outside. */
export default defineConfig({
  root,
  logLevel: 'warn',
  resolve: { alias },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  ssr: { noExternal: [/^@htsm\//] },
  build: {
    ssr: true,
    outDir: resolve(root, 'dist/apps/api'),
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: resolve(root, 'apps/api/src/main.ts'),
        worker: resolve(root, 'apps/api/src/worker.ts'),
        'mail-carrier': resolve(root, 'apps/api/src/mail-carrier.ts'),
        'assignment-thread': resolve(root, 'apps/api/src/assignment-thread.ts'),
        'paper-thread': resolve(root, 'apps/api/src/paper-thread.ts'),
        'timetable-thread': resolve(root, 'apps/api/src/timetable-thread.ts'),
        'workbook-thread': resolve(root, 'apps/api/src/workbook-thread.ts'),
        matcher: resolve(root, 'apps/api/src/matcher.ts'),
        cli: resolve(root, 'apps/api/src/cli.ts'),
      },
      output: { entryFileNames: '[name].js', format: 'es' },
    },
  },
});
