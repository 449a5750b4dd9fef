import fc from 'fast-check';
import {
  checkChallenge,
  CHALLENGE_SECTIONS,
  DEFAULT_SCORE_LABELS,
  sectionStates,
  type ChallengeContent,
  type CriterionContent,
} from '../index';

const NOW = new Date('2026-11-22T12:00:00Z');
const days = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000);

const criterion = (values: Partial<CriterionContent> = {}): CriterionContent => ({
  titleNl: 'Effect',
  titleEn: 'Effect',
  weight: 50,
  knockOutMinimum: null,
  scoreLabelsNl: DEFAULT_SCORE_LABELS.nl,
  scoreLabelsEn: DEFAULT_SCORE_LABELS.en,
  ...values,
});

const complete: ChallengeContent = {
  titleNl: 'Vocht meten',
  titleEn: 'Measure moisture',
  summaryNl: 'Kort.',
  summaryEn: 'Short.',
  problemNl: 'Probleem.',
  problemEn: 'Problem.',
  contextNl: 'Omgeving.',
  contextEn: 'Context.',
  successNl: 'Binnen 1 procent.',
  successEn: 'Within 1 percent.',
  themes: ['sensors'],
  capabilities: ['Meten'],
  trlFrom: 4,
  trlTo: 7,
  region: 'drenthe',
  budgetEur: 30_000,
  noBudgetReason: '',
  ipRegime: 'stays_with_sme',
  hoursAsked: 12,
  decider: 'Directeur',
  contactName: 'Jan',
  contactEmail: 'jan@example.nl',
  opensAt: days(1),
  closesAt: days(30),
  decisionDueAt: days(60),
  criteria: [criterion(), criterion()],
};

const empty: ChallengeContent = {
  ...complete,
  titleNl: '',
  titleEn: '',
  summaryNl: '',
  summaryEn: '',
  problemNl: '',
  problemEn: '',
  contextNl: '',
  contextEn: '',
  successNl: '',
  successEn: '',
  themes: [],
  capabilities: [],
  trlFrom: null,
  trlTo: null,
  region: null,
  budgetEur: null,
  ipRegime: null,
  hoursAsked: null,
  decider: '',
  contactName: '',
  contactEmail: '',
  opensAt: null,
  closesAt: null,
  decisionDueAt: null,
  criteria: [],
};

const blocking = (values: Partial<ChallengeContent>): string[] =>
  checkChallenge({ ...complete, ...values }, NOW).blocking.map(({ code, path }) => `${code} ${path}`);
const advice = (values: Partial<ChallengeContent>): string[] =>
  checkChallenge({ ...complete, ...values }, NOW).advice.map(({ code, path }) => `${code} ${path}`);

describe('the quality gate', () => {
  it('finds nothing in a complete challenge', () => {
    expect(checkChallenge(complete, NOW)).toEqual({ blocking: [], advice: [] });
  });

  it.each<[string, Partial<ChallengeContent>, string[]]>([
    [
      'no text in any language',
      { titleNl: '', titleEn: '', summaryNl: ' ', summaryEn: '' },
      ['title_missing titleNl', 'summary_missing summaryNl'],
    ],
    ['half a Dutch text beside a whole English one', { problemNl: '' }, []],
    ['no theme', { themes: [] }, ['themes_missing themes']],
    [
      'five themes',
      { themes: ['robotics', 'sensors', 'data_ai', 'rail_infra_energy', 'medical'] },
      ['themes_too_many themes'],
    ],
    ['no maturity', { trlFrom: null, trlTo: null }, ['trl_from_missing trlFrom', 'trl_to_missing trlTo']],
    ['maturity that goes down', { trlFrom: 7, trlTo: 4 }, ['trl_order trlTo']],
    ['no region', { region: null }, ['region_missing region']],
    ['neither budget nor reason', { budgetEur: null }, ['budget_missing budgetEur']],
    ['a reason for no budget', { budgetEur: null, noBudgetReason: 'Verkenning' }, []],
    ['no IP regime', { ipRegime: null }, ['ip_missing ipRegime']],
    ['nobody who decides', { decider: '' }, ['decider_missing decider']],
    [
      'no contact',
      { contactName: '', contactEmail: '' },
      ['contact_name_missing contactName', 'contact_email_missing contactEmail'],
    ],
    ['no hours', { hoursAsked: null }, ['hours_missing hoursAsked']],
    ['no closing', { closesAt: null }, ['closing_missing closesAt']],
    ['closing at the opening', { opensAt: days(30) }, ['closing_before_opening closesAt']],
    ['closing in the past', { opensAt: null, closesAt: NOW }, ['closing_passed closesAt']],
    ['a decision at the closing', { decisionDueAt: days(30) }, ['decision_before_closing decisionDueAt']],
    ['one criterion', { criteria: [criterion({ weight: 100 })] }, ['criteria_too_few criteria']],
    [
      'eleven criteria',
      { criteria: Array.from({ length: 11 }, (_, i) => criterion({ weight: i === 0 ? 10 : 9 })) },
      ['criteria_too_many criteria'],
    ],
    ['weights of 99', { criteria: [criterion(), criterion({ weight: 49 })] }, ['weights_sum criteria']],
    [
      'a weight of zero',
      { criteria: [criterion({ weight: 100 }), criterion({ weight: 0 })] },
      ['weight_zero criteria.1.weight'],
    ],
    [
      'a criterion without name',
      { criteria: [criterion({ titleNl: '' }), criterion()] },
      ['criterion_title_missing criteria.0.titleNl'],
    ],
    [
      'a missing score label',
      { criteria: [criterion(), criterion({ scoreLabelsNl: ['a', 'b', 'c', 'd', 'e'] })] },
      ['score_labels_missing criteria.1.scoreLabelsNl'],
    ],
  ])('blocks on %s', (_, values, expected) => {
    expect(blocking(values)).toEqual(expected);
  });

  it.each<[string, Partial<ChallengeContent>, string[]]>([
    ['13 days open', { opensAt: days(17.5) }, ['closing_soon closesAt']],
    ['14 days open', { opensAt: days(16) }, []],
    ['an opening in the past counts from now', { opensAt: days(-20), closesAt: days(10) }, ['closing_soon closesAt']],
    ['only Dutch', { titleEn: '', summaryEn: '', problemEn: '', successEn: '' }, ['other_language_missing titleEn']],
    ['half English', { summaryEn: '' }, ['other_language_incomplete titleEn']],
    ['no figures', { successNl: 'Het werkt goed.' }, ['success_without_figures successNl']],
    ['five TRL steps', { trlFrom: 2, trlTo: 7 }, ['trl_far trlTo']],
    ['much writing', { hoursAsked: 41 }, ['hours_many hoursAsked']],
    [
      'all rights for nothing',
      { budgetEur: null, noBudgetReason: 'Eer', ipRegime: 'exclusive' },
      ['exclusive_without_budget ipRegime'],
    ],
    [
      'one criterion that decides all',
      { criteria: [criterion({ weight: 61 }), criterion({ weight: 39 })] },
      ['weight_dominant criteria.0.weight'],
    ],
  ])('advises on %s', (_, values, expected) => {
    expect(advice(values)).toEqual(expected);
  });

  it('lets weights through exactly when they sum to 100', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(weights, (list) => {
        const found = blocking({ criteria: list.map((weight) => criterion({ weight })) });
        expect(found.includes('weights_sum criteria')).toBe(list.reduce((a, b) => a + b, 0) !== 100);
      }),
    );
  });

  it('makes the task list add up to the blocking findings', () => {
    const fields = fc.subarray(Object.keys(complete) as (keyof ChallengeContent)[]); // keys of the literal above
    fc.assert(
      fc.property(fields, (erased) => {
        const content = { ...complete, ...Object.fromEntries(erased.map((field) => [field, empty[field]])) };
        const report = checkChallenge(content, NOW);
        const sections = sectionStates(content, report.blocking);
        expect(sections.map(({ section }) => section)).toEqual(CHALLENGE_SECTIONS);
        expect(sections.reduce((sum, { open }) => sum + open, 0)).toBe(report.blocking.length);
      }),
    );
  });

  it('calls untouched parts empty and attachments optional', () => {
    const { blocking: found } = checkChallenge(empty, NOW);
    expect(sectionStates(empty, found).map(({ section, progress }) => `${section} ${progress}`)).toEqual([
      'texts empty',
      'themes empty',
      'maturity empty',
      'budget empty',
      'planning empty',
      'criteria empty',
      'attachments optional',
    ]);
  });
});
