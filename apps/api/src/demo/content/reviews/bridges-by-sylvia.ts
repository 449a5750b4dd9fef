import type { DemoReview } from '../types';

/** Sylvia judged all six, and is stricter than the others: without that the places are closer. */
export const strictBridgeReviews: readonly DemoReview[] = [
  {
    challenge: 'bruggen',
    organisation: 'wierdesensoriek',
    reviewer: 'sylvia',
    answered: [-14, '09:00'],
    scores: [
      [3, 'Geluid hoort een scheur die groeit. Een oude scheur die stilstaat, hoort het niet.'],
      [4, 'Werken vanaf het looppad is goed. Een stok van vier meter in de wind blijft lastig.'],
      [3, 'Het plan is haalbaar als de batterijen echt op voorraad liggen.'],
      [2, '€ 3.800 per brug is veel voor 120 bruggen.'],
    ],
    remark: 'Het enige voorstel dat tussen twee keuringen door meet.',
    submitted: [-14, '09:46'],
  },
  {
    challenge: 'bruggen',
    organisation: 'terpstaal',
    reviewer: 'sylvia',
    answered: [-13, '10:10'],
    scores: [
      [4, 'Steeds dezelfde foto maakt vergelijken eenvoudig. De randen vallen buiten beeld.'],
      [2, 'Een rail boven een vaarweg vraagt om een tweede borging. Die staat er niet in.'],
      [2, 'De ankers in beton zijn nog niet beproefd.'],
      [3, 'Elke ronde is goedkoop, maar de rail zelf is dat niet.'],
    ],
    submitted: [-13, '10:58'],
  },
  {
    challenge: 'bruggen',
    organisation: 'noorderlicht',
    reviewer: 'sylvia',
    answered: [-12, '13:30'],
    scores: [
      [2, 'Bij tegenlicht en nat beton zie ik 0,2 mm niet gebeuren.'],
      [3, 'Veilig, zolang iemand aan de wal de schepen in de gaten houdt.'],
      [4, 'Mensen, toestel en vergunning zijn er al.'],
      [2, 'Twee inspecteurs per vlucht tellen flink mee.'],
    ],
    submitted: [-12, '14:05'],
  },
  {
    challenge: 'bruggen',
    organisation: 'hunzebot',
    reviewer: 'sylvia',
    answered: [-10, '09:20'],
    scores: [
      [3, 'De arm komt dichtbij en ziet ook de opleggingen.'],
      [3, 'De brug blijft open, maar één rijbaan gaat dicht.'],
      [2, 'De arm is nog drie meter te kort. Vier maanden is dan krap.'],
      [3, '€ 3.000 per brug is minder dan de helft van nu.'],
    ],
    submitted: [-10, '10:01'],
  },
  {
    challenge: 'bruggen',
    organisation: 'borgmetaal',
    reviewer: 'sylvia',
    answered: [-9, '15:00'],
    scores: [
      [2, 'Door een luik ziet u maar een klein deel van de onderkant.'],
      [3, 'Werken van bovenaf is veilig.'],
      [3, 'Luiken maken kan het bedrijf. Gaten in een brug vragen een berekening.'],
      ['na', 'De kosten hangen af van de berekening en zijn nu niet te wegen.'],
    ],
    submitted: [-9, '15:38'],
  },
  {
    challenge: 'bruggen',
    organisation: 'diepstroom',
    reviewer: 'sylvia',
    answered: [-8, '11:00'],
    scores: [
      [1, 'Een bewogen foto vanaf een schip haalt 0,2 mm nooit.'],
      [1, 'De schipper hoort naar voren te kijken.'],
      [1, 'Zes schippers is geen proef.'],
      [4, 'Goedkoop is het zeker.'],
    ],
    submitted: [-8, '11:25'],
  },
];
