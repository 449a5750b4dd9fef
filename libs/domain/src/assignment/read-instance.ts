import { InstanceFault, type AssignmentInstance, type InstanceReviewer, type Pair } from './assignment-instance';

type Fields = Readonly<Record<string, unknown>>;

/** Checks what a file holds. Throws InstanceFault at the first fault. */
export function readInstance(value: unknown): AssignmentInstance {
  if (!isFields(value)) throw new InstanceFault('The file must hold one object.');
  const { k, mode = 'sum', defaultAffinity = null } = value;
  if (!isCount(k) || k === 0) throw new InstanceFault('k must be a whole number of 1 or more.');
  if (mode !== 'sum' && mode !== 'fair') throw new InstanceFault('mode must be "sum" or "fair".');
  if (defaultAffinity !== null && !isFinite(defaultAffinity))
    throw new InstanceFault('defaultAffinity must be a number or null.');
  const proposals = list(value, 'proposals').map((entry, index) => ({ id: idOf(entry, `proposals[${index}]`) }));
  const reviewers = list(value, 'reviewers').map(readReviewer);
  const known = { proposals: idsOf(proposals, 'proposals'), reviewers: idsOf(reviewers, 'reviewers') };
  return {
    k,
    mode,
    defaultAffinity,
    proposals,
    reviewers,
    affinity: readAffinities(list(value, 'affinity', []), known),
    conflicts: readPairs(value, 'conflicts', known),
    fixed: readPairs(value, 'fixed', known),
  };
}

interface Known {
  readonly proposals: ReadonlySet<string>;
  readonly reviewers: ReadonlySet<string>;
}

function readReviewer(entry: unknown, index: number): InstanceReviewer {
  const place = `reviewers[${index}]`;
  const id = idOf(entry, place);
  const { minLoad = 0, maxLoad } = entry as Fields; // idOf found an object
  if (!isCount(minLoad)) throw new InstanceFault(`${place}.minLoad must be a whole number of 0 or more.`);
  if (!isCount(maxLoad)) throw new InstanceFault(`${place}.maxLoad must be a whole number of 0 or more.`);
  if (minLoad > maxLoad) throw new InstanceFault(`${place}.minLoad must not be above its maxLoad.`);
  return { id, minLoad, maxLoad };
}

/** Checks and gives the very list: there may be hundreds of thousands, and a copy would need as much room again. */
function readAffinities(entries: unknown[], known: Known): AssignmentInstance['affinity'] {
  const rule = { field: 'affinity', length: 3, known };
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    checkPair(entry, index, rule);
    if (!isFinite((entry as unknown[])[2]))
      throw new InstanceFault(`affinity[${index}]: the affinity must be a number.`); // checkPair found a list of three
  }
  return entries as AssignmentInstance['affinity']; // every entry was checked
}

function readPairs(value: Fields, field: string, known: Known): readonly Pair[] {
  const entries = list(value, field, []);
  const rule = { field, length: 2, known };
  for (let index = 0; index < entries.length; index += 1) checkPair(entries[index], index, rule);
  return entries as Pair[]; // every entry was checked
}

interface PairRule {
  readonly field: string;
  readonly length: number;
  readonly known: Known;
}

function checkPair(entry: unknown, index: number, { field, length, known }: PairRule): void {
  if (!Array.isArray(entry) || entry.length !== length)
    throw new InstanceFault(
      `${field}[${index}] must be a list of a proposal and a reviewer${length === 3 ? ' and a number' : ''}.`,
    );
  const proposalId: unknown = entry[0];
  const reviewerId: unknown = entry[1];
  if (typeof proposalId !== 'string' || !known.proposals.has(proposalId))
    throw new InstanceFault(
      `${field}[${index}] names a proposal that is not in proposals: ${JSON.stringify(proposalId)}.`,
    );
  if (typeof reviewerId !== 'string' || !known.reviewers.has(reviewerId))
    throw new InstanceFault(
      `${field}[${index}] names a reviewer that is not in reviewers: ${JSON.stringify(reviewerId)}.`,
    );
}

function list(value: Fields, field: string, otherwise?: unknown[]): unknown[] {
  const found = value[field] ?? otherwise;
  if (!Array.isArray(found)) throw new InstanceFault(`${field} must be a list.`);
  return found;
}

function idOf(entry: unknown, place: string): string {
  const id = isFields(entry) ? entry['id'] : undefined;
  if (typeof id !== 'string' || id === '') throw new InstanceFault(`${place}.id must be a text.`);
  return id;
}

function idsOf(entries: readonly { id: string }[], field: string): Set<string> {
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.has(id)) throw new InstanceFault(`${field} has the id ${JSON.stringify(id)} twice.`);
    ids.add(id);
  }
  return ids;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
