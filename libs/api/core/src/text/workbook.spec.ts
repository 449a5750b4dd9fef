import { strFromU8, unzipSync } from 'fflate';
import { writeWorkbook } from './workbook';

const SHEETS = [
  {
    name: 'Stand',
    head: ['Voorstel', 'Score'],
    rows: [
      ['=HYPERLINK("http://kwaad.example")', 3.25],
      ['@SOM(A1)\u0001', null],
    ],
  },
  { name: 'Scores', head: ['Uitleg'], rows: [['-1 is geen formule & <b>'], ['x'.repeat(40_000)]] },
] as const;

describe('a workbook', () => {
  it('has texts as texts, numbers as numbers, no formula, and nothing that cannot be written', async () => {
    const files = unzipSync(await writeWorkbook(SHEETS));
    const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const texts = [...read('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) =>
      text.length > 1000 ? `${text.length} times ${text.slice(-1)}` : text,
    );
    expect(texts).toEqual([
      'Voorstel',
      'Score',
      '=HYPERLINK("http://kwaad.example")',
      '@SOM(A1)',
      'Uitleg',
      '-1 is geen formule &amp; &lt;b&gt;',
      '32767 times x',
    ]);
    const [first, second] = [read('xl/worksheets/sheet1.xml'), read('xl/worksheets/sheet2.xml')];
    expect([first, second].map((sheet) => sheet.includes('<f>') || sheet.includes('<f '))).toEqual([false, false]);
    expect(/<c r="B2"[^>]*><v>3\.25<\/v><\/c>/.test(first)).toBe(true);
    expect([...read('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Stand',
      'Scores',
    ]);
  });

  it('has the same bytes for the same sheets, whenever it is written', async () => {
    const one = await writeWorkbook(SHEETS);
    const other = await writeWorkbook(SHEETS);
    expect(one.equals(other)).toBe(true);
    // the date of every file in the archive, in its own format: 1980, the first day
    expect([one.readUInt16LE(10), one.readUInt16LE(12)]).toEqual([0, 0x21]);
  });
});
