import type { TextReader } from '../language/read-text';
import { LOCALES, type Locale } from '../themes/themes';
import { analyseText, type AnalysedText } from './analyse-text';
import { builtInBackground } from './background';
import { explainText, type TextExplanation } from './explain-text';
import type { MatchFileChallenge, MatchFileProfile } from './match-file-format';
import { MatchIndex } from './match-index';
import { MILLION } from './match-score';
import { packText } from './packed-text';
import { scoreMatch, type Match } from './score-match';
import { themeRarity } from './theme-part';

/** Why a pair has its score; everything in millionths. */
export interface MatchExplanation extends Pick<Match, 'parts' | 'themes' | 'requirements' | 'missing'> {
  readonly text: TextExplanation;
}

/** The scores of one challenge. */
export interface ChallengeScores {
  readonly challengeId: string;
  /** By profile id, 0..1, every profile in the order given. */
  readonly scores: Readonly<Record<string, number>>;
  /** By profile id; only when asked for. */
  readonly explanations?: Readonly<Record<string, MatchExplanation>>;
}

interface Profile {
  readonly given: MatchFileProfile;
  readonly documents: readonly { readonly id: string; readonly text: AnalysedText }[];
}

/**
 * Scores every challenge against every profile, one challenge at a time; the same engine as the platform's, on what is given.
 * @param doExplain costs much more time and room: an explanation for every pair
 */
export function* matchFiles(
  challenges: readonly MatchFileChallenge[],
  profiles: readonly MatchFileProfile[],
  reader: TextReader,
  doExplain: boolean,
): Generator<ChallengeScores> {
  const known = profiles.map((profile) => analyse(profile, reader));
  const index = new MatchIndex(builtInBackground());
  index.put(
    known.map(({ given, documents }) => ({ id: given.id, documents: documents.map(({ text }) => packText(text)) })),
  );
  const rarity = themeRarity(profiles);
  for (const challenge of challenges) {
    const asked = analyseText(challenge.texts.join('\n'), languageOf(challenge.lang), reader);
    const likenesses = new Map(index.likenesses(asked));
    const wish = { themes: challenge.themes ?? [], requirements: challenge.requirements ?? {} };
    const matches = known.map(({ given, documents }) => {
      const means = { themes: given.themes ?? [], offers: given.requirements ?? {}, successes: 0 };
      return { id: given.id, documents, match: scoreMatch(wish, means, likenesses.get(given.id) ?? 0, rarity) };
    });
    const scores = Object.fromEntries(matches.map(({ id, match }) => [id, match.score / MILLION]));
    if (!doExplain) {
      yield { challengeId: challenge.id, scores };
      continue;
    }
    const explanations = matches.map(({ id, match, documents }) => {
      const { parts, themes, requirements, missing } = match;
      const text = explainText(parts.text, { text: asked, inOther: null }, documents, (one) => index.weights(one));
      return [id, { parts, themes, requirements, missing, text }] as const;
    });
    yield { challengeId: challenge.id, scores, explanations: Object.fromEntries(explanations) };
  }
}

function analyse(given: MatchFileProfile, reader: TextReader): Profile {
  const documents = given.documents.map(({ id, title = '', text = '' }) => ({
    id,
    text: analyseText(`${title}\n${text}`, languageOf(given.lang), reader),
  }));
  return { given, documents };
}

function languageOf(lang: string): Locale {
  return LOCALES.find((locale) => locale === lang) ?? 'en';
}
