import { newStemmer } from 'snowball-stemmers';
import { wordsOf } from './words';

const stemmer = newStemmer('english');
const stems = new Map<string, string>();

/** Gives the Porter2 stem of a folded English word; words of other languages keep most of themselves. */
export function englishStem(folded: string): string {
  let stem = stems.get(folded);
  if (stem === undefined) {
    stem = stemmer.stem(folded);
    if (stems.size > 200_000) stems.clear(); // texts of years bring names and typing errors without end
    stems.set(folded, stem);
  }
  return stem;
}

/** Gives the stems of an English term in order, its function words included. */
export function englishStems(term: string): string[] {
  return wordsOf(term).flatMap((word) => (word === null ? [] : [englishStem(word.folded)]));
}
