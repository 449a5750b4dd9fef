import api from './api.jest.config.mjs';

/** The domain alone: no database to start and stop, so that thousands of runs are affordable. */
const domain = { ...api, displayName: 'domain', roots: ['<rootDir>/libs/domain'] };
delete domain.globalSetup;
delete domain.globalTeardown;
export default domain;
