import { type ProposalContent } from '@htsm/domain';
import { changesSince, clashes, saveBody, takeOver, write } from './draft-content';

const base: ProposalContent = {
  title: 'Titel',
  summary: '',
  approach: 'Zo',
  planning: '',
  priceEur: null,
  fits: [
    { criterionId: 'a', text: '' },
    { criterionId: 'b', text: 'Past' },
  ],
};

describe('two people in one draft', () => {
  it('sends only what was changed', () => {
    const mine = write(base, { summary: 'Kort', priceEur: 1200, 'fits.a': 'Ook' });
    expect(saveBody(changesSince(base, mine), 7)).toEqual({
      version: 7,
      summary: 'Kort',
      priceEur: 1200,
      fits: [{ criterionId: 'a', text: 'Ook' }],
    });
    expect(changesSince(base, base)).toEqual({});
  });

  it('keeps a price that is no whole number on the screen and off the server', () => {
    expect(changesSince(base, { ...base, priceEur: Number.NaN })).toEqual({});
    expect(changesSince(base, { ...base, priceEur: 12.5 })).toEqual({});
  });

  it('merges what does not touch, and names what does', () => {
    const mine = write(base, { title: 'Mijn titel', 'fits.a': 'Mijn tekst' });
    const theirs = write(base, { planning: 'Hun plan', 'fits.b': 'Hun tekst', title: 'Mijn titel' });
    expect(clashes(base, mine, theirs)).toEqual([]);
    expect(takeOver(base, mine, theirs)).toEqual(
      write(base, { title: 'Mijn titel', 'fits.a': 'Mijn tekst', planning: 'Hun plan', 'fits.b': 'Hun tekst' }),
    );
    expect(clashes(base, mine, write(base, { title: 'Hun titel', 'fits.a': 'Hun tekst' }))).toEqual([
      'title',
      'fits.a',
    ]);
  });
});
