import { blinderOf, type BlindWords, type TellingWord } from './blinding';

const INSTEAD: BlindWords = {
  party: (n) => `[partij ${n}]`,
  person: (n) => `[iemand van partij ${n}]`,
  mail: '[e-mailadres]',
  link: '[link]',
  phone: '[telefoonnummer]',
};
const TELLING: TellingWord[] = [
  { party: 1, kind: 'organisation', word: 'Kwelder Data B.V. (fictief)' },
  { party: 1, kind: 'number', word: '12345678' },
  { party: 1, kind: 'domain', word: 'kwelderdata.nl' },
  { party: 1, kind: 'person', word: 'José de Boer' },
  { party: 2, kind: 'organisation', word: 'Staal' },
  { party: 2, kind: 'person', word: 'Mark Wit' },
];
const blind = blinderOf(TELLING, INSTEAD);

describe('a text for who judges blind', () => {
  it.each([
    ['Wij van Kwelder Data meten dit.', 'Wij van [partij 1] meten dit.'],
    ['Wij van KWELDER-DATA meten dit.', 'Wij van [partij 1] meten dit.'],
    ['KwelderData B.V. en Kwelder Data B.V.', '[partij 1]. en [partij 1].'],
    ['Onze Kwelderdatabox telt mee.', 'Onze [partij 1]box telt mee.'],
    ['KvK 12345678, of 1234 5678.', 'KvK [partij 1], of [partij 1].'],
    ['Zie kwelderdata.nl voor meer.', 'Zie [link] voor meer.'],
    ['Zie https://www.kwelderdata.nl/over-ons?x=1 voor meer.', 'Zie [link] voor meer.'],
    ['Zie [onze pagina](https://kwelderdata.nl) voor meer.', 'Zie onze pagina voor meer.'],
    [
      'Mail jose@kwelderdata.nl of bel 050-123 45 67 of +31 6 12345678.',
      'Mail [e-mailadres] of bel [telefoonnummer] of [telefoonnummer].',
    ],
    [
      'Jose de Boer leidt dit, José, De Boer.',
      '[iemand van partij 1] leidt dit, [iemand van partij 1], De [iemand van partij 1].',
    ],
    ['De boer op met staal.', 'De boer op met [partij 2].'],
    ['Roestvaststaal en staalbouw blijven.', 'Roestvaststaal en staalbouw blijven.'],
    ['Mark zegt: het wit van de markt.', '[iemand van partij 2] zegt: het wit van de markt.'],
    ['Kwel\u200bder Da\u00adta', '[partij 1]'],
    ['**Kwelder** Data', '**[partij 1]'],
    ['Prijs € 52.500, maat 1.234.567 mm, 24 sensoren.', 'Prijs € 52.500, maat 1.234.567 mm, 24 sensoren.'],
    ['', ''],
  ])('“%s”', (text, expected) => expect(blind(text)).toBe(expected));

  it('leaves the rest as it is, to the letter', () => {
    const text = 'Één crème brûlée — ﬁjn 𝟙 \r\n\r\n- **vet**\n- lijst';
    expect(blind(text)).toBe(text);
  });

  it('is the same whoever wrote it', () => {
    const other = TELLING.map((one) =>
      one.word.startsWith('Kwelder') ? { ...one, word: 'Hondsrug Meettechniek en Zonen' } : one,
    );
    const text = (name: string): string => `${name} deed dit eerder. Bij ${name} werken vier mensen.`;
    expect(blinderOf(other, INSTEAD)(text('Hondsrug Meettechniek en Zonen'))).toBe(blind(text('Kwelder Data')));
  });
});
