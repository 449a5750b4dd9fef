import api from './api.jest.config.mjs';

/** The specs of rules, which need no database: few and quick, so that running them for every mutant is affordable. */
const rules = {
  ...api,
  displayName: 'rules',
  roots: ['challenges', 'permissions', 'proposals', 'reviews', 'states', 'suggestions'].map(
    (noun) => `<rootDir>/libs/domain/src/${noun}`,
  ),
};
delete rules.globalSetup;
delete rules.globalTeardown;
export default rules;
