import type { DemoChallenge } from '../types';
import { criterion } from './criteria';

const steel = {
  decider: 'Gert-Jan Kremer, productieleider bij Eemsmond Staalbouw (fictief)',
  contactName: 'Gert-Jan Kremer',
  contactEmail: 'gert-jan@eemsmond.example',
} as const;

/** Open, with a sealed proposal of the SME sign-in. */
const welds: DemoChallenge = {
  key: 'lasnaden',
  organisation: 'eemsmond',
  text: {
    titleNl: 'Lasnaden keuren terwijl de lasser nog last',
    titleEn: 'Checking welds while the welder is still welding',
    summaryNl:
      'Een fout in een las vinden we pas na afkoelen, met ultrageluid. Dan moet alles weer open. Wij zoeken een meting tijdens het lassen die zegt: hier gaat het mis.',
    summaryEn:
      'We find a fault in a weld only after cooling, with ultrasound. Then everything has to be opened again. We look for a measurement during welding that says: here it goes wrong.',
    problemNl:
      'Wij lassen platen van 20 tot 60 mm. Een naad bestaat uit soms dertig lagen. Zit er een fout in laag vier, dan slijpen we 26 lagen weg.\n\nHerstel kost ons **11 % van alle lasuren**.',
    problemEn:
      'We weld plates of 20 to 60 mm. A seam sometimes consists of thirty layers. If there is a fault in layer four, we grind away 26 layers.\n\nRepairs cost us **11 % of all welding hours**.',
    contextNl:
      'Het gaat om handwerk en om twee lasrobots. Rond de vlam is het 300 graden. Een lasser wil geen extra kabel aan zijn toorts.',
    contextEn:
      'It concerns manual work and two welding robots. Around the flame it is 300 degrees. A welder does not want an extra cable on the torch.',
    successNl:
      '- 8 van 10 fouten gezien binnen één laag.\n- Hoogstens 1 valse melding per 10 meter las.\n- De lasser merkt er niets van tot er iets misgaat.',
    successEn:
      '- 8 out of 10 faults seen within one layer.\n- At most 1 false alarm per 10 metres of weld.\n- The welder notices nothing until something goes wrong.',
  },
  facts: {
    ...steel,
    themes: ['smart_factory', 'sensors', 'materials'],
    capabilities: ['geluid meten', 'lasparameters vastleggen', 'camera’s bij hitte'],
    trl: [4, 6],
    region: 'groningen',
    budget: 42_000,
    ipRegime: 'exclusive',
    hoursAsked: 14,
  },
  criteria: [
    criterion(['Ziet fouten op tijd', 'Sees faults in time'], 45, 'effect', 2),
    criterion(['Werkbaar voor de lasser', 'Workable for the welder'], 30, 'plain'),
    criterion(['Plan en mensen', 'Plan and people'], 25, 'plan'),
  ],
  plan: {
    created: [-37, '07:55'],
    submitted: [-34, '15:20'],
    approved: [-31, '10:50'],
    opens: [-30, '09:00'],
    closes: [12, '17:00'],
    decisionDue: [47, '17:00'],
  },
};

/** Sent back to its owner. */
const offcuts: DemoChallenge = {
  key: 'reststaal',
  organisation: 'eemsmond',
  text: {
    titleNl: 'Reststaal een tweede leven geven in plaats van omsmelten',
    titleEn: 'Giving leftover steel a second life instead of melting it',
    summaryNl:
      'Per jaar gaat 1.100 ton goed staal als schroot weg. Wij willen die stukken zelf weer gebruiken, maar weten niet wat waar ligt. Wie helpt ons kiezen, meten en terugvinden?',
    summaryEn:
      'Every year 1,100 tonnes of good steel leave as scrap. We want to use those pieces ourselves, but do not know what lies where. Who helps us choose, measure and find?',
    problemNl:
      'Reststukken liggen op drie plekken. Een kraan legt ze neer en niemand schrijft op wat het is. Het keuringsnummer is na een winter niet meer te lezen.',
    problemEn:
      'Leftover pieces lie in three places. A crane puts them down and nobody writes down what they are. After one winter the inspection number can no longer be read.',
    contextNl: '',
    contextEn: '',
    successNl: 'Wij gebruiken veel meer reststukken dan nu.',
    successEn: 'We use many more leftover pieces than now.',
  },
  facts: {
    ...steel,
    themes: ['circularity', 'materials', 'data_ai'],
    capabilities: ['materiaalpaspoort', 'stukken meten met een foto'],
    trl: [3, 6],
    region: 'groningen',
    budget: 30_000,
    ipRegime: 'non_exclusive',
    hoursAsked: 12,
  },
  criteria: [
    criterion(['Meer hergebruik', 'More reuse'], 60, 'effect'),
    criterion(['Past in het werk van nu', 'Fits the present work'], 40, 'plain'),
  ],
  plan: {
    created: [-10, '12:30'],
    submitted: [-7, '09:00'],
    sentBack: {
      at: [-2, '16:10'],
      reason:
        'Het probleem is helder. “Veel meer” kunnen beoordelaars niet meten: noem een aantal ton of een percentage. Schrijf ook bij de context hoe groot de stukken zijn en of er bereik is op het terrein.',
    },
    opens: [10, '09:00'],
    closes: [52, '17:00'],
  },
};

/** After closing, with nobody assigned yet. */
const splints: DemoChallenge = {
  key: 'spalken',
  organisation: 'veenkamp',
  text: {
    titleNl: 'Spalken passen in één bezoek',
    titleEn: 'Fitting splints in a single visit',
    summaryNl:
      'Iemand met een spalk komt nu gemiddeld drie keer langs voordat hij goed zit. Wij zoeken een manier om meteen goed te meten én snel te maken, zodat één bezoek genoeg is.',
    summaryEn:
      'Someone with a splint now visits three times on average before it fits. We look for a way to measure right at once and make it quickly, so that one visit is enough.',
    problemNl:
      'Wij maken een gipsafdruk, gieten die na en vormen de spalk met de hand. Dat duurt twee weken. De arm is dan vaak al dunner of dikker.\n\nVoor ouderen en kinderen is elk bezoek een hele onderneming. **Eén op de vijf** draagt de spalk uiteindelijk niet.',
    problemEn:
      'We make a plaster cast, copy it and shape the splint by hand. That takes two weeks. By then the arm is often thinner or thicker.\n\nFor older people and children every visit is quite an undertaking. **One in five** ends up not wearing the splint.',
    contextNl:
      'Wij werken in vier ziekenhuizen. Een hulpmiddel op maat moet voldoen aan de regels voor medische hulpmiddelen (MDR). Veertig patiënten doen mee aan de proef.',
    contextEn:
      'We work in four hospitals. A custom-made aid must meet the rules for medical devices (MDR). Forty patients take part in the trial.',
    successNl:
      '- 8 van 10 mensen zijn klaar na 1 bezoek van hoogstens 2 uur.\n- Na zes weken draagt 90 % de spalk nog.\n- Kosten zijn niet hoger dan nu.',
    successEn:
      '- 8 out of 10 people are done after 1 visit of at most 2 hours.\n- After six weeks 90 % still wear the splint.\n- Costs are no higher than now.',
  },
  facts: {
    decider: 'Liesbeth Roelfsema, hoofd zorg bij Veenkamp Medische Techniek (fictief)',
    contactName: 'Liesbeth Roelfsema',
    contactEmail: 'liesbeth@veenkamp.example',
    themes: ['medical', 'additive', 'materials'],
    capabilities: ['3D-scannen', '3D-printen', 'hulpmiddelen op maat'],
    trl: [5, 7],
    region: 'drenthe',
    budget: 48_000,
    ipRegime: 'non_exclusive',
    hoursAsked: 15,
  },
  criteria: [
    criterion(['Past en wordt gedragen', 'Fits and is worn'], 40, 'effect', 3),
    criterion(['Veilig voor de patiënt', 'Safe for the patient'], 30, 'safety', 3),
    criterion(['Haalbaar in vier ziekenhuizen', 'Feasible in four hospitals'], 30, 'plan'),
  ],
  plan: {
    created: [-61, '10:40'],
    submitted: [-57, '16:05'],
    approved: [-52, '11:15'],
    opens: [-50, '09:00'],
    closes: [-3, '17:00'],
    decisionDue: [39, '17:00'],
  },
};

/** The challenges about steel and care by invented companies. */
export const steelAndCareChallenges: readonly DemoChallenge[] = [welds, offcuts, splints];
