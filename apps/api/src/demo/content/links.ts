import type { LinkKind } from '@htsm/domain';
import type { Moment } from './types';

/** What a reviewer says binds them to an organisation. */
interface DemoLink {
  readonly who: string;
  readonly kind: LinkKind;
  readonly organisationName: string;
  readonly kvkNumber: string;
  readonly mailDomain: string;
  /** Days before the demo on which it ended, or null while it lasts. */
  readonly endedDaysAgo: number | null;
}

/** Douwe worked for one proposer of the bridges and supplied another; what Jelle and Meike declare is with nobody here. */
export const declaredLinks: readonly DemoLink[] = [
  {
    who: 'jelle',
    kind: 'client',
    organisationName: 'Gemeente Oldekerk (verzonnen)',
    kvkNumber: '',
    mailDomain: '',
    endedDaysAgo: null,
  },
  {
    who: 'meike',
    kind: 'employer',
    organisationName: 'Voedingslab Drentse Aa (verzonnen)',
    kvkNumber: '',
    mailDomain: 'voedingslab-drentseaa.example',
    endedDaysAgo: 1500,
  },
  {
    who: 'douwe',
    kind: 'employer',
    organisationName: 'Noorderlicht Inspectie (fictief)',
    kvkNumber: '',
    mailDomain: '',
    endedDaysAgo: 400,
  },
  {
    who: 'douwe',
    kind: 'supplier',
    organisationName: 'Hunzebot (fictief)',
    kvkNumber: '',
    mailDomain: '',
    endedDaysAgo: 900,
  },
];

/** What the taskforce signed: one opinion that may count all the same. */
export const signedWaivers: readonly {
  readonly who: string;
  readonly challenge: string;
  readonly organisation: string;
  readonly reason: string;
  readonly signed: Moment;
  readonly ends: Moment;
}[] = [
  {
    who: 'douwe',
    challenge: 'bruggen',
    organisation: 'Hunzebot (fictief)',
    reason: 'Het ging om één cursus van een dag, meer dan twee jaar geleden. Douwe verdient er niets meer aan.',
    signed: [-14, '10:00'],
    ends: [30, '12:00'],
  },
];

/** A challenge with a panel that was formed just now; all but one said what they would gladly judge. */
export const bidOnByPanel = {
  challenge: 'spalken',
  members: ['jelle', 'meike', 'berend', 'sylvia'],
  bidders: ['meike', 'berend', 'sylvia'],
  chair: 'berend',
} as const;

/** A challenge with a panel of its own. */
export const judgedByPanel = {
  challenge: 'bruggen',
  members: ['jelle', 'meike', 'berend', 'sylvia', 'douwe'],
  chair: 'meike',
} as const;

/** Experts who were asked onto that panel and did not answer: one link still works, one ran out. */
export const askedFromOutside: readonly { readonly email: string; readonly asked: Moment }[] = [
  { email: 'hilda.meetsma@brugmetingen.example', asked: [-16, '11:00'] },
  { email: 'noor.tjaden@trillingslab.example', asked: [-4, '15:00'] },
];
