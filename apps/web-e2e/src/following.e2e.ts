/// <reference lib="dom" />
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { parseFeed } from '@rowanmanning/feed-parser';
import ICAL from 'ical.js';
import { Webhook } from 'standardwebhooks';
import { expect, openVisitor, test } from './platform/fixtures';
import { signInAs } from './platform/sign-ins';

test('a visitor follows a search by feed and calendar, from links on the page and in its head', async ({
  browser,
  demoPlatform,
}) => {
  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await page.goto('/challenges?theme=sensors');
  const shown = await page.locator('htsm-challenge-card h3').allTextContents();
  const atom = await page.getByRole('link', { name: 'Volg via RSS/Atom' }).getAttribute('href');
  const calendar = await page.getByRole('link', { name: 'Sluitingen in mijn agenda' }).getAttribute('href');
  expect(await page.locator('head link[rel=alternate][type="application/atom+xml"]').getAttribute('href')).toBe(atom);
  const feed = parseFeed(await (await page.request.get(atom ?? '')).text());
  expect(feed.items.map(({ title }) => title?.trim()).sort()).toEqual(shown.map((title) => title.trim()).sort());
  const text = await (await page.request.get(calendar ?? '')).text();
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThanOrEqual(shown.length);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('machines read what a challenge is, and where the pages are', async ({ request, demoPlatform }) => {
  const { url } = demoPlatform;
  const map = await (await request.get(`${url}/sitemap.xml`)).text();
  const address = [...map.matchAll(/<loc>([^<]+\/challenges\/[^<]+)<\/loc>/g)].map(([, found]) => found)[0] ?? '';
  expect(await (await request.get(`${url}/robots.txt`)).text()).toContain(`Sitemap: ${url}/sitemap.xml`);
  const answer = await request.get(address);
  expect(answer.headers()['content-security-policy']).toContain("script-src 'self'");
  const html = await answer.text();
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
    ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
  );
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    url: address,
    breadcrumb: { '@type': 'BreadcrumbList' },
    mainEntity: { '@type': 'Demand', validThrough: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
  });
  for (const property of ['og:title', 'og:description', 'og:type', 'og:url', 'og:image', 'og:locale', 'og:site_name']) {
    expect(html).toContain(`property="${property}"`);
  }
  const image = await request.get(`${url}/share.png`);
  expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/png']);
});

test('a challenge stands on another site as a card that runs nothing', async ({ browser, demoPlatform }) => {
  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await page.goto('/challenges');
  await page.locator('htsm-challenge-card a').first().click();
  await page.getByText('Zet deze challenge op uw site').click();
  const lines = await page.getByLabel('Regels voor uw site').inputValue();
  const title = (await page.locator('h1').textContent())?.trim() ?? '';
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="nl"><title>Elders</title><h1>Elders</h1>${lines}</html>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo; // a TCP server
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`http://127.0.0.1:${port}/`);
  const card = page.frameLocator('iframe');
  await expect(card.getByRole('heading', { name: title })).toBeVisible();
  expect(await card.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  const html = await (await page.request.get(/src="([^"]+)"/.exec(lines)?.[1] ?? '')).text();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // outside its sandbox, in which axe could not run either
    await page.goto('about:blank');
    await page.setContent(html);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  expect(complaints).toEqual([]);
  await new Promise((resolve) => site.close(resolve));
  await page.context().close();
});

test('an owner has a program told of challenges, sees how it went and sends a message again', async ({
  browser,
  demoPlatform,
}) => {
  const heard: { headers: Record<string, string>; body: string }[] = [];
  const program = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers as Record<string, string>, body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
  const { port } = program.address() as AddressInfo; // a TCP server
  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await signInAs(page, demoPlatform, 'owner');
  await page.goto('/account');
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByRole('textbox', { name: 'Adres', exact: true }).fill(`http://127.0.0.1:${port}/hook`);
  await page.getByRole('button', { name: 'Voeg toe en stuur een proefbericht' }).click();
  const secret = (await page.locator('section', { hasText: 'Bewaar dit geheim' }).locator('code').textContent()) ?? '';
  await expect(page.getByRole('textbox', { name: 'Adres', exact: true })).toHaveValue('');
  await page.getByRole('button', { name: 'Ik heb het bewaard' }).click();
  await expect.poll(() => heard.length).toBe(1);
  expect(new Webhook(secret).verify(heard[0]?.body ?? '', heard[0]?.headers ?? {})).toMatchObject({
    type: 'webhook.test',
  });
  const card = page.locator('htsm-webhook-card', { hasText: `127.0.0.1:${port}` });
  await expect
    .poll(async () => {
      await card.getByRole('button', { name: 'Bekijk de berichten' }).click();
      return card.getByRole('row', { name: 'proefbericht' }).textContent();
    })
    .toContain('Aangekomen: antwoord 200');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  await card.getByRole('button', { name: 'Stuur opnieuw' }).click();
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[1]?.headers['webhook-id']).toBe(heard[0]?.headers['webhook-id']);
  expect(complaints).toEqual([]);
  await new Promise((resolve) => program.close(resolve));
  await page.context().close();
});
