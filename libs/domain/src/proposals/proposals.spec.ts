import fc from 'fast-check';
import { PROPOSAL_STATES } from './proposal-states';
import { proposalActions } from './proposal-actions';
import { countWords, type ProposalContent } from './proposal-content';
import { partOfGap, proposalGaps } from './proposal-gaps';
import { canonicalJson, receiptManifest } from './receipt-manifest';

const EMPTY: ProposalContent = { title: '', summary: '', approach: '', planning: '', priceEur: null, fits: [] };
const FULL: ProposalContent = {
  title: 'Wissels beluisteren',
  summary: 'Kort',
  approach: 'Zo',
  planning: 'Dan',
  priceEur: 0,
  fits: [{ criterionId: 'a', text: 'Past' }],
};
const CLOSES = new Date('2026-12-11T16:00:00Z');

describe('gaps of a draft', () => {
  it('names everything that is missing, in the order of the editor', () => {
    const gaps = proposalGaps(EMPTY, [{ id: 'a' }, { id: 'b' }]);
    expect(gaps.map((gap) => [gap.path, gap.code, partOfGap(gap)])).toEqual([
      ['title', 'required', 'solution'],
      ['summary', 'required', 'solution'],
      ['approach', 'required', 'solution'],
      ['fits.a', 'required', 'criteria'],
      ['fits.b', 'required', 'criteria'],
      ['planning', 'required', 'plan'],
      ['priceEur', 'required', 'plan'],
    ]);
  });

  it('finds nothing in a whole proposal, and counts a price of 0 as an answer', () => {
    expect(proposalGaps(FULL, [{ id: 'a' }])).toEqual([]);
  });

  it('tells by how many words a text is too long', () => {
    const long = { ...FULL, summary: 'woord '.repeat(103) };
    expect(proposalGaps(long, [])).toEqual([
      { path: 'summary', code: 'too_many_words', params: { max: 100, words: 103, over: 3 } },
    ]);
  });

  it('counts words between any white space', () => {
    expect([countWords(''), countWords(' \n'), countWords('een\ttwee\u00a0drie  vier')]).toEqual([0, 0, 4]);
  });
});

describe('what the proposer may do', () => {
  const at = (offsetMs: number): Date => new Date(CLOSES.getTime() + offsetMs);
  const open = { challengeState: 'open', closesAt: CLOSES } as const;

  it.each([
    ['draft', -1, { canEdit: true, canSubmit: true, canPullBack: false, canWithdraw: true }],
    ['draft', 0, { canEdit: true, canSubmit: false, canPullBack: false, canWithdraw: true }],
    ['submitted', -1, { canEdit: false, canSubmit: false, canPullBack: true, canWithdraw: true }],
    ['submitted', 0, { canEdit: false, canSubmit: false, canPullBack: false, canWithdraw: true }],
    ['withdrawn', -1, { canEdit: false, canSubmit: false, canPullBack: false, canWithdraw: false }],
  ] as const)('with a proposal in %s, %i ms from closing', (state, offset, expected) => {
    expect(proposalActions({ ...open, state, now: at(offset) })).toEqual(expected);
  });

  it('never submits or pulls back in a challenge that is not open', () => {
    for (const state of PROPOSAL_STATES) {
      const actions = proposalActions({ state, challengeState: 'cancelled', closesAt: CLOSES, now: at(-1) });
      expect([actions.canSubmit, actions.canPullBack]).toEqual([false, false]);
    }
  });
});

describe('the manifest of a receipt', () => {
  const hash = (text: string): string => `#${text}`;
  const facts = {
    number: 'HTSM-2026-TEST',
    proposalId: 'p',
    proposalVersion: 3,
    challengeId: 'c',
    challengeSlug: 's',
    organisationId: 'o',
    organisationName: 'Terpstaal',
    submittedAt: CLOSES,
    content: FULL,
    files: [
      { fileName: 'b.pdf', sizeBytes: 2, sha256: 'ff' },
      { fileName: 'a.pdf', sizeBytes: 1, sha256: '00' },
    ],
  };

  it('holds the hash of every text and file, in a fixed order', () => {
    expect(receiptManifest(facts, hash)).toEqual({
      format: 'htsm-proposal-receipt/1',
      number: 'HTSM-2026-TEST',
      proposalId: 'p',
      proposalVersion: 3,
      challengeId: 'c',
      challengeSlug: 's',
      organisationId: 'o',
      organisationName: 'Terpstaal',
      submittedAt: '2026-12-11T16:00:00.000Z',
      fields: { title: '#Wissels beluisteren', summary: '#Kort', approach: '#Zo', planning: '#Dan' },
      priceEur: 0,
      fits: [{ criterionId: 'a', sha256: '#Past' }],
      files: [
        { fileName: 'a.pdf', sizeBytes: 1, sha256: '00' },
        { fileName: 'b.pdf', sizeBytes: 2, sha256: 'ff' },
      ],
    });
  });

  it('is written the same way whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, null, { d: 'x', c: true }], a: 'é"' })).toBe(
      '{"a":"é\\"","b":[1,null,{"c":true,"d":"x"}]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean())), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what is nested deeper than a manifest', () => {
    expect(() => canonicalJson(JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`))).toThrow(RangeError);
  });
});
