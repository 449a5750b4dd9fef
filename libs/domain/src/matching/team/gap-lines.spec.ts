import { openReader } from '../command';
import { closeGap, type TeamCandidate } from './close-gap';
import { gapLines, openGapReader, type SoughtOfTeam, type TeamParty } from './gap-lines';

const reader = openReader();
const NOTHING: SoughtOfTeam = { capabilities: [], themes: [], certificates: [], region: null, trl: null };

function party(id: string, values: Partial<TeamParty> = {}): TeamParty {
  return { id, themes: [], offers: {}, sayings: [], ...values };
}

const says = (text: string, documentId: string | null = null, locale: 'nl' | 'en' = 'nl') => ({
  documentId,
  locale,
  text,
});

describe('the gap of a team', () => {
  it.each([
    {
      how: 'covered by the same words',
      asked: 'trillingen meten',
      saying: says('trillingen meten'),
      found: 'trillingen meten',
    },
    {
      how: 'covered across languages',
      asked: 'lekkage',
      saying: says('We find seepage.', 'd1', 'en'),
      found: 'seepage',
    },
    {
      how: 'covered when the owner wrote English',
      asked: 'seepage',
      saying: says('Wij vinden lekkage.', 'd1'),
      found: 'lekkage',
    },
    {
      how: 'weak with half of the words',
      asked: 'lekkage in dijken',
      saying: says('Lekkage in leidingen.', 'd1'),
      found: 'Lekkage',
    },
    {
      how: 'weak with the words in two sentences',
      asked: 'pomp sensor',
      saying: says('Een pomp. Een sensor.'),
      found: 'pomp',
    },
  ])('is $how', ({ how, asked, saying, found }) => {
    const state = how.split(' ', 1)[0];
    const lines = gapLines(openGapReader({ ...NOTHING, capabilities: [asked] }, reader), [
      party('a', { sayings: [saying] }),
    ]);
    const reasons = [{ partyId: 'a', state, found, documentId: saying.documentId }];
    expect(lines).toEqual([{ kind: 'capability', asked, state, reasons }]);
  });

  it('names who covers something before who nearly does, and nobody for what is missing', () => {
    const sought: SoughtOfTeam = {
      capabilities: ['laserlassen'],
      themes: ['robotics', 'sensors/vision'],
      certificates: ['iso_9001'],
      region: 'drenthe',
      trl: { min: 4, max: 6 },
    };
    const near = party('near', {
      themes: ['sensors/acoustic'],
      offers: { trl: { min: 7, max: 9 }, regions: ['friesland'] },
    });
    const whole = party('whole', {
      themes: ['robotics/cobots', 'sensors/vision'],
      offers: { trl: { min: 5, max: 5 }, certificates: ['iso_9001'] },
    });
    const lines = gapLines(openGapReader(sought, reader), [near, whole]);
    const reasons = lines.map(({ asked, state, reasons: all }) => [
      asked,
      state,
      ...all.map(({ partyId, found }) => `${partyId}: ${found}`),
    ]);
    expect(reasons).toEqual([
      ['laserlassen', 'missing'],
      ['robotics', 'covered', 'whole: robotics/cobots'],
      ['sensors/vision', 'covered', 'whole: sensors/vision', 'near: sensors/acoustic'],
      ['iso_9001', 'covered', 'whole: iso_9001'],
      ['drenthe', 'missing'],
      ['4-6', 'covered', 'whole: 5-5', 'near: 7-9'],
    ]);
  });

  it('is closed by the fewest, the best first; what is weak counts as open, what nobody has is named', () => {
    const gap = openGapReader({ ...NOTHING, themes: ['a', 'b', 'c', 'd/one', 'e'] }, reader);
    const lines = gapLines(gap, [party('own', { themes: ['a', 'd/two'] })]);
    const candidate = (id: string, score: number, ...themes: string[]): TeamCandidate => ({
      ...party(id, { themes }),
      score,
    });
    const { sets, isMore, fillers, nobody } = closeGap(
      gap,
      lines,
      [
        candidate('low', 1, 'b', 'c'),
        candidate('high', 9, 'b', 'c'),
        candidate('single', 5, 'd/one'),
        candidate('idle', 8, 'a'),
      ],
      1,
    );
    expect(sets.map((set) => set.map(({ id }) => id))).toEqual([['high', 'single']]);
    expect([isMore, nobody]).toEqual([true, [4]]);
    expect(fillers.map(({ id, lines: at }) => [id, at])).toEqual([
      ['high', [1, 2]],
      ['low', [1, 2]],
      ['single', [3]],
    ]);
  });
});
