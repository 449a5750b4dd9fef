/** Every project's tests; one part: `npm test -- --only jest`, one file: `npm run jest -- path`. */
export default {
  projects: ['<rootDir>/tools/jest/api.jest.config.mjs', '<rootDir>/libs/web/jest.config.mjs'],
};
