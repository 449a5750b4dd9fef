import type { DemoBody, DemoPerson } from './types';

/** The domain of the sign-ins that are shown at start-up; `.example` never reaches anybody. */
export const SIGN_IN_DOMAIN = 'demo.htsm.example';

/** Password of every sign-in of the demo: it is printed at start-up and guards invented content only. */
export const DEMO_PASSWORD = 'Kievit-broedt-langs-7-sloten';

/** Somebody with a role apart from the organisations. */
export interface DemoOfficial extends DemoPerson {
  readonly key: string;
  readonly email: string;
  readonly bodies: readonly DemoBody[];
}

/** The invented taskforce and its reviewers. */
export const officials: readonly DemoOfficial[] = [
  { key: 'marijke', name: 'Marijke Wolthuis', email: `taskforce@${SIGN_IN_DOMAIN}`, bodies: ['taskforce'] },
  {
    key: 'hilde',
    name: 'Hilde Smit',
    email: `administrator@${SIGN_IN_DOMAIN}`,
    bodies: ['administration', 'taskforce'],
  },
  { key: 'douwe', name: 'Douwe Kamstra', email: 'douwe@taskforce.example', bodies: ['taskforce', 'review_panel'] },
  { key: 'jelle', name: 'Jelle Wiersma', email: `reviewer@${SIGN_IN_DOMAIN}`, bodies: ['review_panel'] },
  { key: 'meike', name: 'Meike Hofstra', email: 'meike@beoordelaars.example', bodies: ['review_panel'] },
  { key: 'berend', name: 'Berend Nanninga', email: 'berend@beoordelaars.example', bodies: ['review_panel'] },
  {
    key: 'sylvia',
    name: 'Sylvia Adeyemi',
    email: 'sylvia@beoordelaars.example',
    locale: 'en',
    bodies: ['review_panel'],
  },
];

/** One sign-in for each role, in the order in which they are shown. */
export const signIns = [
  { role: 'sme', email: `sme@${SIGN_IN_DOMAIN}` },
  { role: 'owner', email: `owner@${SIGN_IN_DOMAIN}` },
  { role: 'reviewer', email: `reviewer@${SIGN_IN_DOMAIN}` },
  { role: 'taskforce', email: `taskforce@${SIGN_IN_DOMAIN}` },
  { role: 'administrator', email: `administrator@${SIGN_IN_DOMAIN}` },
] as const;
