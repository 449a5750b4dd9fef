import { countWords, PROPOSAL_WORDS, type ProposalContent } from './proposal-content';

/** One reason why a draft cannot be submitted yet. */
export interface ProposalGap {
  /** Field as in the edit request: `title`, `priceEur`, or `fits.<criterion id>`. */
  readonly path: string;
  readonly code: 'required' | 'too_many_words';
  /** For too many words: the most there may be, how many there are, and the difference. */
  readonly params?: { readonly max: number; readonly words: number; readonly over: number };
}

/** The parts of the editor, in the order of its task list. */
export const PROPOSAL_PARTS = ['solution', 'criteria', 'plan', 'attachments'] as const;
export type ProposalPart = (typeof PROPOSAL_PARTS)[number];

/** Names the part of the editor where a gap is mended. */
export function partOfGap(gap: ProposalGap): ProposalPart {
  if (gap.path.startsWith('fits.')) return 'criteria';
  return gap.path === 'planning' || gap.path === 'priceEur' ? 'plan' : 'solution';
}

/** Lists what is missing or too long, in the order of the editor; empty means that the draft can be submitted. */
export function proposalGaps(draft: ProposalContent, criteria: readonly { readonly id: string }[]): ProposalGap[] {
  const fits = new Map(draft.fits.map((fit) => [fit.criterionId, fit.text]));
  return [
    ...textGap('title', draft.title, PROPOSAL_WORDS.title),
    ...textGap('summary', draft.summary, PROPOSAL_WORDS.summary),
    ...textGap('approach', draft.approach, PROPOSAL_WORDS.approach),
    ...criteria.flatMap(({ id }) => textGap(`fits.${id}`, fits.get(id) ?? '', PROPOSAL_WORDS.fit)),
    ...textGap('planning', draft.planning, PROPOSAL_WORDS.planning),
    ...(draft.priceEur === null ? [{ path: 'priceEur', code: 'required' as const }] : []),
  ];
}

function textGap(path: string, text: string, max: number): ProposalGap[] {
  const words = countWords(text);
  if (words === 0) return [{ path, code: 'required' }];
  return words > max ? [{ path, code: 'too_many_words', params: { max, words, over: words - max } }] : [];
}
