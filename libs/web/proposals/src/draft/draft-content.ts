import { type ProposalContent } from '@htsm/domain';
import { type MyProposalDto, type SaveProposalDto } from '@htsm/contracts';

/** Value per path: `title`, `priceEur`, `fits.<criterion id>`. */
export type DraftFields = Readonly<Record<string, string | number | null>>;

const TEXTS = ['title', 'summary', 'approach', 'planning'] as const;

/** Gives what is written in a proposal, without the rest. */
export function contentOf(proposal: ProposalContent): ProposalContent {
  const { title, summary, approach, planning, priceEur } = proposal;
  const fits = proposal.fits.map(({ criterionId, text }) => ({ criterionId, text }));
  return { title, summary, approach, planning, priceEur, fits };
}

/** Gives every field of a content by its path. */
export function fieldsOf(content: ProposalContent): DraftFields {
  const texts = TEXTS.map((name) => [name, content[name]] as const);
  const fits = content.fits.map((fit) => [`fits.${fit.criterionId}`, fit.text] as const);
  return Object.fromEntries([...texts, ['priceEur', content.priceEur], ...fits]);
}

/** Whether a price can be kept: a whole number of euros, or none yet. */
export function isPrice(value: number | null): boolean {
  return value === null || (Number.isInteger(value) && value >= 0);
}

/** Gives the fields that differ from `base`. A price that cannot be kept is left out: the field says so. */
export function changesSince(base: ProposalContent, mine: ProposalContent): DraftFields {
  const before = fieldsOf(base);
  const changed = Object.entries(fieldsOf(mine)).filter(([path, value]) => !Object.is(before[path], value));
  return Object.fromEntries(changed.filter(([path]) => path !== 'priceEur' || isPrice(mine.priceEur)));
}

/** Lists the fields that both sides changed since `base`, each in another way. */
export function clashes(base: ProposalContent, mine: ProposalContent, theirs: ProposalContent): string[] {
  const [own, other] = [changesSince(base, mine), changesSince(base, theirs)];
  return Object.keys(own).filter((path) => path in other && !Object.is(own[path], other[path]));
}

/** Gives my content with the fields that only the other side changed taken over. */
export function takeOver(base: ProposalContent, mine: ProposalContent, theirs: ProposalContent): ProposalContent {
  const own = changesSince(base, mine);
  const other = Object.entries(changesSince(base, theirs)).filter(([path]) => !(path in own));
  return write(mine, Object.fromEntries(other));
}

/** Gives a content with some fields replaced. */
export function write(content: ProposalContent, fields: DraftFields): ProposalContent {
  const text = (path: string, now: string): string => (path in fields ? String(fields[path]) : now);
  const price = 'priceEur' in fields ? fields['priceEur'] : content.priceEur;
  return {
    title: text('title', content.title),
    summary: text('summary', content.summary),
    approach: text('approach', content.approach),
    planning: text('planning', content.planning),
    priceEur: typeof price === 'number' ? price : null,
    fits: content.fits.map((fit) => ({
      criterionId: fit.criterionId,
      text: text(`fits.${fit.criterionId}`, fit.text),
    })),
  };
}

/** Makes the body of a save of changed fields. */
export function saveBody(changes: DraftFields, version: number): SaveProposalDto {
  const fits = Object.entries(changes).flatMap(([path, value]) =>
    path.startsWith('fits.') ? [{ criterionId: path.slice('fits.'.length), text: String(value) }] : [],
  );
  const others = Object.entries(changes).filter(([path]) => !path.startsWith('fits.'));
  return { version, ...Object.fromEntries(others), ...(fits.length === 0 ? {} : { fits }) };
}

/** Whether something is a proposal as the API gives it in a conflict. */
export function isProposal(value: unknown): value is MyProposalDto {
  return typeof value === 'object' && value !== null && 'approach' in value && 'fits' in value && 'version' in value;
}
