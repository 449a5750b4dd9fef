import { TextReader } from '../language/read-text';
import { Thesaurus } from '../language/thesaurus';
import { builtInConcepts } from '../thesaurus/built-in-thesaurus';

export { MatchFileFault, readChallenges, readProfiles } from './match-file-format';
export { matchFiles } from './match-files';

/** Gives a reader with the thesaurus that comes with the product. */
export function openReader(): TextReader {
  return new TextReader(new Thesaurus(builtInConcepts()));
}
