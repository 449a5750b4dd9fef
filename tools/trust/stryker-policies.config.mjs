import rules from './stryker.config.mjs';

/** Mutation testing of the policies of the rooms; they load the framework, so they have a run of their own. */
const policies = {
  ...rules,
  mutate: ['libs/api/**/*.policy.ts'],
  jest: { ...rules.jest, configFile: 'tools/jest/policies.jest.config.mjs' },
};
export default policies;
