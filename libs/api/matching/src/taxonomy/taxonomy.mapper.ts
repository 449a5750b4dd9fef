import type { TaxonomyPlan, TaxonomyRecord } from '@htsm/domain/themes';
import type { TaxonomyPlanDto, TermDto } from '../dto/taxonomy.dto';

const LONGEST_NAME = 200;

export function termDto(term: TaxonomyRecord): TermDto {
  return {
    scheme: term.scheme,
    code: term.code,
    broader: term.broader,
    nl: term.nl,
    en: term.en,
    synonymsNl: [...term.synonymsNl],
    synonymsEn: [...term.synonymsEn],
    notation: term.notation,
    state: term.state,
    replacedBy: term.replacedBy,
  };
}

/** @param version that the file was compared with */
export function planDto(plan: TaxonomyPlan, version: number): TaxonomyPlanDto {
  return {
    version,
    added: plan.added.map(termDto),
    changed: plan.changed.map(({ before, after }) => ({ before: termDto(before), after: termDto(after) })),
    same: plan.same,
    refused: plan.refused.map(({ line, what, why }) => ({ line, what: what.slice(0, LONGEST_NAME), why })),
  };
}
