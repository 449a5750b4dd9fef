import rules from './rules.jest.config.mjs';

/** The specs of what actors may do in a room, before any row is asked for. */
const policies = {
  ...rules,
  displayName: 'policies',
  roots: ['<rootDir>/libs/api'],
  testMatch: ['**/*.policy.spec.ts'],
};
export default policies;
