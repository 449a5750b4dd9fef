import { openNumber, sealNumber } from './sealed-number';

describe('a sealed number', () => {
  const seal = (number: string): string => sealNumber('secret', 'lines', number);

  it('opens again, for its purpose and its secret only', () => {
    expect([
      openNumber('secret', 'lines', seal('42')),
      openNumber('secret', 'lines', seal('0')),
      openNumber('secret', 'other', seal('42')),
      openNumber('other', 'lines', seal('42')),
    ]).toEqual(['42', '0', null, null]);
  });

  it('is the same each time, of one length, and refuses what we did not seal', () => {
    expect(seal('7')).toBe(seal('7'));
    expect(seal('7')).toHaveLength(seal('9007199254740993').length);
    const altered = `${seal('7').slice(0, -2)}AA`;
    expect(['', 'x', '7', altered].map((text) => openNumber('secret', 'lines', text))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
