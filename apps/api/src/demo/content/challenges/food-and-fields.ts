import type { DemoChallenge } from '../types';
import { criterion } from './criteria';

const dairy = {
  decider: 'Doutzen Algera, hoofd techniek bij Noorderkade Zuivel (fictief)',
  contactName: 'Martijn Hoek',
  contactEmail: 'martijn@noorderkade.example',
} as const;

/** Finished from start to end. */
const cleaning: DemoChallenge = {
  key: 'spoelen',
  organisation: 'noorderkade',
  text: {
    titleNl: 'Weten wanneer een melkleiding echt schoon is',
    titleEn: 'Knowing when a milk pipe is really clean',
    summaryNl:
      'Wij spoelen elke leiding even lang, of hij nu vuil is of niet. Dat kost per dag 90.000 liter water. Wij zoeken een meting die zegt: het is schoon, stop maar.',
    summaryEn:
      'We rinse every pipe for the same time, dirty or not. That costs 90,000 litres of water a day. We look for a measurement that says: it is clean, you can stop.',
    problemNl:
      'Het spoelen gaat op tijd: veertig minuten loog, twintig minuten zuur, dan water. Die tijden zijn van 1998. Ze zijn aan de veilige kant, maar niemand weet hoe ver.\n\nEen monster naar het lab duurt een dag. Zo lang kan een leiding niet wachten.',
    problemEn:
      'Rinsing runs on time: forty minutes of lye, twenty minutes of acid, then water. Those times date from 1998. They are on the safe side, but nobody knows by how much.\n\nA sample to the lab takes a day. A pipe cannot wait that long.',
    contextNl:
      'Het gaat om elf spoelkringen met leidingen van 65 tot 100 mm. Alles wat nat wordt, moet tegen loog van 80 graden kunnen.',
    contextEn:
      'There are eleven rinsing circuits with pipes of 65 to 100 mm. Everything that gets wet must withstand lye of 80 degrees.',
    successNl:
      '- 30 % minder spoelwater in drie maanden.\n- Geen enkele afkeuring door het lab.\n- De uitslag is er binnen 1 minuut.',
    successEn:
      '- 30 % less rinsing water in three months.\n- Not a single rejection by the lab.\n- The result is there within 1 minute.',
  },
  facts: {
    ...dairy,
    themes: ['food_agri', 'sensors', 'circularity'],
    capabilities: ['waterkwaliteit meten', 'sensoren tegen aangroei', 'procesregeling'],
    trl: [5, 8],
    region: 'friesland',
    budget: 40_000,
    ipRegime: 'stays_with_sme',
    hoursAsked: 10,
  },
  criteria: [
    criterion(['Bespaart water', 'Saves water'], 40, 'effect'),
    criterion(['Zeker schoon', 'Certainly clean'], 40, 'safety', 3),
    criterion(['Haalbaar plan', 'Feasible plan'], 20, 'plan'),
  ],
  plan: {
    created: [-196, '10:00'],
    submitted: [-192, '11:30'],
    approved: [-190, '15:45'],
    opens: [-189, '09:00'],
    closes: [-147, '17:00'],
    decisionDue: [-105, '17:00'],
    decided: [-108, '10:20'],
    closed: [-62, '16:00'],
  },
};

/** Opens by the clock in some days. */
const crates: DemoChallenge = {
  key: 'kaasplanken',
  organisation: 'noorderkade',
  text: {
    titleNl: 'Kaasplanken keuren met een camera',
    titleEn: 'Inspecting cheese boards with a camera',
    summaryNl:
      'Wij gebruiken 48.000 houten planken om kaas op te laten rijpen. Na elke ronde bekijkt iemand of een plank nog goed is. Wij zoeken een camera die dat net zo goed kan, de hele dag door.',
    summaryEn:
      'We use 48,000 wooden boards to ripen cheese on. After every round someone looks whether a board is still good. We look for a camera that does so equally well, all day long.',
    problemNl:
      'Een plank kan splinteren, krom trekken of schimmel krijgen. Twee mensen keuren er 900 per uur. Na een uur zie je minder, dus wisselen we om het half uur.\n\nToch komt er elke week **een splinter in de kaas** terecht.',
    problemEn:
      'A board can splinter, warp or get mould. Two people inspect 900 an hour. After an hour you see less, so we change every half hour.\n\nStill, every week **a splinter ends up in the cheese**.',
    contextNl: 'Planken komen nat uit de wasmachine, twee per vier seconden. De ruimte is 12 graden en vochtig.',
    contextEn: 'Boards come out of the washer wet, two every four seconds. The room is 12 degrees and damp.',
    successNl:
      '- 99 van 100 slechte planken worden gezien.\n- Hoogstens 3 % goede planken wordt onterecht afgekeurd.\n- 1.800 planken per uur.',
    successEn:
      '- 99 out of 100 bad boards are seen.\n- At most 3 % of good boards are wrongly rejected.\n- 1,800 boards an hour.',
  },
  facts: {
    ...dairy,
    themes: ['food_agri', 'data_ai', 'smart_factory'],
    capabilities: ['beeldherkenning', 'nat hout beoordelen', 'sorteren'],
    trl: [5, 8],
    region: 'friesland',
    budget: 38_000,
    ipRegime: 'non_exclusive',
    hoursAsked: 10,
  },
  criteria: [
    criterion(['Ziet slechte planken', 'Sees bad boards'], 45, 'effect', 3),
    criterion(['Past in de lijn', 'Fits the line'], 30, 'plan'),
    criterion(['Kosten', 'Costs'], 25, 'cost'),
  ],
  plan: {
    created: [-12, '09:45'],
    submitted: [-8, '17:10'],
    approved: [-4, '14:25'],
    opens: [4, '09:00'],
    closes: [46, '17:00'],
    decisionDue: [81, '17:00'],
  },
};

/** No budget, with its reason. */
const harvesters: DemoChallenge = {
  key: 'rooimachines',
  organisation: 'kleiland',
  text: {
    titleNl: 'Rooimachines verhuren per hectare in plaats van verkopen',
    titleEn: 'Renting harvesters by the hectare instead of selling them',
    summaryNl:
      'Een boer gebruikt onze machine acht weken per jaar. Wij willen betalen per hectare mogelijk maken. Daarvoor moeten wij weten wat een machine doet, hoe zwaar, en wanneer er iets slijt.',
    summaryEn:
      'A farmer uses our machine eight weeks a year. We want to make paying per hectare possible. For that we must know what a machine does, how heavily, and when something wears.',
    problemNl:
      'Onze machines meten wel iets, maar elk bouwjaar anders. Hectares tellen we niet. Of een ketting op is, hoort de chauffeur meestal het eerst, en dan staat hij al stil.\n\nZonder cijfers durven wij geen prijs per hectare af te spreken.',
    problemEn:
      'Our machines do measure something, but every model year differently. We do not count hectares. Whether a chain is worn is usually first heard by the driver, and then it has already stopped.\n\nWithout figures we do not dare to agree on a price per hectare.',
    contextNl: 'Voor de proef staan acht machines klaar van bouwjaar 2012 tot 2025. Op het land is niet overal bereik.',
    contextEn:
      'Eight machines from 2012 to 2025 are available for the trial. There is not always coverage on the land.',
    successNl:
      '- Hectares kloppen binnen 2 %.\n- 7 van 10 storingen zien we één week vooraf.\n- Inbouwen kost hoogstens een halve dag per machine.',
    successEn:
      '- Hectares are right within 2 %.\n- 7 out of 10 failures are seen one week ahead.\n- Installing takes at most half a day per machine.',
  },
  facts: {
    decider: 'Sybren Wiarda, directeur van Kleiland Werktuigen (fictief)',
    contactName: 'Sybren Wiarda',
    contactEmail: 'sybren@kleiland.example',
    themes: ['servitisation', 'food_agri', 'data_ai'],
    capabilities: ['machines op afstand uitlezen', 'onderhoud voorspellen', 'betalen per gebruik'],
    trl: [4, 7],
    region: 'friesland',
    budget: 'Er is geen vast bedrag. Na een geslaagde proef delen wij de opbrengst per hectare met het mkb-bedrijf.',
    ipRegime: 'stays_with_sme',
    hoursAsked: 9,
  },
  criteria: [
    criterion(['Cijfers die kloppen', 'Figures that are right'], 40, 'effect'),
    criterion(['Werkt op oude machines', 'Works on old machines'], 35, 'plan'),
    criterion(['Eerlijk verdienmodel', 'Fair business model'], 25, 'plain'),
  ],
  plan: {
    created: [-24, '08:50'],
    submitted: [-20, '13:00'],
    approved: [-17, '09:40'],
    opens: [-16, '09:00'],
    closes: [29, '12:00'],
    decisionDue: [68, '17:00'],
  },
};

/** The challenges about food and fields by invented companies. */
export const foodAndFieldChallenges: readonly DemoChallenge[] = [cleaning, crates, harvesters];
