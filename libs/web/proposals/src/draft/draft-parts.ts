import { type ProposalGap, type ProposalPart, PROPOSAL_PARTS, partOfGap } from '@htsm/domain';
import { type MyProposalDto } from '@htsm/contracts';
import { type PluralFunction, type TextFunction } from '@htsm/web/core';
import { type Task } from '@htsm/web/ui';
import { type Draft } from './draft';

/** The pages of the editor: the parts to write, and the page to check and submit. */
export const DRAFT_PAGES = [...PROPOSAL_PARTS, 'check'] as const;
export type DraftPage = (typeof DRAFT_PAGES)[number];

/** Reads the page from the address; anything else is the first. */
export function draftPage(part: string | undefined): DraftPage {
  return DRAFT_PAGES.find((page) => page === part) ?? 'solution';
}

/** The words a task list needs. */
export interface TaskWords {
  readonly t: TextFunction;
  readonly plural: PluralFunction;
}

/** Gives the task list of a draft as it is on the screen; `isClosed` tells whether it is too late to submit. */
export function draftTasks(draft: Draft, where: { current: DraftPage; isClosed: boolean }, words: TaskWords): Task[] {
  const gaps = draft.gaps();
  return DRAFT_PAGES.map((page, index) => ({
    label: `${index + 1}. ${words.t('proposals.part.' + page)}`,
    path: `/my/proposals/${draft.proposal.id}/${page}`,
    isCurrent: page === where.current,
    ...stateOf(page, { gaps, files: draft.attachments().length, isClosed: where.isClosed }, words),
  }));
}

function stateOf(
  page: DraftPage,
  facts: { gaps: readonly ProposalGap[]; files: number; isClosed: boolean },
  { t, plural }: TaskWords,
): Pick<Task, 'state' | 'tone'> {
  if (page === 'check' && facts.isClosed) return { state: t('proposals.task.closed') };
  if (page === 'check')
    return { state: facts.gaps.length === 0 ? t('proposals.task.canSubmit') : t('proposals.task.notYet') };
  if (page === 'attachments') {
    return { state: facts.files === 0 ? t('proposals.task.mayBeEmpty') : plural('proposals.task.files', facts.files) };
  }
  const own = facts.gaps.filter((gap) => partOfGap(gap) === page);
  const wrong = own.filter((gap) => gap.code === 'too_many_words').length;
  if (own.length === 0) return { state: t('proposals.task.ready'), tone: 'good' };
  if (wrong > 0) return { state: plural('proposals.task.wrong', wrong), tone: 'act' };
  return { state: plural('proposals.task.open', own.length), tone: 'still' };
}

/** A gap as the check page lists it: where to mend it, and what it is. */
export interface GapLine {
  readonly path: string;
  readonly page: ProposalPart;
  /** Id of the control, for the fragment of the link. */
  readonly fragment: string;
  readonly label: string;
  readonly message: string;
}

/** Words gaps; `titleOf` names a criterion. */
export function gapLines(
  gaps: readonly ProposalGap[],
  proposal: Pick<MyProposalDto, 'criteria'>,
  words: { t: TextFunction; titleOf: (criterion: MyProposalDto['criteria'][number]) => string },
): GapLine[] {
  return gaps.map((gap) => {
    const index = proposal.criteria.findIndex((criterion) => gap.path === `fits.${criterion.id}`);
    const criterion = proposal.criteria[index];
    const field = gap.path.startsWith('fits.') ? 'fit' : gap.path;
    return {
      path: gap.path,
      page: partOfGap(gap),
      fragment: criterion === undefined ? `f-${gap.path}` : `f-fits-${index}-text`,
      label: criterion === undefined ? words.t('proposals.field.' + field) : words.titleOf(criterion),
      message:
        gap.code === 'required'
          ? words.t('proposals.gap.required')
          : words.t('proposals.gap.tooLong', { over: gap.params?.over ?? 0 }),
    };
  });
}
