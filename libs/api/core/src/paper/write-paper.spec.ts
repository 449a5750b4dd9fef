import { inflateSync } from 'node:zlib';
import { htmlParts } from './html-parts';
import type { PaperOrder } from './paper-order';
import { writePaper } from './write-paper';

const ORDER: PaperOrder = {
  title: 'Beoordelen: Brüggen & bruggen',
  lang: 'nl',
  writtenAt: '2026-11-20T10:00:00Z',
  footer: 'Vertrouwelijk. Voor Jelle.',
  pageWords: 'Pagina {{page}} van {{pages}}',
  parts: [
    { kind: 'heading', level: 1, text: 'Eén', startsPage: true },
    ...htmlParts(
      '<p>Wij <strong>meten</strong> &amp; weten.<br>Daarna</p><ul><li>a</li><li>b <strong>c</strong></li></ul>',
    ),
    { kind: 'heading', level: 2, text: 'Formulier' },
    {
      kind: 'table',
      head: ['Score', 'Betekenis'],
      rows: [
        ['0', 'Zwak'],
        ['5', 'Sterk'],
      ],
    },
    { kind: 'box', label: 'Uw score', height: 80 },
    { kind: 'heading', level: 1, text: 'Twee', startsPage: true },
    { kind: 'text', runs: [{ text: 'woord '.repeat(1000) }] },
  ],
};

/** The first part, and two pages of words. */
const PAGES = 3;

/** What a PDF says in plain and in packed parts, fonts left out. */
function readable(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes);
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
  });
  return text + packed.join('\n');
}
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('a document on paper', () => {
  it('is tagged in reading order, in its language, with bookmarks and a title', async () => {
    const text = readable(await writePaper(ORDER));
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain('/Lang (nl)');
    expect(text).toMatch(/\/DisplayDocTitle true/);
    const tags = ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'];
    expect(Object.fromEntries(tags.map((tag) => [tag, count(text, new RegExp(`/S /${tag}\\b`, 'g'))]))).toEqual({
      H1: 2,
      H2: 1,
      P: 3,
      L: 1,
      LI: 2,
      Lbl: 2,
      LBody: 2,
      Table: 1,
      TR: 3,
      TH: 2,
      TD: 4,
    });
    expect(text).toMatch(/\/Outlines \d+ 0 R/);
    expect(count(text, /\/Type \/Page\b/g)).toBe(PAGES);
    expect(count(text, /\/Artifact <<\s*\/Type \/Pagination/g)).toBe(PAGES);
  });

  it('is the same bytes for the same content, and others for another moment', async () => {
    const bytes = Buffer.from(await writePaper(ORDER));
    expect(bytes.equals(await writePaper(ORDER))).toBe(true);
    expect(bytes.equals(await writePaper({ ...ORDER, writtenAt: '2026-11-21T10:00:00Z' }))).toBe(false);
  });

  it('reads the markup of our texts', () => {
    expect(
      htmlParts('<p>a &lt;b&gt; <strong>c</strong><br>d</p><ol><li>e</li></ol><p><a href="x" rel="y">f</a></p>'),
    ).toEqual([
      {
        kind: 'text',
        runs: [
          { text: 'a <b> ', isBold: false },
          { text: 'c', isBold: true },
          { text: '\n' },
          { text: 'd', isBold: false },
        ],
      },
      { kind: 'list', isNumbered: true, items: [[{ text: 'e', isBold: false }]] },
      { kind: 'text', runs: [{ text: 'f', isBold: false }] },
    ]);
  });
});
