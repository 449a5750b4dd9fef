import type { TextReader } from '../../language/read-text';
import type { Locale } from '../../themes/themes';
import { isWithin, topOf } from '../../themes/taxonomy';
import { meet, readMeanings, soughtWords, type SoughtWord, type TextMeanings } from '../find-words';
import { requirementLines, type Offers } from '../requirements-part';

/** What a challenge asks of a team. */
export interface SoughtOfTeam {
  /** In the owner's own words, Dutch or English. */
  readonly capabilities: readonly string[];
  /** Codes. */
  readonly themes: readonly string[];
  readonly certificates: readonly string[];
  readonly region: string | null;
  readonly trl: { readonly min: number; readonly max: number } | null;
}

/** What somebody wrote, as far as whoever asks may read it. */
export interface Saying {
  /** Null for what it says about itself. */
  readonly documentId: string | null;
  readonly locale: Locale;
  readonly text: string;
}

/** Somebody who is on a team, or could be. */
export interface TeamParty {
  readonly id: string;
  readonly themes: readonly string[];
  readonly offers: Pick<Offers, 'certificates' | 'regions' | 'trl'>;
  readonly sayings: readonly Saying[];
}

export const GAP_KINDS = ['capability', 'theme', 'certificate', 'region', 'trl'] as const;
export type GapKind = (typeof GAP_KINDS)[number];
export const GAP_STATES = ['covered', 'weak', 'missing'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** One thing that a challenge asks for. */
export interface GapItem {
  readonly kind: GapKind;
  /** Words, a code, or `4-6` for levels of readiness. */
  readonly asked: string;
}

/** How somebody brings an item. */
export interface GapReason {
  readonly partyId: string;
  readonly state: Exclude<GapState, 'missing'>;
  /** Words of its own, a code, or `4-6`. */
  readonly found: string;
  /** The document with these words; null for what it says about itself, and for codes. */
  readonly documentId: string | null;
}

/** An item, how far a team covers it, and by whom. */
export interface GapLine extends GapItem {
  readonly state: GapState;
  /** One for everybody who brings it, in the order of the team; those who cover it first. */
  readonly reasons: readonly GapReason[];
}

/** Tells how somebody brings each item of a challenge; made once for a challenge and asked of many. */
export interface GapReader {
  readonly items: readonly GapItem[];
  /** Gives a reason or null for each item, in their order. */
  read(party: TeamParty): (GapReason | null)[];
}

/**
 * Reads what a challenge asks, each thing once. A capability is covered when one sentence, or one of the capabilities that
 * somebody names, has all its words by their meaning; weak when it has half of them. A theme is covered by itself or one
 * below it, and weak by another below the same; a level of readiness or a region that is near is weak.
 */
export function openGapReader(sought: SoughtOfTeam, reader: TextReader): GapReader {
  const capabilities = unique(sought.capabilities).map((asked) => ({ asked, forms: formsOf(asked, reader) }));
  const known = new Map<string, TextMeanings[]>();
  const sentences = ({ text, locale }: Saying): TextMeanings[] => {
    const key = `${locale} ${text}`;
    const read = known.get(key) ?? sentencesOf(text).map((one) => readMeanings([{ text: one, locale }], reader));
    known.set(key, read);
    return read;
  };
  const readers = [
    ...capabilities.map(({ asked, forms }) => ({
      item: item('capability', asked),
      read: (party: TeamParty) => capabilityReason(forms, party, sentences),
    })),
    ...unique(sought.themes).map((asked) => ({
      item: item('theme', asked),
      read: (party: TeamParty) => themeReason(asked, party),
    })),
    ...requirementReaders(sought),
  ];
  return {
    items: readers.map(({ item: one }) => one),
    read: (party) => readers.map(({ read }) => read(party)),
  };
}

/** Says for each item how far a team covers it. */
export function gapLines(gap: GapReader, team: readonly TeamParty[]): GapLine[] {
  const byParty = team.map((party) => gap.read(party));
  return gap.items.map((one, at) => {
    const reasons = byParty.flatMap((read) => read[at] ?? []);
    const covering = reasons.filter(({ state }) => state === 'covered');
    const state = covering.length > 0 ? 'covered' : reasons.length > 0 ? 'weak' : 'missing';
    return { ...one, state, reasons: [...covering, ...reasons.filter((reason) => reason.state === 'weak')] };
  });
}

function item(kind: GapKind, asked: string): GapItem {
  return { kind, asked };
}

/** The owner's words may be of either language: the one that is understood best counts. */
function formsOf(asked: string, reader: TextReader): SoughtWord[][] {
  return [soughtWords(asked, 'nl', reader), soughtWords(asked, 'en', reader)].filter((words) => words.length > 0);
}

function sentencesOf(text: string): string[] {
  return text.split(/[.!?;:]\s|\n+/u).filter((one) => one.trim() !== '');
}

function capabilityReason(
  forms: readonly SoughtWord[][],
  party: TeamParty,
  sentences: (saying: Saying) => readonly TextMeanings[],
): GapReason | null {
  let best: { readonly share: number; readonly found: string; readonly documentId: string | null } | null = null;
  for (const saying of party.sayings) {
    for (const sentence of sentences(saying)) {
      for (const words of forms) {
        const met = words.flatMap((word) => meet(word, sentence) ?? []);
        const share = met.length / words.length;
        if (share < HALF || share <= (best?.share ?? 0)) continue;
        best = { share, found: [...new Set(met)].join(' '), documentId: saying.documentId };
        if (share === 1) return { partyId: party.id, state: 'covered', found: best.found, documentId: best.documentId };
      }
    }
  }
  return best === null ? null : { partyId: party.id, state: 'weak', found: best.found, documentId: best.documentId };
}
const HALF = 0.5;

function themeReason(asked: string, { id: partyId, themes }: TeamParty): GapReason | null {
  const own = themes.find((one) => one === asked) ?? themes.find((one) => isWithin(one, asked));
  const near = own ?? themes.find((one) => topOf(one) === topOf(asked));
  if (near === undefined) return null;
  return { partyId, state: own === undefined ? 'weak' : 'covered', found: near, documentId: null };
}

/** What is asked beside knowledge, compared as the score does. */
function requirementReaders({ certificates, region, trl }: SoughtOfTeam) {
  const one = (kind: GapKind, asked: string, requirement: Parameters<typeof requirementLines>[0]) => ({
    item: item(kind, asked),
    read: (party: TeamParty): GapReason | null => {
      const met = requirementLines(requirement, party.offers)[0]?.met ?? 0;
      if (met === 0) return null;
      const found = foundOf(kind, asked, party.offers);
      return { partyId: party.id, state: met === 1 ? 'covered' : 'weak', found, documentId: null };
    },
  });
  return [
    ...unique(certificates).map((asked) => one('certificate', asked, { certificates: [asked] })),
    ...(region === null ? [] : [one('region', region, { regions: [region] })]),
    ...(trl === null ? [] : [one('trl', `${String(trl.min)}-${String(trl.max)}`, { trl })]),
  ];
}

function foundOf(kind: GapKind, asked: string, { trl }: TeamParty['offers']): string {
  return kind === 'trl' && trl !== undefined ? `${String(trl.min)}-${String(trl.max)}` : asked;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
