/** What somebody declares that binds them to an organisation, now or until a day. */
export const LINK_KINDS = ['employer', 'client', 'supplier', 'shareholder', 'family', 'other'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** How many links somebody declares, and how long their parts are, in characters. */
export const LINK_LIMITS = { count: 100, name: 200, domain: 253 } as const;

/** How a conflict of interest was found. */
export const CONFLICT_KINDS = [
  'same_organisation',
  'group',
  'kvk_number',
  'email_domain',
  'declared_link',
  'joint_consortium',
  'match',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** What an organisation is to the proposal that somebody is to judge. */
export const PARTY_ROLES = ['proposer', 'partner', 'owner'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Years after its end that a tie may count, and characters of the reason of a waiver. */
export const CONFLICT_LIMITS = { years: 20, minReason: 10, reason: 2000 } as const;

/** Whether a conflict can be waived: whoever belongs to a party now never judges. */
export function canBeWaived(conflict: { readonly kind: ConflictKind; readonly endedOn: string | null }): boolean {
  return conflict.kind !== 'same_organisation' || conflict.endedOn !== null;
}

/** Whether a text is the domain of mail addresses, such as `bedrijf.nl`. */
export function isMailDomain(text: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text);
}

/** Takes what people write around a mail domain away: `Jan@Bedrijf.nl` and `https://www.bedrijf.nl/` give `bedrijf.nl`. */
export function tidyMailDomain(text: string): string {
  const plain = text.trim().toLowerCase();
  const host = plain.replace(/^https?:\/\//, '').replace(/^www\./, '');
  const behindSign = host.slice(host.lastIndexOf('@') + 1);
  return behindSign.split(/[/?#:]/, 1)[0] ?? '';
}
