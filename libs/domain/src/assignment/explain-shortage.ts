import type { Shortage } from './assignment-instance';

/** How many names a list shows. */
const NAMED = 5;

/** Says in one sentence which rule to relax; it begins with its name in the file. */
export function explainShortage({ rule, proposalIds, reviewerIds, available, needed }: Shortage): string {
  if (rule === 'k')
    return `k: ${names(proposalIds)} may have ${available} reviewers and needs ${needed}, without breaking a conflict.`;
  if (rule === 'maxLoad') {
    const who = `${names(reviewerIds)} may take ${available} reviews in all`;
    return `maxLoad: ${who}, and ${names(proposalIds)} need ${needed} that only they can give.`;
  }
  if (needed > available)
    return `minLoad: reviewers are to have ${needed} reviews at least, and ${available} are needed.`;
  return 'minLoad: the reviewers cannot all have as many reviews as they are to have at least, beside the conflicts.';
}

function names(ids: readonly string[]): string {
  const first = ids.slice(0, ids.length <= NAMED + 1 ? ids.length : NAMED);
  const rest = ids.length - first.length;
  const parts = rest > 0 ? [...first, `${rest} more`] : first;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
