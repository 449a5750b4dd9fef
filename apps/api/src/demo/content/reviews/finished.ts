import type { DemoReview } from '../types';

/** The reviews behind the answers about dust in silos: measures well, safe, costs. */
const dustReviews: readonly DemoReview[] = [
  {
    challenge: 'silostof',
    organisation: 'fochtelfilter',
    reviewer: 'jelle',
    answered: [-52, '20:00'],
    scores: [
      [5, 'Wegen in plaats van kijken lost het vuil worden echt op. Vijf maanden meetgegevens.'],
      [5, 'Geen stroom in de silo: de veiligste oplossing van de vier.'],
      [4, '€ 4.100 per silo en een rol per half jaar is goed te dragen.'],
    ],
    submitted: [-52, '20:31'],
  },
  {
    challenge: 'silostof',
    organisation: 'fochtelfilter',
    reviewer: 'sylvia',
    answered: [-50, '14:00'],
    scores: [
      [4, 'Sterk onderbouwd. De afwijking loopt langzaam op, maar blijft binnen de grens.'],
      [5, 'De slang met vlamdover is eenvoudig en goed.'],
      [4, 'Redelijke prijs. Het wisselen van de rol kost een kwartier.'],
    ],
    submitted: [-50, '14:40'],
  },
  {
    challenge: 'silostof',
    organisation: 'kwartelmeet',
    reviewer: 'jelle',
    answered: [-51, '19:00'],
    scores: [
      [3, 'Mooi dat het niet vuil wordt. 18 procent is nu nog boven de grens van 15.'],
      [5, 'De sensor is al gekeurd voor zone 20.'],
      [2, 'Bijna twee keer zo duur per silo.'],
    ],
    submitted: [-51, '19:26'],
  },
  {
    challenge: 'silostof',
    organisation: 'kwartelmeet',
    reviewer: 'sylvia',
    answered: [-49, '09:30'],
    scores: [
      [4, 'Op lange termijn het beste idee. De proef in de eigen silo is een wijze stap.'],
      [4, 'Gekeurd, al moet er wel een gat in de wand.'],
      [3, 'Geen verbruik daarna, dat maakt een deel goed.'],
    ],
    submitted: [-49, '10:05'],
  },
  {
    challenge: 'silostof',
    organisation: 'terpstaal',
    reviewer: 'jelle',
    answered: [-48, '21:00'],
    scores: [
      [2, 'De koker is in zaagsel getest, niet in graan. Zes maanden is nog niet bewezen.'],
      [3, 'Zone 21 is niet genoeg. De extra keuring is wel begroot.'],
      [4, 'De laagste prijs van de vier.'],
    ],
    submitted: [-48, '21:22'],
  },
  {
    challenge: 'silostof',
    organisation: 'terpstaal',
    reviewer: 'sylvia',
    answered: [-47, '11:00'],
    scores: [
      [3, 'Slim om een bestaande sensor te gebruiken. Drie maanden schoon is de helft van de vraag.'],
      [3, 'Na de extra keuring veilig.'],
      [4, 'Goedkoop en met één hand los te maken.'],
    ],
    submitted: [-47, '11:28'],
  },
  {
    challenge: 'silostof',
    organisation: 'veenlicht',
    reviewer: 'jelle',
    answered: [-46, '20:30'],
    scores: [
      [2, 'Laat mooi zien waar het stof hangt, maar 25 procent afwijking is te veel.'],
      [3, 'Een drukvaste kast is veilig, de keuring duurt lang.'],
      [1, '€ 11.500 per silo en veel perslucht is te duur.'],
    ],
    submitted: [-46, '20:58'],
  },
  {
    challenge: 'silostof',
    organisation: 'veenlicht',
    reviewer: 'sylvia',
    answered: [-45, '15:00'],
    scores: [
      [2, 'Een beeld is geen meting. Voor het richten van de vulpijp zou ik dit wél kopen.'],
      [4, 'Camera in een drukvaste kast, goed doordacht.'],
      [1, 'De perslucht alleen al kost meer dan het stofprobleem.'],
    ],
    submitted: [-45, '15:24'],
  },
];

/** The reviews behind the answers about rinsing: saves water, certainly clean, plan. */
const cleaningReviews: readonly DemoReview[] = [
  {
    challenge: 'spoelen',
    organisation: 'wadslib',
    reviewer: 'meike',
    answered: [-140, '10:00'],
    scores: [
      [5, '34 procent in een slachterij is overtuigend, en melk is makkelijker.'],
      [4, 'Zes weken naast het lab geeft genoeg vergelijkingen.'],
      [5, 'Sensoren op voorraad en inbouw in de nachtstop.'],
    ],
    submitted: [-140, '10:38'],
  },
  {
    challenge: 'spoelen',
    organisation: 'wadslib',
    reviewer: 'sylvia',
    answered: [-138, '13:00'],
    scores: [
      [4, 'Goede kans op 30 procent. Kwark blijft lastig.'],
      [5, 'Eerst alleen meekijken is precies de volgorde die een fabriek nodig heeft.'],
      [4, 'Strak plan met twee ervaren monteurs.'],
    ],
    submitted: [-138, '13:41'],
  },
  {
    challenge: 'spoelen',
    organisation: 'turfvaart',
    reviewer: 'meike',
    answered: [-137, '09:00'],
    scores: [
      [3, '22 procent is minder dan gevraagd, maar wel zeker.'],
      [3, 'Troebelheid ziet een dunne laag niet. De marge vangt dat op.'],
      [5, 'Zij kennen de besturing door en door.'],
    ],
    submitted: [-137, '09:33'],
  },
  {
    challenge: 'spoelen',
    organisation: 'turfvaart',
    reviewer: 'sylvia',
    answered: [-136, '16:00'],
    scores: [
      [3, 'Een veilige stap vooruit, geen sprong.'],
      [4, 'Ruime marge, dus weinig gevaar.'],
      [4, 'Vier weekenden is haalbaar.'],
    ],
    submitted: [-136, '16:30'],
  },
  {
    challenge: 'spoelen',
    organisation: 'zwetteslag',
    reviewer: 'meike',
    answered: [-135, '11:00'],
    scores: [
      [2, '10 tot 15 procent is de helft van wat wij vragen.'],
      [2, 'Er wordt niet gemeten of het schoon is.'],
      [4, 'Snel en eenvoudig te plaatsen.'],
    ],
    submitted: [-135, '11:21'],
  },
  {
    challenge: 'spoelen',
    organisation: 'zwetteslag',
    reviewer: 'sylvia',
    answered: [-134, '12:00'],
    scores: [
      [2, 'Inzicht is nuttig, maar de vraag was een meting die stopt.'],
      [1, 'Zonder meting korter spoelen is niet zeker schoon.'],
      [4, 'In een week klaar, dat klopt.'],
    ],
    submitted: [-134, '12:19'],
  },
];

/** The reviews of decided challenges. */
export const finishedReviews: readonly DemoReview[] = [...dustReviews, ...cleaningReviews];
