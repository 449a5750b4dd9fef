import type { DemoAnswer, DemoMatch, Moment } from './types';

/** What the taskforce wrote to every proposer; the reasons per criterion come from the reviews. */
export const answers: readonly DemoAnswer[] = [
  {
    challenge: 'silostof',
    organisation: 'fochtelfilter',
    outcome: 'awarded',
    summary:
      'Uw voorstel is gekozen. Wegen in plaats van kijken lost het vuil worden op, en er komt geen stroom in de silo. Wij stellen u voor aan Agrifirm om de proef af te spreken.',
  },
  {
    challenge: 'silostof',
    organisation: 'kwartelmeet',
    outcome: 'reserve',
    summary:
      'Uw voorstel staat op de reservelijst. Het idee is sterk, maar de afwijking is nu nog te groot. Lukt de proef met de eerste keuze niet, dan nemen wij contact met u op.',
  },
  {
    challenge: 'silostof',
    organisation: 'terpstaal',
    outcome: 'declined',
    summary:
      'Uw voorstel is niet gekozen. De koker is slim en goedkoop. De beoordelaars misten een proef met graan en een keuring voor zone 20. Met die twee erbij zien wij u graag terug.',
    question: {
      asked: [-14, '20:15'],
      text: 'Telt een proef met graan ook als een klant die doet, met onze koker op zijn silo?',
      replied: [-13, '09:40'],
      reply:
        'Ja. Laat dan zien hoe lang de proef duurde en wie de metingen deed. Twee maanden met een meting per week is genoeg.',
    },
  },
  {
    challenge: 'silostof',
    organisation: 'veenlicht',
    outcome: 'declined',
    summary:
      'Uw voorstel is niet gekozen. Uw beeld laat goed zien waar het stof hangt, maar Agrifirm vroeg om een precies getal. Ook de kosten per silo waren te hoog.',
  },
  {
    challenge: 'spoelen',
    organisation: 'wadslib',
    outcome: 'awarded',
    summary:
      'Uw voorstel is gekozen. U meet of de leiding schoon is en begint met zes weken meekijken. Wij stellen u voor aan Noorderkade Zuivel.',
  },
  {
    challenge: 'spoelen',
    organisation: 'turfvaart',
    outcome: 'reserve',
    summary:
      'Uw voorstel staat op de reservelijst. Het is een veilige stap met bekende techniek. De eerste keuze bespaart naar verwachting meer water.',
  },
  {
    challenge: 'spoelen',
    organisation: 'zwetteslag',
    outcome: 'declined',
    summary:
      'Uw voorstel is niet gekozen. Inzicht in watergebruik is nuttig, maar er was gevraagd om een meting die zegt of een leiding schoon is.',
  },
];

/** A proposal that the taskforce already put on its shortlist, in the middle of the round. */
export const shortlisted: { readonly challenge: string; readonly organisation: string; readonly at: Moment } = {
  challenge: 'bruggen',
  organisation: 'wierdesensoriek',
  at: [-5, '15:30'],
};

/** The proposal that everybody judges first. */
export const anchor: { readonly challenge: string; readonly organisation: string; readonly at: Moment } = {
  challenge: 'bruggen',
  organisation: 'diepstroom',
  at: [-16, '10:00'],
};

/** What came of the awarded proposals; both have a check-in that is due. */
export const matches: readonly DemoMatch[] = [
  {
    challenge: 'spoelen',
    organisation: 'wadslib',
    recorded: [-107, '11:00'],
    agreed: 'Proef van dertien weken in twee spoelkringen voor € 38.200. Wadslib houdt alle rechten.',
    introductionDay: -100,
    checkInDay: 0,
    steps: [
      {
        at: [-100, '16:30'],
        to: 'introduced',
        note: 'Kennismaking in Bolsward. Beide kanten enthousiast, de nachtstop is geregeld.',
      },
      {
        at: [-92, '10:00'],
        to: 'in_talks',
        note: 'Contract ligt bij de jurist van Noorderkade. Vraag over aansprakelijkheid bij afkeur.',
      },
      {
        at: [-70, '14:15'],
        to: 'agreed',
        note: 'Getekend. Inbouw begint over vier weken, eerste cijfers na tien weken.',
      },
    ],
  },
  {
    challenge: 'silostof',
    organisation: 'fochtelfilter',
    recorded: [-15, '13:30'],
    agreed:
      'Zes maanden proef in zes silo’s in Meppel voor € 33.400. Niet-exclusief: Fochtelfilter mag het ook elders leveren.',
    introductionDay: -7,
    checkInDay: -1,
    steps: [
      {
        at: [-7, '17:00'],
        to: 'introduced',
        note: 'Kennismaking bij de silo’s. Agrifirm zoekt nog een week waarin één silo leeg is.',
      },
    ],
  },
];
