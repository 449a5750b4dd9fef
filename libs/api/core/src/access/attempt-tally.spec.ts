import { AttemptTally, NAMED_LINES, NETWORKS_COUNTED, SUBJECTS_COUNTED } from './attempt-tally';

const REQUEST = '00000000-0000-4000-8000-00000000aaaa';
const guess = (personId: string | null, network: string) => ({
  kind: 'wrong_credentials' as const,
  personId,
  network,
  requestId: REQUEST,
});

/** `attempts` guesses at each of the accounts `p0`, `p1`, … */
function tried(accounts: number, attempts: (account: number) => number): AttemptTally {
  const tally = new AttemptTally();
  for (let account = 0; account < accounts; account += 1) {
    for (let n = 0; n < attempts(account); n += 1) tally.add(guess(`p${account}`, `n${n % 3}`));
  }
  return tally;
}

describe('the tally of attempts', () => {
  it('is empty when nothing was tried', () => {
    expect(new AttemptTally().lines()).toEqual([]);
  });

  it('names accounts that exist, and networks when there is none', () => {
    const tally = tried(1, () => 4);
    tally.add(guess(null, 'n7'));
    tally.add(guess(null, 'n7'));
    const line = { kind: 'wrong_credentials', subjects: 1, requestId: REQUEST };
    expect(tally.lines()).toEqual([
      { ...line, subjectType: 'user', subjectId: 'p0', attempts: 4, networks: 3 },
      { ...line, subjectType: 'network', subjectId: 'n7', attempts: 2, networks: 1 },
    ]);
  });

  it('gives the most tried a line each and the rest one together, whatever the order', () => {
    const lines = tried(50, (account) => account + 1).lines();
    expect(lines.slice(0, NAMED_LINES).map(({ subjectId, attempts }) => [subjectId, attempts])).toEqual(
      Array.from({ length: NAMED_LINES }, (_, place) => [`p${49 - place}`, 50 - place]),
    );
    expect(lines.slice(NAMED_LINES)).toEqual([
      {
        kind: 'wrong_credentials',
        subjectType: 'platform',
        subjectId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        attempts: (40 * 41) / 2,
        subjects: 40,
        networks: 3,
        requestId: REQUEST,
      },
    ]);
  });

  it('has an end: beyond it attempts are counted, not told apart, and the most tried stay in sight', () => {
    const tally = tried(1, () => 20);
    for (let n = 0; n < 2 * SUBJECTS_COUNTED; n += 1) tally.add(guess(null, `n${n}`));
    const lines = tally.lines();
    expect(lines).toHaveLength(NAMED_LINES + 1);
    expect(lines[0]).toMatchObject({ subjectId: 'p0', attempts: 20 });
    expect(lines.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(20 + 2 * SUBJECTS_COUNTED);
    expect(lines.at(-1)).toMatchObject({ networks: NETWORKS_COUNTED });
  });

  it('loses nothing when two counts are put together', () => {
    const both = tried(3, () => 2).with(tried(SUBJECTS_COUNTED + 5, () => 1));
    expect(both.lines().reduce((sum, { attempts }) => sum + attempts, 0)).toBe(6 + SUBJECTS_COUNTED + 5);
    expect(both.lines()[0]).toMatchObject({ attempts: 3 });
  });
});
