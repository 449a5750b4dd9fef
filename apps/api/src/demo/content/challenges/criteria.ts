import { DEFAULT_SCORE_LABELS, type CriterionContent } from '@htsm/domain';

/** Words for the scores 0 to 5, per kind of criterion. */
const LABELS = {
  effect: {
    nl: [
      'Lost het probleem niet op',
      'Helpt een beetje, niet gemeten',
      'Helpt bij een deel van de gevallen',
      'Haalt het doel bijna',
      'Haalt het doel, met een proef',
      'Haalt meer dan het doel, bewezen',
    ],
    en: [
      'Does not solve the problem',
      'Helps a little, not measured',
      'Helps in part of the cases',
      'Almost reaches the goal',
      'Reaches the goal, with a trial',
      'Exceeds the goal, proven',
    ],
  },
  plan: {
    nl: [
      'Geen plan',
      'Plan zonder mensen of data',
      'Plan met grote gaten',
      'Kan, met een duidelijk risico',
      'Haalbaar, risico’s zijn benoemd',
      'Haalbaar en al eens zo gedaan',
    ],
    en: [
      'No plan',
      'Plan without people or dates',
      'Plan with large gaps',
      'Possible, with one clear risk',
      'Feasible, risks are named',
      'Feasible and done before',
    ],
  },
  safety: {
    nl: [
      'Gevaarlijk',
      'Gevaar niet bekeken',
      'Veilig als er veel meezit',
      'Veilig met extra maatregelen',
      'Veilig in gewoon gebruik',
      'Veilig, ook bij fouten en storing',
    ],
    en: [
      'Dangerous',
      'Danger not considered',
      'Safe if much goes well',
      'Safe with extra measures',
      'Safe in normal use',
      'Safe, even with errors and faults',
    ],
  },
  cost: {
    nl: [
      'Geen prijs',
      'Veel te duur voor wat het doet',
      'Duurder dan nu',
      'Even duur als nu',
      'Verdient zich in vijf jaar terug',
      'Verdient zich in twee jaar terug',
    ],
    en: [
      'No price',
      'Far too expensive for what it does',
      'More expensive than now',
      'As expensive as now',
      'Pays for itself in five years',
      'Pays for itself in two years',
    ],
  },
  plain: DEFAULT_SCORE_LABELS,
} as const;

/** Makes a criterion; `minimum` is the mean below which a proposal drops out. */
export function criterion(
  titles: readonly [nl: string, en: string],
  weight: number,
  kind: keyof typeof LABELS,
  minimum: number | null = null,
): CriterionContent {
  return {
    titleNl: titles[0],
    titleEn: titles[1],
    weight,
    knockOutMinimum: minimum,
    scoreLabelsNl: [...LABELS[kind].nl],
    scoreLabelsEn: [...LABELS[kind].en],
  };
}
