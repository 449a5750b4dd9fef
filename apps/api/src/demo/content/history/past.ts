import { companies } from '../organisations/companies';
import { criterion } from '../challenges/criteria';
import type { DemoChallenge, DemoProposal } from '../types';
import { firstYear } from './first-year';
import { secondYear } from './second-year';
import type { PastChallenge, PastRound } from './types';

/** Two years of challenges before those that the demo is about. */
export const pastRounds: readonly PastRound[] = [...firstYear, ...secondYear];

/** The same three criteria each time. */
const CRITERIA = [
  criterion(['Lost het het probleem op?', 'Does it solve the problem?'], 50, 'effect', 2),
  criterion(['Plan en mensen', 'Plan and people'], 30, 'plan'),
  criterion(['Kosten', 'Costs'], 20, 'cost'),
];
/** Days between proposals for one challenge. */
const APART = 6;

/** The challenges of a round, as their owners wrote them. */
export function pastChallenges(round: PastRound): DemoChallenge[] {
  return round.challenges.map((past) => ({
    key: past.key,
    organisation: past.organisation,
    text: {
      titleNl: past.titleNl,
      titleEn: past.titleEn,
      summaryNl: past.summaryNl,
      summaryEn: past.summaryEn,
      ...(past.written === 'nl'
        ? { problemNl: past.problem, successNl: past.success }
        : { problemEn: past.problem, successEn: past.success }),
    },
    facts: factsOf(past),
    criteria: CRITERIA,
    plan: {
      created: [round.written, '10:00'],
      submitted: [round.written + 1, '16:00'],
      approved: [round.written + 4, '11:00'],
      opens: [round.opens, '09:00'],
      closes: [round.closes, '17:00'],
      decisionDue: [round.decided + 7, '17:00'],
      closed: [round.matched + 20, '10:00'],
    },
  }));
}

/** What SMEs proposed in a round. */
export function pastProposals(round: PastRound): DemoProposal[] {
  return round.challenges.flatMap((past, at) =>
    past.proposals.map(([organisation, title], index): DemoProposal => {
      const day = round.closes - 1 - index * APART - at;
      return {
        challenge: past.key,
        organisation,
        title,
        summary: `${title}: dat is ons antwoord op uw vraag. Wij deden iets wat erop lijkt bij een klant in de buurt.`,
        approach: 'Eerst meten wij een week bij u. Daarna bouwen wij een proef en verbeteren wij die in twee rondes.',
        planning: 'Week 1 tot 4: meten en ontwerpen. Week 5 tot 12: bouwen. Daarna drie maanden proef bij u.',
        priceEur: Math.round(past.budget * (0.96 - 0.07 * index)),
        fits: [
          'Wij halen het doel dat u noemt. In de proef laten wij dat met cijfers zien.',
          'Twee vaste mensen werken eraan. U praat met een van hen.',
          'De prijs is vast. Na de proef beslist u zelf of u verdergaat.',
        ],
        started: [day - 2, '20:00'],
        submitted: [day, '14:30'],
      };
    }),
  );
}

function factsOf({ organisation, themes, capabilities, region, budget }: PastChallenge): DemoChallenge['facts'] {
  const [first] = companies.find(({ key }) => key === organisation)?.people ?? [];
  const name = first?.name ?? '';
  return {
    themes,
    capabilities,
    region,
    budget,
    trl: [4, 7],
    ipRegime: 'stays_with_sme',
    hoursAsked: 12,
    decider: name,
    contactName: name,
    contactEmail: `challenges@${organisation}.example`,
  };
}
