import type { DemoChallenge } from '../types';
import { criterion } from './criteria';

const owner = {
  decider: 'Arjan Ritsema, hoofd netbeheer bij Waddenstroom Energie (fictief)',
  contactName: 'Shanti Mohan',
  contactEmail: 'shanti@waddenstroom.example',
} as const;

/** Open; written in English first. */
const intruders: DemoChallenge = {
  key: 'indringers',
  organisation: 'waddenstroom',
  text: {
    titleNl: 'Een indringer in het netwerk van een schakelstation opmerken',
    titleEn: 'Noticing an intruder in the network of a substation',
    summaryNl:
      'In onze 37 schakelstations praten apparaten van twintig jaar oud met elkaar. Wij zoeken een kastje dat meeluistert, niets kan sturen, en waarschuwt als er iets gebeurt dat daar niet hoort.',
    summaryEn:
      'In our 37 substations, devices of twenty years old talk to each other. We look for a box that listens, cannot send anything, and warns when something happens that does not belong there.',
    problemNl:
      'Gewone beveiliging kent kantoorcomputers. Onze apparaten spreken IEC 61850 en oudere talen. Een programma bijwerken kan niet zonder het station uit te zetten.\n\nWij weten dus **niet of er iemand meekijkt**. Dat willen we wel weten.',
    problemEn:
      'Ordinary security knows office computers. Our devices speak IEC 61850 and older languages. Updating a program is impossible without switching the station off.\n\nSo we **do not know whether anyone is watching**. We want to know.',
    contextNl:
      'De proef is op drie stations. Er is één spiegelpoort per station en een smalle verbinding van 2 megabit. Er komt twee keer per jaar iemand langs.',
    contextEn:
      'The trial is at three substations. There is one mirror port per station and a narrow link of 2 megabits. Someone visits twice a year.',
    successNl:
      '- 9 van 10 geoefende aanvallen gezien binnen 10 minuten.\n- Hoogstens 1 valse melding per station per maand.\n- Het kastje kan aantoonbaar niets sturen.',
    successEn:
      '- 9 out of 10 rehearsed attacks seen within 10 minutes.\n- At most 1 false alarm per station per month.\n- The box demonstrably cannot send anything.',
  },
  facts: {
    ...owner,
    themes: ['cyber_security/ot_security', 'rail_infra_energy', 'data_ai'],
    capabilities: ['netwerken van machines bewaken', 'IEC 61850', 'afwijkend verkeer herkennen'],
    trl: [6, 8],
    region: 'groningen',
    budget: 70_000,
    ipRegime: 'non_exclusive',
    hoursAsked: 18,
  },
  criteria: [
    criterion(['Ziet aanvallen', 'Sees attacks'], 35, 'effect', 3),
    criterion(['Kan zelf geen kwaad', 'Can do no harm itself'], 30, 'safety', 4),
    criterion(['Weinig valse meldingen', 'Few false alarms'], 20, 'effect'),
    criterion(['Beheer en kosten', 'Upkeep and costs'], 15, 'cost'),
  ],
  plan: {
    created: [-18, '11:10'],
    submitted: [-14, '10:00'],
    approved: [-12, '13:20'],
    opens: [-11, '09:00'],
    closes: [26, '17:00'],
    decisionDue: [75, '17:00'],
  },
};

/** Taken back after it had opened. */
const blades: DemoChallenge = {
  key: 'wieken',
  organisation: 'waddenstroom',
  text: {
    titleNl: 'Schade aan windmolenwieken horen vanaf de grond',
    titleEn: 'Hearing damage to wind turbine blades from the ground',
    summaryNl:
      'Een scheur in een wiek verandert het geluid. Een ervaren monteur hoort dat. Wij zoeken een microfoon met rekenkracht die dat ook kan, bij 64 molens tegelijk.',
    summaryEn:
      'A crack in a blade changes the sound. An experienced engineer hears it. We look for a microphone with computing power that can do so too, at 64 turbines at once.',
    problemNl:
      'Wij keuren wieken één keer per jaar met touwen of een drone. Schade door bliksem of vogels blijft daardoor maanden zitten en wordt groter.',
    problemEn:
      'We inspect blades once a year with ropes or a drone. Damage by lightning or birds therefore remains for months and grows.',
    contextNl: 'Het park ligt in de Eemshaven. Het waait er altijd en er varen schepen langs.',
    contextEn: 'The park is in the Eemshaven. It is always windy and ships pass by.',
    successNl: '- 7 van 10 scheuren vanaf 10 cm gehoord binnen een week.\n- Werkt bij windkracht 3 tot 7.',
    successEn: '- 7 out of 10 cracks from 10 cm heard within a week.\n- Works at wind force 3 to 7.',
  },
  facts: {
    ...owner,
    themes: ['rail_infra_energy', 'sensors', 'data_ai'],
    capabilities: ['geluid meten', 'ruis wegrekenen'],
    trl: [3, 6],
    region: 'groningen',
    budget: 36_000,
    ipRegime: 'stays_with_sme',
    hoursAsked: 10,
  },
  criteria: [criterion(['Hoort de schade', 'Hears the damage'], 60, 'effect'), criterion(['Plan', 'Plan'], 40, 'plan')],
  plan: {
    created: [-51, '15:00'],
    submitted: [-48, '09:25'],
    approved: [-45, '11:40'],
    opens: [-44, '09:00'],
    closes: [5, '17:00'],
    cancelled: {
      at: [-13, '14:00'],
      reason:
        'Het windpark is verkocht. De nieuwe eigenaar wil eerst zijn eigen metingen afmaken. Schreef u al aan een voorstel? Uw concept blijft bewaard.',
    },
  },
};

/** The challenges about energy by an invented company. */
export const energyChallenges: readonly DemoChallenge[] = [intruders, blades];
