import chromium from '@sparticuz/chromium';
import type { LaunchOptions } from '@playwright/test';

/** The browser from the npm package, or the one CHROMIUM_PATH names; the package's own arguments would make it die early. */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  return {
    executablePath: process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  };
}
