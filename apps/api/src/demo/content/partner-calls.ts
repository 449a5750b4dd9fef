import type { Moment } from './types';

/** A call for partners about an open challenge, and who answered it. */
export interface DemoPartnerCall {
  readonly organisation: string;
  readonly at: Moment;
  readonly brings: string;
  readonly seeks: string;
  readonly capabilities: readonly string[];
  readonly answers: readonly { readonly organisation: string; readonly at: Moment; readonly words: string }[];
  /** Why the taskforce took it away; left out when it did not. */
  readonly withdrawn?: { readonly at: Moment; readonly reason: string };
}

/** The calls about the challenge with the board: one of the SME that can be signed in as, one that it can answer, one that went. */
export const partnerCalls: readonly DemoPartnerCall[] = [
  {
    organisation: 'terpstaal',
    at: [-4, '19:40'],
    brings: 'Wij maken kasten en houders die tegen stof en trillen kunnen.',
    seeks: 'Een bedrijf dat deeltjes ziet in een bewegende stroom.',
    capabilities: ['beeldherkenning', 'nabij-infrarood'],
    answers: [
      {
        organisation: 'lauwersbeeld',
        at: [-3, '21:10'],
        words: 'Wij herkennen deeltjes op beeld. Een stofdichte kast hebben wij niet.',
      },
    ],
  },
  {
    organisation: 'wierdesensoriek',
    at: [-2, '10:30'],
    brings: 'Wij meten al deeltjes in veevoer, in een proefopstelling.',
    seeks: 'Iemand die er een behuizing bij maakt en hem inbouwt.',
    capabilities: ['fijnplaatwerk', 'machinebouw'],
    answers: [],
  },
  {
    organisation: 'pingo',
    at: [-6, '16:00'],
    brings: 'Wij bouwen modellen.',
    seeks: 'Bel ons als u de prijs van een ander kent.',
    capabilities: [],
    answers: [],
    withdrawn: { at: [-5, '09:10'], reason: 'Vraag geen prijzen van anderen. Schrijf wat u samen wilt maken.' },
  },
];
