import type { DemoChallenge } from '../types';
import { criterion } from './criteria';

const owner = {
  programme: 'Smart Food Factory',
  partners: 'GreenLincs',
  decider: 'Willemijn Sanders, innovatie bij Agrifirm (verzonnen naam)',
  contactName: 'Willemijn Sanders (verzonnen naam)',
  contactEmail: 'owner@demo.htsm.example',
} as const;

/** Closes within three days. */
const particles: DemoChallenge = {
  key: 'deeltjes',
  organisation: 'agrifirm',
  text: {
    titleNl: 'Vreemde deeltjes zien in een stroom mengvoer',
    titleEn: 'Seeing foreign particles in a stream of compound feed',
    summaryNl:
      'Per uur gaat er 40 ton mengvoer over onze band. Soms zit er een stukje plastic of hout tussen. Nu vinden we dat pas in de zeef aan het eind. Wie ziet het eerder, zonder de lijn stil te zetten?',
    summaryEn:
      'Every hour 40 tonnes of compound feed pass over our belt. Sometimes there is a piece of plastic or wood in it. Now we find it in the sieve at the very end. Who can see it earlier, without stopping the line?',
    problemNl:
      'Grondstoffen komen los binnen, per schip en per vrachtwagen. Er komt wel eens iets mee: een stuk zeil, een splinter van een pallet, een bandje.\n\nMetaal halen we eruit met magneten. Plastic en hout niet. De zeef aan het eind vangt de grote stukken, maar dan zijn ze vaak al in kleine stukken gemalen.\n\nVorig jaar moesten wij **vier keer een partij terughalen**. Dat kost per keer ongeveer € 30.000 en veel uitleg.',
    problemEn:
      'Raw materials arrive loose, by ship and by lorry. Now and then something comes along: a piece of tarpaulin, a splinter of a pallet, a strap.\n\nWe remove metal with magnets. Not plastic and wood. The sieve at the end catches the large pieces, but by then they have often been ground small.\n\nLast year we had to **recall a batch four times**. Each time costs about € 30,000 and a lot of explaining.',
    contextNl:
      'De band is 80 cm breed en loopt 1,2 meter per seconde. Het is er stoffig en donker, en er geldt een zone tegen stofexplosies (ATEX 22). Boven de band is 60 cm vrij.\n\n- Voer is bruin, geel of bijna zwart, elke partij anders.\n- Er is stroom en netwerk naast de band.\n- Een medewerker kan de band met één knop omleiden.',
    contextEn:
      'The belt is 80 cm wide and runs at 1.2 metres per second. It is dusty and dark, and the area is zoned against dust explosions (ATEX 22). There is 60 cm of free height above the belt.\n\n- Feed is brown, yellow or almost black, different in every batch.\n- Power and network are available next to the belt.\n- An operator can divert the belt with one button.',
    successNl:
      '- 9 van 10 stukken plastic of hout groter dan 8 mm worden gezien.\n- Hoogstens 2 valse meldingen per dienst van 8 uur.\n- Een melding komt binnen 3 seconden.\n- Drie maanden proef zonder dat de lijn erdoor stilstaat.',
    successEn:
      '- 9 out of 10 pieces of plastic or wood larger than 8 mm are seen.\n- At most 2 false alarms per shift of 8 hours.\n- An alarm comes within 3 seconds.\n- A three-month trial during which the line never stops because of it.',
  },
  facts: {
    ...owner,
    themes: ['food_agri', 'sensors', 'data_ai'],
    capabilities: ['beeldherkenning', 'nabij-infrarood', 'meten in stof'],
    trl: [4, 7],
    region: 'drenthe',
    budget: 45_000,
    ipRegime: 'stays_with_sme',
    hoursAsked: 12,
  },
  criteria: [
    criterion(['Hoeveel deeltjes u ziet', 'How many particles you see'], 40, 'effect', 3),
    criterion(['Weinig valse meldingen', 'Few false alarms'], 25, 'effect'),
    criterion(['Veilig in stof', 'Safe in dust'], 15, 'safety', 2),
    criterion(['Plan voor drie maanden proef', 'Plan for a three-month trial'], 20, 'plan'),
  ],
  plan: {
    created: [-47, '10:05'],
    submitted: [-43, '16:20'],
    approved: [-40, '11:00'],
    opens: [-39, '09:00'],
    closes: [2, '17:00'],
    decisionDue: [37, '17:00'],
  },
};

/** Opened just now, so that a digest is due. */
const bags: DemoChallenge = {
  key: 'zakken',
  organisation: 'agrifirm',
  text: {
    titleNl: 'Zakken stapelen die steeds van vorm veranderen',
    titleEn: 'Stacking bags that keep changing shape',
    summaryNl:
      'Een zak van 25 kilo zakt uit terwijl de robot hem optilt. Na vier lagen staat de stapel scheef en moet een collega ingrijpen. Wij zoeken een grijper of besturing die voelt wat de zak doet.',
    summaryEn:
      'A 25-kilo bag sags while the robot lifts it. After four layers the stack leans and a colleague has to step in. We look for a gripper or a control that feels what the bag is doing.',
    problemNl:
      'Onze stapelrobot legt elke zak op dezelfde plek, maar geen zak is hetzelfde. Het voer is soms warm en los, soms koud en vast. De zak buigt door, glijdt en komt scheef te liggen.\n\nPer dienst duwt iemand **ongeveer 60 zakken** met de hand recht. Dat is zwaar werk naast een bewegende robot.',
    problemEn:
      'Our stacking robot puts every bag in the same place, but no bag is the same. The feed is sometimes warm and loose, sometimes cold and firm. The bag bends, slides and ends up crooked.\n\nIn every shift someone pushes **about 60 bags** straight by hand. That is heavy work next to a moving robot.',
    contextNl:
      'De robot is een bestaande vierasser met 120 kilo draagkracht. Hij stapelt 600 zakken per uur op pallets van 100 bij 120 cm. De grijper mag worden vervangen, de robot niet.\n\nGreenLincs stelt een testruimte beschikbaar waar u met echte zakken kunt oefenen.',
    contextEn:
      'The robot is an existing four-axis machine that carries 120 kilos. It stacks 600 bags an hour on pallets of 100 by 120 cm. The gripper may be replaced, the robot may not.\n\nGreenLincs provides a test space where you can practise with real bags.',
    successNl:
      '- Hoogstens 3 zakken per dienst worden met de hand rechtgelegd (nu 60).\n- De snelheid blijft 600 zakken per uur.\n- Acht lagen staan recht binnen 4 cm.\n- Omschakelen naar een andere zak duurt minder dan 5 minuten.',
    successEn:
      '- At most 3 bags per shift are straightened by hand (now 60).\n- The speed stays at 600 bags an hour.\n- Eight layers stand straight within 4 cm.\n- Changing to another bag takes less than 5 minutes.',
  },
  facts: {
    ...owner,
    themes: ['robotics/gripping', 'food_agri', 'smart_factory'],
    capabilities: ['grijpers', 'krachtregeling', '3D-camera’s'],
    trl: [4, 6],
    region: 'groningen',
    budget: 50_000,
    ipRegime: 'stays_with_sme',
    hoursAsked: 12,
  },
  criteria: [
    criterion(['Rechte stapels', 'Straight stacks'], 35, 'effect'),
    criterion(['Past op onze robot', 'Fits our robot'], 25, 'plan'),
    criterion(['Veilig naast mensen', 'Safe next to people'], 20, 'safety', 3),
    criterion(['Kosten over vijf jaar', 'Costs over five years'], 20, 'cost'),
  ],
  plan: {
    created: [-9, '13:40'],
    submitted: [-6, '15:10'],
    approved: [-3, '10:30'],
    opens: [0, 'now'],
    closes: [59, '17:00'],
    decisionDue: [95, '17:00'],
  },
};

/** Decided, with answers and a match. */
const dust: DemoChallenge = {
  key: 'silostof',
  organisation: 'agrifirm',
  text: {
    titleNl: 'Stof meten in de silo voordat het gevaarlijk wordt',
    titleEn: 'Measuring dust in the silo before it gets dangerous',
    summaryNl:
      'In onze silo’s hangt stof van graan. Te veel stof kan ontploffen. Nu kijken we één keer per week met een lamp. Wij zoeken een meting die altijd aan staat en die niemand hoeft schoon te maken.',
    summaryEn:
      'Grain dust hangs in our silos. Too much dust can explode. Now we look once a week with a lamp. We look for a measurement that is always on and that nobody has to clean.',
    problemNl:
      'Bij het vullen van een silo komt stof vrij. Hoeveel hangt af van het graan, het weer en de snelheid. Een sensor met een lens is na twee dagen blind.\n\nDaarom vullen we nu langzamer dan nodig is. Dat kost **1.400 uur per jaar**.',
    problemEn:
      'Filling a silo releases dust. How much depends on the grain, the weather and the speed. A sensor with a lens is blind after two days.\n\nThat is why we now fill more slowly than needed. That costs **1,400 hours a year**.',
    contextNl:
      'Het gaat om zes silo’s van 24 meter hoog in Meppel. Binnen geldt ATEX-zone 20. Er ligt een kabelgoot tot het dak.',
    contextEn:
      'There are six silos of 24 metres high in Meppel. Inside is ATEX zone 20. A cable tray runs up to the roof.',
    successNl:
      '- Elke minuut een meting, in zes silo’s.\n- Zes maanden zonder schoonmaken.\n- Afwijking van hoogstens 15 % van de filterproef.',
    successEn:
      '- One measurement a minute, in six silos.\n- Six months without cleaning.\n- Deviation of at most 15 % from the filter test.',
  },
  facts: {
    ...owner,
    themes: ['food_agri', 'sensors'],
    capabilities: ['stof meten', 'ATEX', 'sensoren die schoon blijven'],
    trl: [5, 7],
    region: 'drenthe',
    budget: 35_000,
    ipRegime: 'non_exclusive',
    hoursAsked: 10,
  },
  criteria: [
    criterion(['Meet goed, ook na maanden', 'Measures well, also after months'], 45, 'effect', 2),
    criterion(['Veilig in zone 20', 'Safe in zone 20'], 30, 'safety', 3),
    criterion(['Kosten per silo', 'Costs per silo'], 25, 'cost'),
  ],
  plan: {
    created: [-112, '09:30'],
    submitted: [-109, '14:00'],
    approved: [-106, '10:15'],
    opens: [-105, '09:00'],
    closes: [-56, '17:00'],
    decisionDue: [-14, '17:00'],
    decided: [-16, '11:30'],
  },
};

/** Still being written. */
const heat: DemoChallenge = {
  key: 'koelwarmte',
  organisation: 'agrifirm',
  text: {
    titleNl: 'Warmte terugwinnen uit de koeler voor korrels',
    titleEn: '',
    summaryNl:
      'Korrels komen met 85 graden uit de pers en moeten naar 30 graden. De warme, vochtige lucht blazen we nu naar buiten. Wie maakt er iets nuttigs van?',
    summaryEn: '',
    problemNl:
      'Eén koeler blaast 18.000 kuub lucht per uur weg. Die lucht is warm, nat en stoffig. Een gewone warmtewisselaar zit binnen een week dicht.',
    problemEn: '',
    contextNl: '',
    contextEn: '',
    successNl: '',
    successEn: '',
  },
  facts: {
    programme: owner.programme,
    partners: owner.partners,
    themes: ['food_agri', 'circularity'],
    capabilities: ['warmte terugwinnen'],
    trl: [4, 7],
    region: 'drenthe',
  },
  criteria: [criterion(['Teruggewonnen warmte', 'Recovered heat'], 60, 'effect')],
  plan: { created: [-2, '20:15'] },
};

/** The challenges of Agrifirm. */
export const agrifirmChallenges: readonly DemoChallenge[] = [particles, bags, dust, heat];
