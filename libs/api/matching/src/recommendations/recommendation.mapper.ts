import type { Locale } from '@htsm/domain';
import { meetingOf } from '@htsm/domain/matching';
import type { RecommendationDto, RecommendationWordsDto, WordLineDto } from '../dto/recommendation.dto';
import type { RecommendationRow } from './recommendations.repository';

/** Gives what is shown of a recommendation to who reads in a language. */
export function toRecommendation(row: RecommendationRow, locale: Locale): RecommendationDto {
  const { explanation, words, titles, ...rest } = row;
  return {
    ...rest,
    placedBy: 'score',
    parts: explanation.parts,
    themes: explanation.themes,
    requirements: explanation.requirements.map(({ kind, asked, met, millionths }) => ({
      kind,
      asked,
      metPercent: met === null ? null : Math.round(met * 100),
      millionths,
    })),
    words: words === null ? null : toWords(words, titles ?? {}, locale),
  };
}

function toWords(
  { terms, otherTerms, documents, locale: language }: NonNullable<RecommendationRow['words']>,
  titles: Readonly<Record<string, string>>,
  locale: Locale,
): RecommendationWordsDto {
  return {
    terms: merged(
      terms.map(({ asked, askedInOther, found, document, millionths }) => {
        const word = locale === language ? asked : (askedInOther ?? asked);
        return {
          asked: word,
          found,
          how: meetingOf(word, found),
          documentTitle: titles[document] ?? null,
          millionths,
        };
      }),
    ),
    otherTerms,
    documents: documents.map(({ document, millionths }) => ({ title: titles[document] ?? null, millionths })),
  };
}

/** Two words of one language may be the same word in the other: then they are one line. */
function merged(lines: readonly WordLineDto[]): WordLineDto[] {
  const known = new Map<string, WordLineDto>();
  for (const line of lines) {
    const key = JSON.stringify([line.asked, line.found, line.documentTitle]);
    const millionths = (known.get(key)?.millionths ?? 0) + line.millionths;
    known.set(key, { ...line, millionths });
  }
  return [...known.values()];
}
