/** The code of a theme of either level; which there are, the database decides (`taxonomy_term`). */
export type Theme = string;

/** Where the pilot takes place; `elsewhere` is anything outside the three northern provinces. */
export const REGIONS = ['groningen', 'friesland', 'drenthe', 'elsewhere'] as const;
export type Region = (typeof REGIONS)[number];

/** Who holds the rights to what is made: the company alone, the company without exclusivity, or the SME. */
export const IP_REGIMES = ['exclusive', 'non_exclusive', 'stays_with_sme'] as const;
export type IpRegime = (typeof IP_REGIMES)[number];

/** The kinds of organisation that can register. */
export const ORGANISATION_KINDS = ['sme', 'company', 'knowledge'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** How often a digest is sent. */
export const DIGEST_FREQUENCIES = ['at_once', 'daily', 'weekly'] as const;
export type DigestFrequency = (typeof DIGEST_FREQUENCIES)[number];

/** The languages of the interface and the mails. */
export const LOCALES = ['nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
