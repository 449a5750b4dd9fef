/** The code of a certificate or mark that challenges ask for and SMEs hold; which there are, the database decides. */
export type Certificate = string;

/** Sizes of an organisation by the European definition: up to 9, 49, 249 people, or more. */
export const COMPANY_SIZES = ['micro', 'small', 'medium', 'large'] as const;
export type CompanySize = (typeof COMPANY_SIZES)[number];

/** What a document in a profile is about. */
export const PROFILE_DOCUMENT_KINDS = ['project', 'product', 'certificate'] as const;
export type ProfileDocumentKind = (typeof PROFILE_DOCUMENT_KINDS)[number];

/** How much a profile may hold; lengths are in characters. */
export const PROFILE_LIMITS = {
  about: 3000,
  capabilities: 20,
  capability: 60,
  documents: 50,
  documentTitle: 200,
  documentText: 3000,
  firstYear: 1950,
  lastYear: 2100,
} as const;
