/** What a challenge asks of a party beside knowledge; what is left out is not asked. */
export interface Requirements {
  /** Every one is asked. */
  readonly certificates?: readonly string[];
  /** One of these is enough. NUTS codes are compared by how much of them is the same. */
  readonly regions?: readonly string[];
  /** Technology readiness levels, 1..9, both ends included. */
  readonly trl?: { readonly min: number; readonly max: number };
  /** One of these sizes. */
  readonly sizes?: readonly string[];
  /** Which of the above shut out who does not meet them. */
  readonly hard?: readonly RequirementKind[];
}
export type RequirementKind = 'certificates' | 'regions' | 'trl' | 'sizes';

/** What somebody brings; what is left out is not known. */
export interface Offers {
  readonly certificates?: readonly string[];
  readonly regions?: readonly string[];
  readonly trl?: { readonly min: number; readonly max: number };
  readonly size?: string;
}

/** One thing that is asked and how far it is met. */
export interface RequirementLine {
  readonly kind: RequirementKind;
  /** The certificate, the regions or sizes with commas between, or `4-6`. */
  readonly asked: string;
  /** 0..1; null when it is not known. */
  readonly met: number | null;
  readonly isHard: boolean;
}

/** Compares what is asked with what is brought, a line for each thing asked. */
export function requirementLines(asked: Requirements, offers: Offers): RequirementLine[] {
  const lines: Omit<RequirementLine, 'isHard'>[] = [];
  for (const certificate of asked.certificates ?? []) {
    const met = offers.certificates === undefined ? null : Number(offers.certificates.includes(certificate));
    lines.push({ kind: 'certificates', asked: certificate, met });
  }
  const { regions = [], trl, sizes = [] } = asked;
  if (regions.length > 0)
    lines.push({ kind: 'regions', asked: regions.join(', '), met: nearness(regions, offers.regions) });
  if (trl !== undefined) lines.push({ kind: 'trl', asked: `${trl.min}-${trl.max}`, met: overlap(trl, offers.trl) });
  if (sizes.length > 0) {
    const met = offers.size === undefined ? null : Number(sizes.includes(offers.size));
    lines.push({ kind: 'sizes', asked: sizes.join(', '), met });
  }
  return lines.map((line) => ({ ...line, isHard: asked.hard?.includes(line.kind) === true }));
}

/** Whether the line shuts out: a hard one that is not met; what is not known is not met. */
export function isMissing(line: RequirementLine): boolean {
  return line.isHard && line.met !== 1;
}

/** 1 for the same region or one inside the other, half for two parts of the same larger one. */
function nearness(asked: readonly string[], own: readonly string[] | undefined): number | null {
  if (own === undefined) return null;
  return Math.max(0, ...asked.flatMap((one) => own.map((other) => nearnessOf(one, other))));
}

function nearnessOf(one: string, other: string): number {
  if (one === other) return 1;
  if (!NUTS.test(one) || !NUTS.test(other)) return 0;
  if (one.startsWith(other) || other.startsWith(one)) return 1;
  return one.slice(0, 3) === other.slice(0, 3) ? 0.5 : 0;
}
const NUTS = /^[A-Z]{2}[0-9A-Z]{0,3}$/;

/** 1 when the ranges of levels meet, a quarter less for each level between them. */
function overlap(asked: { min: number; max: number }, own: { min: number; max: number } | undefined): number | null {
  if (own === undefined) return null;
  const between = Math.max(0, own.min - asked.max, asked.min - own.max);
  return Math.max(0, 1 - between / 4);
}
