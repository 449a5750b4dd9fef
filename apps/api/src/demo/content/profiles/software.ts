import type { DemoProfile } from '../types';

/** What the invented SMEs in software and controls tell of their work; every project is made up. */
export const softwareProfiles: readonly DemoProfile[] = [
  {
    organisation: 'kwelderdata',
    locale: 'en',
    trl: [4, 8],
    certificates: ['iso_27001'],
    documents: [
      [
        'project',
        'A glass fibre that hears leaks',
        2025,
        'An existing glass fibre beside a pipe works as a thousand microphones. Our model hears a leak of two litres a minute and shows on which ten metres it is. It also says which sound made it think so.',
        'en',
      ],
      [
        'project',
        'Druk en debiet voorspellen',
        2024,
        'Uit vijf jaar metingen leerde ons model wat normaal is per uur en per seizoen. Een afwijking komt met een reden: welke meter, sinds wanneer, en wat er toen veranderde.',
      ],
      [
        'product',
        'Explaining early-warning model',
        null,
        'A model for time series that shows the three measurements behind every warning.',
        'en',
      ],
    ],
  },
  {
    organisation: 'diepstroom',
    trl: [6, 9],
    certificates: ['iso_27001'],
    documents: [
      [
        'project',
        'Werkbonnen voor 900 monteurs',
        2024,
        'Monteurs schreven op papier en typten ’s avonds over. Onze app heeft grote knoppen en werkt zonder bereik. De uren staan meteen in SAP. Dat scheelt elke monteur vier uur per maand.',
      ],
      [
        'product',
        'Inspectie-app met foto en spraak',
        null,
        'Wie inspecteert, praat en maakt foto’s. De app maakt er een rapport van in de vorm die de opdrachtgever vraagt.',
      ],
    ],
  },
  {
    organisation: 'turfvaart',
    trl: [6, 9],
    certificates: ['vca', 'iec_62443'],
    documents: [
      [
        'project',
        'Nieuwe besturing in één weekend',
        2025,
        'Een lijn voor zetmeel draaide op een plc uit 1994. Wij bouwden de nieuwe kast naast de oude, testten met een nagebouwde lijn en zetten in 31 uur over. Maandag om zes uur draaide de eerste ploeg.',
      ],
      [
        'project',
        'Drogen met minder gas',
        2023,
        'Wij regelen een droger op het vocht van het product in plaats van op de tijd. Het gasverbruik daalde met veertien procent.',
      ],
    ],
  },
  {
    organisation: 'reitdiep',
    locale: 'en',
    trl: [3, 8],
    certificates: ['iso_13485', 'ce_marking'],
    documents: [
      [
        'project',
        'Patch that measures breathing for a week',
        2025,
        'We designed a circuit of three grams that measures breathing and posture for seven days on one coin cell. The firmware sleeps 99 percent of the time. It passed the tests for medical electronics at the first attempt.',
        'en',
      ],
      [
        'product',
        'Low-power sensor platform',
        null,
        'A tested board with radio, memory and secure update, on which a new sensor is ready in six weeks.',
        'en',
      ],
    ],
  },
  {
    organisation: 'pingo',
    trl: [6, 9],
    certificates: ['iso_27001', 'iec_62443'],
    documents: [
      [
        'project',
        'Een indringer vinden voor de band stilstaat',
        2024,
        'Ons kastje luistert mee op het netwerk van een zuivelfabriek en leerde in twee weken wat normaal is. Bij een oefening vond het de aanval na vier minuten. Het kan zelf niets sturen.',
      ],
      [
        'product',
        'Oefening met een echte aanval',
        null,
        'Een dag waarop wij uw fabriek aanvallen in een nagebouwd netwerk, en uw mensen leren wat ze doen.',
      ],
    ],
  },
  {
    organisation: 'kolksluis',
    trl: [6, 9],
    certificates: ['iec_62443', 'vca'],
    documents: [
      [
        'project',
        'Zes sluizen vanaf één plek bedienen',
        2025,
        'Camera, geluid en sluisdeur lopen over twee gescheiden lijnen. Elke opdracht vraagt een tweede bevestiging. Valt een lijn uit, dan blijft de deur staan waar hij veilig is.',
      ],
      [
        'product',
        'Schakelkast voor zoute lucht',
        null,
        'Een kast die dertig jaar buiten staat, met verwarming, eigen stroom voor acht uur en een slot met logboek.',
      ],
    ],
  },
  {
    organisation: 'oeverwal',
    locale: 'en',
    trl: [5, 9],
    certificates: ['iso_27001'],
    documents: [
      [
        'project',
        'Forty thousand drawings that can be searched',
        2024,
        'Our software read part numbers, sizes and tolerances from forty thousand scanned drawings. Where it was not certain, a person looked. Less than one in a thousand numbers turned out wrong.',
        'en',
      ],
      [
        'project',
        'Handgeschreven logboeken lezen',
        2025,
        'Uit zestig jaar logboeken van een gemaal haalden we elke storing. De beheerder ziet nu welke pomp elke herfst vastloopt.',
      ],
    ],
  },
  {
    organisation: 'stuifzand',
    trl: [3, 7],
    certificates: [],
    documents: [
      [
        'project',
        'Lucht door een koeler rekenen',
        2025,
        'Korrels kwamen te warm uit de koeler. Wij rekenden de stroming na en zagen dat een derde van de lucht langs de wand lekte. Twee schotten van plaatstaal losten het op. De meting week vier procent af van ons model.',
      ],
      [
        'product',
        'Digitale tweeling van een silo',
        null,
        'Een model dat elke minuut laat zien hoe vol, hoe warm en hoe vochtig elke laag is.',
      ],
    ],
  },
  {
    organisation: 'bolderkar',
    trl: [7, 9],
    certificates: ['ce_marking', 'haccp'],
    documents: [
      [
        'project',
        'Karren die in een koelcel rijden',
        2024,
        'Bij vier graden beslaan lasers en raken accu’s leeg. Onze karren drogen hun ogen zelf en laden tijdens het lossen. Twaalf karren rijden 1.900 ritten per dag, tussen de mensen door.',
      ],
      [
        'product',
        'Een rit huren',
        null,
        'U betaalt per rit. De planning kiest de kar en de weg. Staat de kar stil, dan betaalt u niets.',
      ],
    ],
  },
  {
    organisation: 'zandrug',
    trl: [6, 9],
    certificates: ['iso_9001', 'vca', 'ped', 'co2_ladder'],
    documents: [
      [
        'project',
        'Warmte van een droger terugwinnen',
        2025,
        'Natte lucht van tachtig graden ging de schoorsteen uit. Onze warmtewisselaar verwarmt er het proceswater mee. Hij spoelt zichzelf, want er zit zetmeel in de lucht. De klant verdient hem in vier jaar terug.',
      ],
      [
        'project',
        'Nieuwe hal naast een draaiende lijn',
        2023,
        'Wij leidden de bouw van een hal terwijl de fabriek doordraaide. In elf maanden was er geen ongeluk en geen dag stilstand.',
      ],
    ],
  },
];
