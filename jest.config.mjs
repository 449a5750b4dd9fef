/** Every project's tests; one part: `npm test -- --only jest`, one file: `npm run jest -- path`. */
export default {
  testTimeout: 30_000, // counts for all: with several projects, what a project says of it is not read
  projects: ['<rootDir>/tools/jest/api.jest.config.mjs', '<rootDir>/libs/web/jest.config.mjs'],
};
