import { type CandidateDto } from '@htsm/contracts';
import { chooseCandidates, countStates } from './board-states';

const on = (organisationName: string, state: CandidateDto['state']): CandidateDto =>
  ({ organisationName, state }) as CandidateDto; // the other fields play no part
const items = [on('Hunze', 'invited'), on('Geest', 'suggested'), on('Hunsrug', 'suggested')];

describe('the board of a challenge', () => {
  it('counts every state, the empty ones too', () => {
    expect(countStates(items)).toEqual([
      { state: 'suggested', count: 2, share: 100 },
      { state: 'invited', count: 1, share: 50 },
      { state: 'interested', count: 0, share: 0 },
      { state: 'introduced', count: 0, share: 0 },
      { state: 'agreed', count: 0, share: 0 },
      { state: 'concluded', count: 0, share: 0 },
      { state: 'declined', count: 0, share: 0 },
      { state: 'vetoed', count: 0, share: 0 },
    ]);
    expect(countStates([])[0]).toEqual({ state: 'suggested', count: 0, share: 0 });
  });

  it.each([
    [null, '', ['Hunze', 'Geest', 'Hunsrug']],
    [null, ' hun', ['Hunze', 'Hunsrug']],
    ['suggested', 'hun', ['Hunsrug']],
    ['vetoed', '', []],
  ] as const)('chooses by state %s and letters "%s"', (state, letters, names) => {
    expect(chooseCandidates(items, state, letters).map(({ organisationName }) => organisationName)).toEqual(names);
  });
});
