import type { DemoProfile } from '../types';

/** What the invented SMEs in metal and machines tell of their work; every project is made up. */
export const metalAndMachinesProfiles: readonly DemoProfile[] = [
  {
    organisation: 'terpstaal',
    trl: [6, 9],
    certificates: ['iso_9001', 'en_1090'],
    documents: [
      [
        'project',
        'Houders voor sensoren onder een spoorbrug',
        2024,
        'In zestien nachten plaatsten wij 240 houders onder een spoorbrug, zonder te lassen of te boren. Ze klemmen op het profiel en dragen ook de kabel. Alles is roestvast en weer los te maken.',
      ],
      [
        'certificate',
        'EN 1090-1, klasse EXC3',
        2023,
        'Geldt voor dragende delen van staal en roestvast staal uit onze eigen werkplaats.',
      ],
    ],
  },
  {
    organisation: 'hunzebot',
    trl: [4, 8],
    certificates: ['ce_marking'],
    documents: [
      [
        'project',
        'Grijper die voelt hoe hard hij knijpt',
        2025,
        'Rijpe tomaten en harde kratten gaan nu door dezelfde grijper. Krachtregeling in elke vinger houdt de druk onder twee newton. Na 200.000 grepen was geen enkel product beschadigd.',
      ],
      [
        'project',
        'Mobile robot that fetches tools',
        2024,
        'A robot drives through a workshop with people, opens cabinets and brings the tool that is on the job sheet. It finds its way without markers and stops for an outstretched hand.',
        'en',
      ],
    ],
  },
  {
    organisation: 'borgmetaal',
    trl: [6, 9],
    certificates: ['iso_9001', 'iso_3834', 'en_1090', 'vca'],
    documents: [
      [
        'project',
        'Leidingen van duplexstaal voor zeewater',
        2023,
        'Voor een kwekerij lasten wij 400 meter leiding van duplexstaal. Elk lasmonster lag duizend uur in de zoutnevel. Na twee jaar in zeewater is er geen roest gevonden.',
      ],
      [
        'certificate',
        'ISO 3834-2 laskwaliteit',
        2024,
        'Geldt voor het lassen van roestvast staal en duplexstaal in de werkplaats en op locatie.',
      ],
    ],
  },
  {
    organisation: 'grijpgoed',
    trl: [5, 9],
    certificates: ['ce_marking', 'haccp'],
    documents: [
      [
        'project',
        'Verse broden stapelen zonder deuken',
        2025,
        'Zacht brood deukt als je het pakt. Onze vacuümgrijper zuigt over een groot vlak met weinig kracht. Eerst stond hij drie weken op tafel, nu pakt hij veertig broden per minuut.',
      ],
      [
        'product',
        'Proefopstelling in drie weken',
        null,
        'Een tafel met robotarm, camera en drie grijpers, waarmee u ziet of uw product te pakken is.',
      ],
    ],
  },
  {
    organisation: 'maarland',
    locale: 'en',
    trl: [4, 8],
    certificates: [],
    documents: [
      [
        'project',
        'A crawler that inspects a silo from inside',
        2024,
        'People no longer climb into the silo. Our tracked vehicle drives over loose grain, finds its way without GPS by lasers and makes a map of the wall. One silo takes two hours.',
        'en',
      ],
      [
        'project',
        'Rupsvoertuig voor drassig land',
        2025,
        'Een voertuig van 300 kilo rijdt over veen zonder sporen te maken en neemt elke tien meter een monster.',
      ],
    ],
  },
  {
    organisation: 'slochterdiep',
    trl: [6, 9],
    certificates: ['iso_9001', 'ped'],
    documents: [
      [
        'project',
        'Pompen per draaiuur voor een sluis',
        2024,
        'Wij leverden zes pompen met een meetkastje. De beheerder betaalt per uur dat ze draaien. Druk en temperatuur van de olie laten zien wanneer een afdichting slijt. In twee jaar stond de sluis geen dag stil.',
      ],
      [
        'product',
        'Cilinder op maat',
        null,
        'Hydraulische cilinders tot vier meter, met ingebouwde meting van stand en druk.',
      ],
    ],
  },
  {
    organisation: 'roggeveld',
    trl: [6, 9],
    certificates: ['atex', 'gmp_plus'],
    documents: [
      [
        'project',
        'Doseren van poeder dat aan alles plakt',
        2025,
        'Een vitaminepoeder bleef hangen in de weger. Wij maakten een trechter die zacht klopt en een schroef die je in vijf minuten schoonmaakt. De afwijking per zak daalde van drie naar een half procent.',
      ],
      [
        'product',
        'Band die zonder gereedschap opengaat',
        null,
        'Een transportband voor meel en voer. Twee klemmen los en alles is bereikbaar voor schoonmaken.',
      ],
    ],
  },
  {
    organisation: 'lasbrink',
    locale: 'en',
    trl: [6, 9],
    certificates: ['iso_3834', 'iso_9001'],
    documents: [
      [
        'project',
        'Welding robot for series of five',
        2025,
        'Programming took longer than welding. Our robot looks for the seam with a laser and chooses the parameters from a library. A series of five frames is now welded within a morning, and every weld has its own record.',
        'en',
      ],
      [
        'product',
        'Black box for welds',
        null,
        'Stores current, voltage, speed and gas of every weld and links them to the drawing.',
        'en',
      ],
    ],
  },
  {
    organisation: 'aduardlaser',
    trl: [6, 9],
    certificates: ['iso_9001', 'vca'],
    documents: [
      [
        'project',
        'Verf van een brug halen met licht',
        2024,
        'Stralen mocht niet boven het water. Onze mobiele laser haalde de oude verf weg en zoog het stof meteen op. Per uur gaat twee vierkante meter, zonder grit en zonder chemie.',
      ],
      [
        'product',
        'Code op elk onderdeel',
        null,
        'Een merk in metaal dat verf, hitte en zuur overleeft en met een telefoon te lezen is.',
      ],
    ],
  },
  {
    organisation: 'havezathe',
    trl: [6, 9],
    certificates: ['iso_9001', 'iso_13485'],
    documents: [
      [
        'project',
        'Klem van titanium voor een oogoperatie',
        2023,
        'De punt van de klem is tweetiende millimeter dik. Wij freesden hem uit één stuk titanium en maten elk exemplaar met een camera. Van 500 stuks vielen er vier af.',
      ],
      [
        'certificate',
        'ISO 13485 voor fijnmechanische delen',
        2024,
        'Geldt voor het frezen, polijsten en meten van delen voor medische apparaten.',
      ],
    ],
  },
];
