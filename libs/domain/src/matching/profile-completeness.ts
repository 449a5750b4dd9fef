import type { DocumentContent, ProfileContent } from './profile-content';

/** Characters from which a text says enough to be compared with a challenge: about three sentences. */
export const ENOUGH_TEXT = 250;

/** What can be added to a profile; the words are in the catalogue of the matching room. */
export const PROFILE_STEPS = [
  'write_about',
  'extend_about',
  'add_project',
  'extend_document',
  'add_document',
  'choose_themes',
  'add_capabilities',
  'set_trl',
  'choose_regions',
  'set_size',
] as const;
export type ProfileStep = (typeof PROFILE_STEPS)[number];

/** How complete a profile is. */
export interface ProfileCompleteness {
  /** Whole, 0 to 100. */
  readonly percent: number;
  /** What is missing, what helps most first; empty at 100. */
  readonly steps: readonly { readonly step: ProfileStep; readonly percent: number }[];
}

/** What each part is worth: words weigh most in the score (docs/matching.md), and each document is compared apart. */
const WORTH = { about: 25, first: 25, second: 10, themes: 15, capabilities: 12, trl: 6, regions: 4, size: 3 };
/** Capabilities from which their part is whole. */
const ENOUGH_CAPABILITIES = 3;

/** Tells how complete a profile is for being found, and what would help most. */
export function completenessOf(profile: ProfileContent, documents: readonly DocumentContent[]): ProfileCompleteness {
  const missing = [...missingText(profile, documents), ...missingFacts(profile)];
  const steps = missing
    .map(({ step, part }) => ({ step, percent: part }))
    .sort((a, b) => b.percent - a.percent || PROFILE_STEPS.indexOf(a.step) - PROFILE_STEPS.indexOf(b.step));
  return { percent: 100 - steps.reduce((sum, { percent }) => sum + percent, 0), steps };
}

interface Missing {
  readonly step: ProfileStep;
  readonly part: number;
}

function missingText({ about }: ProfileContent, documents: readonly DocumentContent[]): Missing[] {
  const missing: Missing[] = [];
  const aboutLacks = lacking(about.trim().length, ENOUGH_TEXT, WORTH.about);
  if (aboutLacks > 0) missing.push({ step: about.trim() === '' ? 'write_about' : 'extend_about', part: aboutLacks });
  // a certificate tells what an SME may do, not what it did
  const told = documents
    .filter(({ kind }) => kind !== 'certificate')
    .map(({ text }) => text.trim().length)
    .sort((a, b) => b - a);
  const [longest] = told;
  if (longest === undefined) missing.push({ step: 'add_project', part: WORTH.first });
  else if (longest < ENOUGH_TEXT) {
    missing.push({ step: 'extend_document', part: lacking(longest, ENOUGH_TEXT, WORTH.first) });
  }
  if (told.length < 2) missing.push({ step: 'add_document', part: WORTH.second });
  return missing;
}

function missingFacts(profile: ProfileContent): Missing[] {
  const facts: readonly (readonly [ProfileStep, number])[] = [
    ['choose_themes', profile.themes.length === 0 ? WORTH.themes : 0],
    ['add_capabilities', lacking(profile.capabilities.length, ENOUGH_CAPABILITIES, WORTH.capabilities)],
    ['set_trl', profile.trlMin === null || profile.trlMax === null ? WORTH.trl : 0],
    ['choose_regions', profile.regions.length === 0 ? WORTH.regions : 0],
    ['set_size', profile.size === null ? WORTH.size : 0],
  ];
  return facts.filter(([, part]) => part > 0).map(([step, part]) => ({ step, part }));
}

/** The part of `worth` that is lacking, rounded up: nearly enough is not yet whole. */
function lacking(has: number, enough: number, worth: number): number {
  return has >= enough ? 0 : Math.ceil((worth * (enough - has)) / enough);
}
