import type { DeclineReason, SuggestionOutcome } from '@htsm/domain';
import type { Moment } from './types';

/** What happened with one SME on the board of a challenge; what is left out did not happen. */
export interface DemoCandidate {
  readonly organisation: string;
  readonly pinned?: { readonly at: Moment; readonly reason: string };
  readonly vetoed?: { readonly at: Moment; readonly reason: string };
  readonly invited?: { readonly at: Moment; readonly personal: string; readonly remindAfterDays: number | null };
  readonly interested?: { readonly at: Moment; readonly words: string };
  readonly declined?: { readonly at: Moment; readonly reason: DeclineReason; readonly words: string };
  readonly introduced?: { readonly at: Moment; readonly words: string };
  /** Slots to meet the owner, offered by the taskforce. */
  readonly offered?: {
    readonly at: Moment;
    readonly words: string;
    readonly slots: readonly { readonly at: Moment; readonly minutes: number; readonly place: string }[];
  };
  /** The slot that the SME chose, by its number from 0. */
  readonly chosen?: { readonly at: Moment; readonly slot: number };
  readonly agreed?: { readonly at: Moment; readonly words: string };
  readonly concluded?: {
    readonly at: Moment;
    readonly kind: SuggestionOutcome;
    readonly onDay: number;
    readonly words: string;
  };
}

const PERSONAL = 'Agrifirm wil op volle snelheid in stoffig voer kunnen kijken. Wij dachten aan u.';

/** The challenge whose board has somebody in every state. */
export const BOARD_CHALLENGE = 'deeltjes';

/** The board of that challenge. */
export const candidates: readonly DemoCandidate[] = [
  {
    organisation: 'terpstaal',
    invited: {
      at: [-1, '10:05'],
      personal: 'U maakt kasten die tegen stof kunnen. Misschien samen met een bedrijf dat meet?',
      remindAfterDays: null,
    },
  },
  {
    organisation: 'wierdesensoriek',
    pinned: { at: [-21, '09:40'], reason: 'Mat in 2024 al deeltjes in veevoer, bij een andere fabriek.' },
    invited: { at: [-20, '10:05'], personal: PERSONAL, remindAfterDays: 5 },
    interested: { at: [-19, '20:15'], words: 'Wij willen graag eerst het voer zien.' },
  },
  {
    organisation: 'kwartelmeet',
    invited: { at: [-20, '10:05'], personal: PERSONAL, remindAfterDays: 5 },
    interested: { at: [-18, '08:30'], words: '' },
    introduced: { at: [-12, '14:10'], words: 'Kwartelmeet neemt een proefopstelling mee.' },
    offered: {
      at: [-1, '11:20'],
      words: 'In Meppel kunt u het voer zien. Online kan ook.',
      slots: [
        { at: [8, '10:00'], minutes: 90, place: 'Agrifirm, Oevers 14, Meppel' },
        { at: [9, '13:30'], minutes: 90, place: 'Agrifirm, Oevers 14, Meppel' },
        { at: [13, '15:00'], minutes: 30, place: 'https://meet.example/kwartelmeet' },
      ],
    },
  },
  {
    organisation: 'lauwersbeeld',
    invited: { at: [-20, '10:05'], personal: PERSONAL, remindAfterDays: 5 },
    interested: { at: [-17, '21:05'], words: '' },
    introduced: { at: [-15, '11:20'], words: '' },
    offered: {
      at: [-11, '09:15'],
      words: 'Neem de camera mee als dat kan.',
      slots: [
        { at: [5, '09:30'], minutes: 60, place: 'Agrifirm, Oevers 14, Meppel' },
        { at: [6, '14:00'], minutes: 60, place: 'Agrifirm, Oevers 14, Meppel' },
      ],
    },
    chosen: { at: [-10, '20:35'], slot: 1 },
    agreed: { at: [-8, '16:45'], words: 'Vier weken meekijken bij één lijn.' },
  },
  {
    organisation: 'veenlicht',
    invited: { at: [-20, '10:05'], personal: PERSONAL, remindAfterDays: 5 },
    interested: { at: [-20, '12:40'], words: '' },
    introduced: { at: [-16, '11:20'], words: '' },
    concluded: {
      at: [-5, '15:00'],
      kind: 'pilot',
      onDay: -6,
      words: 'Een proef van zes weken in Meppel. Daarna beslist Agrifirm over meer.',
    },
  },
  {
    organisation: 'hunzebot',
    invited: { at: [-20, '10:05'], personal: PERSONAL, remindAfterDays: null },
    declined: { at: [-18, '17:20'], reason: 'not_our_work', words: 'Wij maken grijpers. Meten doen wij niet.' },
  },
  {
    organisation: 'pingo',
    vetoed: { at: [-20, '09:55'], reason: 'Werkt sinds kort voor een concurrent van Agrifirm.' },
  },
];
