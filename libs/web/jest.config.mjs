import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import presets from 'jest-preset-angular/presets/index.js';

const root = resolve(import.meta.dirname, '../..');
const { paths } = JSON.parse(readFileSync(resolve(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
const preset = presets.createEsmPreset({ tsconfig: resolve(import.meta.dirname, 'tsconfig.spec.json') });

/** The web: components and services in jsdom, without zones; pure functions too. */
export default {
  ...preset,
  displayName: 'web',
  rootDir: root,
  roots: ['<rootDir>/libs/web', '<rootDir>/apps/web'],
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/libs/web/test-setup.ts'],
  moduleNameMapper: Object.fromEntries(
    Object.entries(paths).map(([name, [file]]) => [`^${name}$`, resolve(root, file)]),
  ),
};
