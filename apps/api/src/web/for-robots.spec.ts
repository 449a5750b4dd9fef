import { SaxesParser } from 'saxes';
import { robots, sitemap } from './for-robots';

const config = { publicUrl: 'https://challenges.example' };

describe('what search engines are told', () => {
  it('lists the public pages and every public challenge, as XML', () => {
    const xml = sitemap(config, [
      { slug: 'wissels', changedAt: new Date('2026-11-22T12:00:00Z') },
      { slug: 'zakken', changedAt: new Date('2026-11-21T12:00:00Z') },
    ]);
    const found: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('text', (text) => (text.trim() === '' ? undefined : found.push(text)));
    parser.write(xml).close();
    expect(found.slice(0, 2)).toEqual(['https://challenges.example/', 'https://challenges.example/challenges']);
    expect(found.slice(-4)).toEqual([
      'https://challenges.example/challenges/wissels',
      '2026-11-22T12:00:00.000Z',
      'https://challenges.example/challenges/zakken',
      '2026-11-21T12:00:00.000Z',
    ]);
  });

  it('keeps them out of what is private, and shows them the sitemap', () => {
    const lines = robots(config).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining(['Allow: /api/feeds/', 'Disallow: /api/', 'Disallow: /my/', 'Allow: /']),
    );
    expect(lines).toContain('Sitemap: https://challenges.example/sitemap.xml');
  });
});
