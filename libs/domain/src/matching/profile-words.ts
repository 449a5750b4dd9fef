/**
 * Certificates and marks that challenges ask for and SMEs hold; the code is stored, the words are in the catalogues
 * (`core.certificate.<code>`). Names of standards are the same in every language.
 */
export const CERTIFICATES = [
  'iso_9001',
  'iso_14001',
  'iso_27001',
  'iso_13485',
  'iso_45001',
  'iso_50001',
  'iso_17025',
  'iso_22000',
  'vca',
  'nen_7510',
  'haccp',
  'brc',
  'fssc_22000',
  'gmp_plus',
  'as_9100',
  'iatf_16949',
  'en_1090',
  'en_15085',
  'iso_3834',
  'iec_62443',
  'iso_26262',
  'atex',
  'ped',
  'ce_marking',
  'ukca',
  'co2_ladder',
] as const;
export type Certificate = (typeof CERTIFICATES)[number];

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
