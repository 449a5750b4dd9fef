import type { RecommendationDto, RecommendationWordsDto } from '../dto/recommendation.dto';
import type { RecommendationRow } from './recommendations.repository';

/** Gives what is shown of a recommendation. */
export function toRecommendation(row: RecommendationRow): RecommendationDto {
  const { explanation, words, titles, ...rest } = row;
  return {
    ...rest,
    parts: explanation.parts,
    themes: explanation.themes,
    requirements: explanation.requirements.map(({ kind, asked, met, millionths }) => ({
      kind,
      asked,
      metPercent: met === null ? null : Math.round(met * 100),
      millionths,
    })),
    words: words === null ? null : toWords(words, titles ?? {}),
  };
}

function toWords(
  { terms, otherTerms, documents }: NonNullable<RecommendationRow['words']>,
  titles: Readonly<Record<string, string>>,
): RecommendationWordsDto {
  return {
    terms: terms.map(({ asked, found, how, document, millionths }) => ({
      asked,
      found,
      how,
      documentTitle: titles[document] ?? null,
      millionths,
    })),
    otherTerms,
    documents: documents.map(({ document, millionths }) => ({ title: titles[document] ?? null, millionths })),
  };
}
