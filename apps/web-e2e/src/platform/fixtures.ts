import { test as base, type Browser, type Page } from '@playwright/test';
import { startPlatform, type Platform } from './platform';

/** A signed-in person's browser: its own cookies, its own pages. */
export interface Visitor {
  readonly page: Page;
  /** What the browser complained of: script errors, refused resources, broken content policy. */
  readonly complaints: readonly string[];
}

/** Which window a visitor has. */
export interface WindowOptions {
  readonly language?: 'nl' | 'en';
  /** Whether it is a telephone of 390 px, used by touch. */
  readonly isPhone?: boolean;
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** Opens a browser window with cookies of its own and notes what it complains of. */
export async function openVisitor(browser: Browser, platform: Platform, options: WindowOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: platform.url, ...(options.isPhone === true ? PHONE : {}) });
  if (options.language !== undefined) {
    await context.addCookies([{ name: 'lang', value: options.language, url: platform.url }]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  return { page, complaints };
}

/** A refused request is shown to the person by the page; the browser logs it as well. */
function isRefusal(text: string): boolean {
  return /Failed to load resource: the server responded with a status of 4\d\d/.test(text);
}

/** The platform of one file, which goes when the next file begins. */
class PlatformOfFile {
  private file = '';
  private readonly running = new Map<boolean, Platform>();

  /** The platform of a file, started when its first test asks. */
  async of(file: string, withDemo: boolean): Promise<Platform> {
    if (file !== this.file) await this.stop();
    this.file = file;
    const platform = this.running.get(withDemo) ?? (await startPlatform(withDemo));
    this.running.set(withDemo, platform);
    return platform;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running.values()].map((platform) => platform.stop()));
    this.running.clear();
  }
}

interface Platforms {
  readonly emptyPlatform: Platform;
  readonly demoPlatform: Platform;
}

/** The journeys' test, with a platform for each file: empty, or with the demo content. What one file does, no other sees. */
export const test = base.extend<Platforms, { platformOfFile: PlatformOfFile }>({
  platformOfFile: [
    // Playwright reads the fixtures a function needs from its first parameter, so it must be a pattern
    // eslint-disable-next-line no-empty-pattern -- see above
    async ({}, use) => {
      const platform = new PlatformOfFile();
      await use(platform);
      await platform.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  emptyPlatform: async ({ platformOfFile }, use, { file }) => use(await platformOfFile.of(file, false)),
  demoPlatform: async ({ platformOfFile }, use, { file }) => use(await platformOfFile.of(file, true)),
});

export { expect } from '@playwright/test';
