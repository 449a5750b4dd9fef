import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PublicAddresses, type PublicAddress } from '@htsm/api/challenges';
import { sendPublicAnswer, type Config } from '@htsm/api/core';

/** How long a search engine may keep them without asking, in seconds. */
const MAX_AGE_S = 3600;
const PAGES = ['', 'challenges', 'results', 'how-it-works', 'accessibility', 'privacy', 'contact', 'subscribe'];
/** Pages that are nobody else's business, or change nothing for a search engine. */
const PRIVATE = [
  '/api/',
  '/my/',
  '/taskforce',
  '/account',
  '/administration',
  '/profile',
  '/webhooks',
  '/subscriptions/',
];

/** Serves what search engines ask for first. */
export function addRobotPages(app: NestFastifyApplication, config: Pick<Config, 'publicUrl'>): void {
  const addresses = app.get(PublicAddresses, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  server.get('/sitemap.xml', async (request, reply) => {
    const rows = await addresses.list();
    const type = 'application/xml; charset=utf-8';
    const changedAt = rows[0]?.changedAt ?? new Date(0);
    return sendPublicAnswer(request, reply, { type, body: sitemap(config, rows), changedAt, maxAgeS: MAX_AGE_S });
  });
  server.get('/robots.txt', async (_request, reply) =>
    reply
      .header('cache-control', `public, max-age=${MAX_AGE_S}`)
      .type('text/plain; charset=utf-8')
      .send(robots(config)),
  );
}

/** Says which pages are for search engines. */
export function robots({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  const lines = ['User-agent: *', 'Allow: /api/feeds/', ...PRIVATE.map((path) => `Disallow: ${path}`), 'Allow: /'];
  return `${lines.join('\n')}\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
}

/** Lists the public pages (sitemaps.org, 0.9). Slugs are letters, digits and hyphens. */
export function sitemap({ publicUrl }: Pick<Config, 'publicUrl'>, rows: readonly PublicAddress[]): string {
  const pages = PAGES.map((path) => `<url><loc>${publicUrl}/${path}</loc></url>`);
  const challenges = rows.map(
    ({ slug, changedAt }) =>
      `<url><loc>${publicUrl}/challenges/${encodeURIComponent(slug)}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...pages, ...challenges].join('\n')}
</urlset>
`;
}
