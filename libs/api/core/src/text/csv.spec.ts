import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { unguarded, writeCsv, writeSheet, type Cell } from './csv';

const anyCell = fc.oneof(
  fc.string(),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', "'=", '\t', '\r'), fc.string()).map(([first, rest]) => first + rest),
);
const read = (text: string, delimiter: string): string[][] =>
  parse(text, { bom: true, delimiter, record_delimiter: '\r\n', relax_column_count: true });

describe('a file for spreadsheets', () => {
  it('has no cell that begins as a formula, and gives every text back', () => {
    const anyRows = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const [text, delimiter] of [
          [writeCsv(['a', 'b'], rows), ','],
          [writeSheet('en', ['a', 'b'], rows), ','],
          [writeSheet('nl', ['a', 'b'], rows), ';'],
        ] as const) {
          const found = read(text, delimiter).slice(1);
          expect(found.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
          expect(found.map((row) => row.map(unguarded))).toEqual(rows);
        }
      }),
    );
  });

  it('writes numbers and empty cells as the language has them', () => {
    const rows: Cell[][] = [[-0.49, null, 12, '-0.49', 'a;b, "c"']];
    const head = ['w', 'x', 'y', 'z', 't'];
    expect(writeSheet('nl', head, rows)).toBe(
      '\uFEFFw;x;y;z;t\r\n-0,49'.replace('-0,49', '"-0,49"') + ';;12;\'-0.49;"a;b, ""c"""\r\n',
    );
    expect(writeSheet('en', head, rows)).toBe('\uFEFFw,x,y,z,t\r\n-0.49,,12,\'-0.49,"a;b, ""c"""\r\n');
  });
});
