import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Which rooms an API room may know: those before it in the life of a challenge. */
const API_ROOMS = ['accounts', 'challenges', 'proposals', 'reviews', 'matching', 'meetings'];
const WEB_ROOMS = [
  'accounts',
  'challenges',
  'proposals',
  'reviews',
  'matching',
  'meetings',
  'notifications',
  'taskforce',
];

const apiRoomArrows = API_ROOMS.map((room, place) => ({
  allSourceTags: ['scope:api', `room:${room}`],
  onlyDependOnLibsWithTags: [
    'type:domain',
    'type:core',
    ...API_ROOMS.slice(0, place + 1).map((name) => `room:${name}`),
  ],
}));
const webRoomArrows = WEB_ROOMS.map((room) => ({
  allSourceTags: ['scope:web', `room:${room}`],
  onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:core', 'type:ui', `room:${room}`],
}));

const arrows = [
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  {
    sourceTag: 'scope:api',
    onlyDependOnLibsWithTags: ['scope:api', 'scope:shared'],
    bannedExternalImports: ['@angular/*', '@jsverse/*'],
  },
  {
    sourceTag: 'scope:web',
    onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'class-validator', 'class-transformer'],
  },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:domain'],
    bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm', 'rxjs'],
  },
  {
    sourceTag: 'type:contracts',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contracts'],
    bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm'],
  },
  { sourceTag: 'type:core', onlyDependOnLibsWithTags: ['type:core', 'type:domain', 'type:contracts', 'type:ui'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:ui', 'type:domain', 'type:contracts'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:e2e'] },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:room', 'type:core', 'type:ui', 'type:domain', 'type:contracts', 'type:app'],
  },
  ...apiRoomArrows,
  {
    allSourceTags: ['scope:api', 'room:notifications'],
    onlyDependOnLibsWithTags: ['type:domain', 'type:core', 'room:accounts', 'room:notifications'],
  },
  { allSourceTags: ['scope:api', 'room:audit'], onlyDependOnLibsWithTags: ['type:domain', 'type:core', 'room:audit'] },
  ...webRoomArrows,
];

const limits = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  complexity: ['error', 15],
  'no-console': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
};

export default tseslint.config(
  { ignores: ['**/node_modules', 'dist', 'tmp', '.data', '.nx', '.angular', 'libs/contracts/src/generated'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      ...limits,
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints: arrows },
      ],
      '@typescript-eslint/no-extraneous-class': 'off', // Nest modules and Angular components are classes with decorators only
      '@typescript-eslint/consistent-type-imports': 'off', // injected classes must stay values
      '@typescript-eslint/unified-signatures': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Give it a name.' },
        { selector: "CallExpression[callee.name='forwardRef']", message: 'Break the cycle instead.' },
      ],
    },
  },
  { files: ['**/*.spec.ts', '**/testing/*.ts', 'apps/web-e2e/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['apps/web-e2e/playwright.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['apps/web/**/*.ts', 'libs/web/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'htsm', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'htsm', style: 'camelCase' }],
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        structuredClone: 'readonly',
        setImmediate: 'readonly',
        globalThis: 'readonly',
      },
    },
    rules: { ...limits, 'no-console': 'off', 'no-empty': ['error', { allowEmptyCatch: true }] },
  },
);
