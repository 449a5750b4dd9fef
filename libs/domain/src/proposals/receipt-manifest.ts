import type { ProposalContent } from './proposal-content';

/** Names the form of the manifest, so that a later form can be told apart. */
export const RECEIPT_FORMAT = 'htsm-proposal-receipt/1';

/** What a receipt is made of. */
export interface ReceiptFacts {
  readonly number: string;
  readonly proposalId: string;
  readonly proposalVersion: number;
  readonly challengeId: string;
  readonly challengeSlug: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly submittedAt: Date;
  readonly content: ProposalContent;
  readonly files: readonly { readonly fileName: string; readonly sizeBytes: number; readonly sha256: string }[];
}

/** What was submitted, as hashes: whoever holds the texts and files can check them against it, nobody else can read them. */
export interface ReceiptManifest {
  readonly format: typeof RECEIPT_FORMAT;
  readonly number: string;
  readonly proposalId: string;
  readonly proposalVersion: number;
  readonly challengeId: string;
  readonly challengeSlug: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Instant of submission, ISO 8601 in UTC. */
  readonly submittedAt: string;
  /** SHA-256 (lower-case hex, of UTF-8) per text. */
  readonly fields: Readonly<Record<'title' | 'summary' | 'approach' | 'planning', string>>;
  readonly priceEur: number | null;
  /** Sorted by criterion. */
  readonly fits: readonly { readonly criterionId: string; readonly sha256: string }[];
  /** Sorted by hash, then name. */
  readonly files: ReceiptFacts['files'];
}

/** Makes the manifest of a submission; `hash` gives the SHA-256 of a text in UTF-8 as lower-case hex. */
export function receiptManifest(facts: ReceiptFacts, hash: (text: string) => string): ReceiptManifest {
  const { content } = facts;
  return {
    format: RECEIPT_FORMAT,
    number: facts.number,
    proposalId: facts.proposalId,
    proposalVersion: facts.proposalVersion,
    challengeId: facts.challengeId,
    challengeSlug: facts.challengeSlug,
    organisationId: facts.organisationId,
    organisationName: facts.organisationName,
    submittedAt: facts.submittedAt.toISOString(),
    fields: {
      title: hash(content.title),
      summary: hash(content.summary),
      approach: hash(content.approach),
      planning: hash(content.planning),
    },
    priceEur: content.priceEur,
    fits: content.fits
      .map((fit) => ({ criterionId: fit.criterionId, sha256: hash(fit.text) }))
      .sort((a, b) => compare(a.criterionId, b.criterionId)),
    files: facts.files
      .map(({ fileName, sizeBytes, sha256 }) => ({ fileName, sizeBytes, sha256 }))
      .sort((a, b) => compare(a.sha256, b.sha256) || compare(a.fileName, b.fileName)),
  };
}

const DEEPEST = 8;

/**
 * Writes a JSON value in the one form that is signed: keys sorted, no spaces (after RFC 8785, for the whole numbers
 * and texts of a manifest). Throws RangeError for anything nested deeper than a manifest can be.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new RangeError('Nested too deep for a manifest');
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([a], [b]) => compare(a, b));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`).join(',')}}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
