import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './src/platform/chromium';

/** Journeys through the built product in a real Chromium, one worker for each core; each file has a platform of its own. */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../tmp/e2e-results',
  globalSetup: './src/platform/templates.ts',
  workers: '100%',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    launchOptions: await chromiumLaunch(),
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
  },
});
