import type { DemoProposal } from '../types';

/** Proposals for splints, closed but not assigned yet; criteria: fits, safe, plan. */
export const waitingProposals: readonly DemoProposal[] = [
  {
    challenge: 'spalken',
    organisation: 'ranonkel',
    title: 'Passen op het scherm, dragen binnen twee uur',
    summary:
      'De therapeut scant de arm met een tablet. De patiënt ziet de spalk op het scherm en wijst aan waar het knelt. In de kamer ernaast vormt een verwarmde mal de spalk. Na anderhalf uur gaat hij aan.',
    approach:
      'Wij printen niet de spalk maar de mal. Dat gaat vier keer zo snel, en de spalk blijft van het materiaal dat u al kent en dat al is goedgekeurd.\n\nDe therapeut houdt de leiding. Zij trekt op het scherm een rand of maakt ruimte bij een knokkel. Wij ontwikkelden dit met twaalf patiënten in Haren.',
    planning:
      'Maand 1: scholing in twee ziekenhuizen. Maand 2 tot en met 4: twintig patiënten. Maand 5 en 6: de andere twee ziekenhuizen.',
    priceEur: 46_000,
    fits: [
      'Bij onze twaalf patiënten droegen er elf de spalk na zes weken nog.',
      'Het materiaal verandert niet, dus de huid komt met niets nieuws in aanraking. Ons kwaliteitssysteem is gekeurd.',
      'Er is per ziekenhuis één kamer met een stopcontact nodig.',
    ],
    attachment: {
      fileName: 'twaalf-patienten-in-haren.pdf',
      lines: [
        'Twaalf patiënten in Haren (verzonnen)',
        'Klaar na één bezoek: 10 van 12',
        'Draagt na zes weken: 11 van 12',
        'Gemiddelde duur: 96 minuten',
      ],
    },
    started: [-41, '12:20'],
    submitted: [-6, '20:50'],
  },
  {
    challenge: 'spalken',
    organisation: 'smildeprint',
    title: 'Geprint in nylon, licht en open',
    summary:
      'Wij printen de spalk zelf, in nylon met gaten. Hij weegt de helft en mag nat worden. De scan gaat om twaalf uur naar Smilde, om vijf uur ligt de spalk bij de balie.',
    approach:
      'Eén printer in Smilde maakt zestien spalken per nacht. Een koerier rijdt twee keer per dag langs de vier ziekenhuizen. De patiënt komt dus één keer lang of twee keer kort; dat mag hij zelf kiezen.',
    planning: 'Maand 1: materiaaldossier. Maand 2 tot en met 5: veertig patiënten. Maand 6: verslag.',
    priceEur: 47_500,
    fits: [
      'Een open spalk zweet niet. In een test met vrijwilligers droeg 92 procent hem na zes weken.',
      'Nylon is gekeurd voor de huid. Scherpe randen rollen we na met de hand.',
      'Eén plek om te maken is betrouwbaar, maar de koerier is een risico.',
    ],
    started: [-30, '19:00'],
    submitted: [-4, '16:20'],
  },
  {
    challenge: 'spalken',
    organisation: 'hondsrug',
    title: 'A box of twelve shapes and one clever strap',
    summary:
      'Most arms look more alike than we think. We measured 300 arms and found twelve basic shapes. The therapist picks one, warms it and closes it with a strap that adjusts to swelling.',
    approach:
      'No scanner and no printer in the hospital. A measuring card tells which of the twelve shapes comes closest. In a water bath of 65 degrees the edge becomes soft for two minutes. The strap has a dial, so the patient can loosen it at night.',
    planning: 'Month 1: moulds and a first box. Months 2 to 5: forty patients. Month 6: report and price for a series.',
    priceEur: 31_500,
    fits: [
      'In our kitchen-table test 17 of 20 people were done in one visit. Very thin arms remain difficult.',
      'Known material, no electronics. The strap cannot be closed too tightly.',
      'A box fits in any consulting room and needs half an hour of training.',
    ],
    started: [-28, '21:35'],
    submitted: [-3, '13:10'],
  },
];
