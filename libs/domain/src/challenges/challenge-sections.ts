import { CHALLENGE_SECTIONS, type ChallengeContent, type ChallengeSection } from './challenge-content';
import type { Finding } from './quality-gate';

/** How far a part is: untouched, begun, ready, or free to leave empty. */
export type SectionProgress = 'empty' | 'incomplete' | 'complete' | 'optional';

/** One line of the task list. */
export interface SectionState {
  readonly section: ChallengeSection;
  readonly progress: SectionProgress;
  /** Number of blocking findings in it. */
  readonly open: number;
}

/** Gives the task list; `blocking` are the findings of the quality gate on the same content. */
export function sectionStates(content: ChallengeContent, blocking: readonly Finding[]): SectionState[] {
  return CHALLENGE_SECTIONS.map((section) => {
    const open = blocking.filter((finding) => finding.section === section).length;
    return { section, open, progress: progress(section, content, open) };
  });
}

function progress(section: ChallengeSection, content: ChallengeContent, open: number): SectionProgress {
  if (section === 'attachments') return 'optional';
  if (open === 0) return 'complete';
  return isUntouched(section, content) ? 'empty' : 'incomplete';
}

function isUntouched(section: ChallengeSection, content: ChallengeContent): boolean {
  return FIELDS[section].every((field) => isEmpty(content[field]));
}

const FIELDS: Readonly<Record<ChallengeSection, readonly (keyof ChallengeContent)[]>> = {
  texts: [
    'titleNl',
    'titleEn',
    'summaryNl',
    'summaryEn',
    'problemNl',
    'problemEn',
    'contextNl',
    'contextEn',
    'successNl',
    'successEn',
  ],
  themes: ['themes', 'capabilities'],
  maturity: ['trlFrom', 'trlTo', 'region'],
  budget: ['budgetEur', 'noBudgetReason', 'ipRegime'],
  planning: ['opensAt', 'closesAt', 'decisionDueAt', 'decider', 'contactName', 'contactEmail', 'hoursAsked'],
  criteria: ['criteria'],
  attachments: [],
};

function isEmpty(value: ChallengeContent[keyof ChallengeContent]): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
