import capabilities from './data/capabilities.json' with { type: 'json' };
import certificates from './data/certificates.json' with { type: 'json' };
import companySizes from './data/company-sizes.json' with { type: 'json' };
import readiness from './data/readiness.json' with { type: 'json' };
import regions from './data/regions.json' with { type: 'json' };
import sbi2025 from './data/sbi-2025.json' with { type: 'json' };
import themes from './data/themes.json' with { type: 'json' };
import { topOf, type TaxonomyScheme, type TaxonomyWords } from './taxonomy';

/** A line of a list: code; Dutch words, the label first, with `|` between; English words; broader code; notation. */
type Line = readonly string[];

/**
 * The lists that come with the product. The SBI divisions are a selection that fits makers, with shorter titles than those of
 * Statistics Netherlands (CBS), Standaard Bedrijfsindeling 2025, CC BY 4.0.
 */
const LISTS: Readonly<Record<TaxonomyScheme, readonly Line[]>> = {
  theme: themes,
  capability: capabilities,
  certificate: certificates,
  company_size: companySizes,
  region: regions,
  readiness,
  sbi_2025: sbi2025,
};

/** Gives the terms that a new platform starts with, list by list, in the order in which they are shown. */
export function builtInTaxonomy(): TaxonomyWords[] {
  return Object.entries(LISTS).flatMap(
    ([scheme, lines]) => lines.map((line) => term(scheme as TaxonomyScheme, line)), // the keys of the table are the schemes
  );
}

function term(scheme: TaxonomyScheme, [code = '', dutch = '', english = '', broader = '', notation = '']: Line) {
  const [nl = '', ...synonymsNl] = dutch.split('|');
  const [en = '', ...synonymsEn] = english.split('|');
  const above = broader === '' && topOf(code) !== code ? topOf(code) : broader;
  return { scheme, code, broader: above, nl, en, synonymsNl, synonymsEn, notation };
}
