/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openVisitor, test } from './platform/fixtures';
import { START, reachablePages } from './platform/reachable-pages';
import { signInAs } from './platform/sign-ins';
import { WRITTEN, poison } from './platform/xss-corpus';

declare global {
  interface Window {
    __xssRuns: string[];
    __xss: () => void;
  }
}

/** Fields that the API takes as text but that never reach a view as it was written, and why. */
const NEVER_SHOWN: Readonly<Record<string, string>> = {
  password: 'kept as a hash',
  current: 'a password, compared and not kept',
  next: 'a password, kept as a hash',
  answer: 'what a passkey signed, checked and not kept',
  token: 'a signed id',
  code: 'six digits',
  clientSecret: 'sealed, and never given back',
  submitKey: 'an id of the client',
  receipt: 'read as one, shown by its signed parts only',
  kvkNumber: 'eight digits',
  groupKvkNumber: 'eight digits',
  challengeSlug: 'looked up',
  q: 'a search',
  themes: 'codes: small letters, digits, strokes',
  expertThemes: 'codes, as themes; asked and not kept',
  certificates: 'codes, as themes',
  into: 'a code, as themes',
  time: 'hours and minutes',
  key: 'names a sentence of a mail; others are refused',
  csv: 'lines that are read, and told back only to who sent them',
};
/** Field of the API → column, where the name is another one. */
const KEPT_AS: Readonly<Record<string, string>> = {
  organisationName: 'name',
  note: 'text',
  publicReason: 'cancel_reason',
  scoreLabelsNl: 'score_labels_nl',
  scoreLabelsEn: 'score_labels_en',
};

test('every text field of the contract is in the corpus test', () => {
  const columns = new Set(Object.values(WRITTEN).flat());
  const missing = textFields().filter(
    (field) => NEVER_SHOWN[field] === undefined && !columns.has(KEPT_AS[field] ?? snakeCase(field)),
  );
  expect(missing).toEqual([]);
});

test('what would run is noticed', async ({ browser, demoPlatform }) => {
  const { page } = await openVisitor(browser, demoPlatform);
  await listen(page, []);
  await page.goto('/how-it-works');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'javascript:__xss()';
    document.body.append(link, document.createElement('iframe'));
    // the browser refuses it at once and says so
    Promise.resolve()
      .then(() => link.setAttribute('onclick', '__xss()'))
      .catch(() => undefined);
  });
  await expect.poll(() => faultsOf(page, '')).toHaveLength(3);
  expect(await faultsOf(page, '')).toEqual([
    expect.stringMatching(/^: require-trusted-types-for trusted-types-sink/),
    ': <a href="javascript:__xss()">',
    ': <iframe>',
  ]);
  await page.context().close();
});

test('texts that would run, in every field, run nowhere: each role, each kind of page', async ({
  browser,
  demoPlatform,
}) => {
  test.setTimeout(300_000);
  await poison(demoPlatform);
  const faults: string[] = [];
  const seen: Record<string, number> = {};
  for (const role of Object.keys(START)) {
    const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
    await listen(page, faults);
    await signInAs(page, demoPlatform, role);
    seen[role] = 0;
    const look = async (path: string): Promise<void> => {
      faults.push(...(await faultsOf(page, path)));
      seen[role] = (seen[role] ?? 0) + ((await page.content()).includes('__xss()') ? 1 : 0);
    };
    await reachablePages(page, role, look);
    faults.push(...complaints);
    await page.context().close();
  }
  expect(faults).toEqual([]);
  // otherwise it would have proven nothing
  for (const role of Object.keys(START)) expect([role, (seen[role] ?? 0) > 0]).toEqual([role, true]);
});

/** Hears of anything that runs: the function of the corpus, a dialog, a broken policy, a page that leads away. */
async function listen(page: Page, faults: string[]): Promise<void> {
  await page.addInitScript(() => {
    window.__xssRuns = [];
    window.__xss = () => void window.__xssRuns.push('ran');
    document.addEventListener('securitypolicyviolation', (event) => {
      window.__xssRuns.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('dialog', (dialog) => {
    faults.push(`${page.url()}: dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) faults.push(`${page.url()}: asked for ${request.url()}`);
  });
}

/** What ran on this page, and what would run at a click or a touch. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const found = await page.evaluate(() => [
    ...window.__xssRuns,
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            /^on/i.test(name) || (!['value', 'content'].includes(name) && /^\s*javascript:/i.test(value)),
        )
        .map(({ name, value }) => `<${element.localName} ${name}="${value}">`),
    ),
    ...[...document.querySelectorAll('iframe:not([sandbox=""]), object, embed, base:not([href="/"])')].map(
      (one) => `<${one.localName}>`,
    ),
  ]);
  return found.map((what) => `${path}: ${what}`);
}

/** Names of the free text fields in everything that the API accepts. */
function textFields(): string[] {
  interface Schema {
    type?: string;
    enum?: unknown;
    format?: string;
    $ref?: string;
    items?: Schema;
    allOf?: Schema[];
    properties?: Record<string, Schema>;
  }
  const file = resolve(import.meta.dirname, '../../api/openapi.json');
  const contract = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
    components: { schemas: Record<string, Schema> };
  }; // the part of OpenAPI that is read here
  const names = new Set<string>();
  const done = new Set<string>();
  const visit = (schema: Schema | undefined, name: string): void => {
    if (schema === undefined) return;
    for (const part of schema.allOf ?? []) visit(part, name);
    visit(schema.items, name);
    const ref = schema.$ref?.split('/').at(-1);
    if (ref !== undefined && !done.has(ref)) {
      done.add(ref);
      visit(contract.components.schemas[ref], name);
    }
    for (const [key, inner] of Object.entries(schema.properties ?? {})) visit(inner, key);
    if (schema.type === 'string' && schema.enum === undefined && schema.format === undefined) names.add(name);
  };
  for (const operation of Object.values(contract.paths).flatMap((methods) => Object.values(methods))) {
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) visit(schema, '');
  }
  return [...names].sort();
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
