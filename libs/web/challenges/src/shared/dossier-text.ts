import { type ChallengeDossierDto } from '@htsm/contracts';
import { type ShownCriterion } from './criteria-table';

/** The languages in which a challenge can be written. */
export type TextLanguage = 'nl' | 'en';

/** What is written in one language. */
export interface DossierText {
  readonly title: string;
  readonly summary: string;
  readonly problem: string;
  readonly context: string;
  readonly success: string;
  readonly criteria: readonly ShownCriterion[];
}

/** Gives the texts of a dossier in one language; the long ones as safe HTML. */
export function textOf(dossier: ChallengeDossierDto, language: TextLanguage): DossierText {
  const inDutch = language === 'nl';
  return {
    title: inDutch ? dossier.titleNl : dossier.titleEn,
    summary: inDutch ? dossier.summaryNl : dossier.summaryEn,
    problem: inDutch ? dossier.html.problemNl : dossier.html.problemEn,
    context: inDutch ? dossier.html.contextNl : dossier.html.contextEn,
    success: inDutch ? dossier.html.successNl : dossier.html.successEn,
    criteria: dossier.criteria.map((criterion) => ({
      id: criterion.id,
      title: (inDutch ? criterion.titleNl : criterion.titleEn) || criterion.titleNl || criterion.titleEn,
      weight: criterion.weight,
      knockOutMinimum: criterion.knockOutMinimum,
      scoreLabels: inDutch ? criterion.scoreLabelsNl : criterion.scoreLabelsEn,
    })),
  };
}

/** Gives the title in the reader's language, else in the other; empty while there is none. */
export function titleOf(dossier: ChallengeDossierDto, language: TextLanguage): string {
  return language === 'nl' ? dossier.titleNl || dossier.titleEn : dossier.titleEn || dossier.titleNl;
}

/** Lists the languages in which there is a title. */
export function languagesOf(dossier: ChallengeDossierDto): TextLanguage[] {
  return [...(dossier.titleNl === '' ? [] : ['nl' as const]), ...(dossier.titleEn === '' ? [] : ['en' as const])];
}
