import type { DemoProfile } from '../types';

/** What the invented SMEs in materials tell of their work; every project is made up. */
export const materialsProfiles: readonly DemoProfile[] = [
  {
    organisation: 'smildeprint',
    trl: [5, 9],
    certificates: ['iso_9001', 'iso_13485'],
    documents: [
      [
        'project',
        'Tandwiel voor een stilstaande sorteermachine',
        2025,
        'Een sorteerder voor aardappelen stond stil door een gebroken tandwiel dat niemand meer maakte. Wij scanden de stukken, rekenden de tand na en printten het wiel in gehard staal. Na drie dagen draaide de machine weer. Het wiel hield het een heel seizoen vol.',
      ],
      [
        'product',
        'Reserveonderdeel met testrapport',
        null,
        'Een onderdeel in roestvast staal, titanium of nylon, tot 280 millimeter. Elk stuk heeft een nummer, een röntgenfoto en een meetrapport.',
      ],
    ],
  },
  {
    organisation: 'hondsrug',
    locale: 'en',
    trl: [3, 7],
    certificates: [],
    documents: [
      [
        'project',
        'Handle of a walking frame, tried by forty people',
        2024,
        'A care organisation wanted a handle that does not hurt after an hour. We printed nine shapes in a week, let forty people walk with them and measured the pressure in the palm. The seventh shape won. We moulded the first 300 pieces ourselves.',
        'en',
      ],
      [
        'product',
        'Mould for small series',
        null,
        'An aluminium mould for up to 500 injection-moulded parts, ready in eight working days.',
        'en',
      ],
    ],
  },
  {
    organisation: 'dollardcoating',
    trl: [5, 9],
    certificates: ['iso_9001', 'haccp', 'vca'],
    documents: [
      [
        'project',
        'Slijtvaste laag in een doseerschroef',
        2025,
        'Een schroef die zout en meel verplaatst, was elk halfjaar versleten. Wij spoten er op locatie een laag wolfraamcarbide op en polijstten die glad. Na veertien maanden was er nog geen slijtage te meten. De laag mag voedsel raken.',
      ],
      [
        'product',
        'Mobiele spuitcabine',
        null,
        'Een aanhanger met stroom, lucht en afzuiging. Daarmee herstellen we een laag zonder de machine uit elkaar te halen.',
      ],
    ],
  },
  {
    organisation: 'wollegras',
    locale: 'en',
    trl: [4, 8],
    certificates: [],
    documents: [
      [
        'project',
        'Hatch of flax for a lock gate',
        2024,
        'A steel inspection hatch weighed 90 kilos and needed two people. We made one of flax fibre and bio-resin that weighs 24 kilos. In our fatigue rig it opened and closed 100,000 times under load. It has been in use outdoors for two winters.',
        'en',
      ],
      [
        'project',
        'Oude panelen worden nieuwe',
        2025,
        'Wij maalden zestig versleten panelen en persten het gruis met nieuwe vezels. De nieuwe plaat is tien procent zwakker en dertig procent goedkoper. Voor kappen en schotten is dat sterk genoeg.',
      ],
    ],
  },
  {
    organisation: 'tichelwerk',
    trl: [4, 9],
    certificates: ['iso_9001'],
    documents: [
      [
        'product',
        'Keramisch mondstuk voor schurende stoffen',
        null,
        'Een mondstuk van siliciumcarbide voor slib, zand en kalk. Het gaat acht keer zo lang mee als gehard staal en past in dezelfde houder.',
      ],
      [
        'project',
        'Membraan dat frituurolie schoonhoudt',
        2023,
        'Kruimels maken frituurolie snel oud. Wij bakten een keramisch membraan met poriën van een halve micrometer. In een proef van tien weken ging de olie twee keer zo lang mee. Reinigen gaat met heet water, zonder chemie.',
      ],
    ],
  },
  {
    organisation: 'fochtelfilter',
    trl: [5, 9],
    certificates: ['atex', 'vca'],
    documents: [
      [
        'project',
        'Stof vangen bij een stortput',
        2025,
        'Bij het storten van graan stond de hal vol stof. Wij maakten een kap met luchtgordijn en een filter dat zichzelf met perslucht schoonklopt. Het fijnstof in de hal daalde met negentig procent. De installatie is gekeurd voor stofontploffing.',
      ],
      [
        'product',
        'Fijnstofmeter voor de werkvloer',
        null,
        'Een kastje dat elke minuut het fijnstof meet en een lamp laat branden als het te veel wordt.',
      ],
    ],
  },
  {
    organisation: 'rietkraag',
    trl: [4, 8],
    certificates: ['iso_14001', 'co2_ladder'],
    documents: [
      [
        'project',
        'Paspoort voor sloophout en staal',
        2024,
        'Bij de sloop van een school legden we van 1.200 balken en platen vast wat het was en hoe goed het nog was. Zeventig procent kreeg een nieuwe plek binnen vijftig kilometer. Elk stuk heeft een code die een telefoon leest.',
      ],
      [
        'product',
        'Marktplaats voor reststromen',
        null,
        'Een website waar bedrijven restmateriaal aanbieden, met soort, zuiverheid en hoeveelheid. Vraag en aanbod worden elke nacht gekoppeld.',
      ],
    ],
  },
  {
    organisation: 'fivelkracht',
    locale: 'en',
    trl: [5, 9],
    certificates: ['ce_marking'],
    documents: [
      [
        'project',
        'Second life for batteries on a building site',
        2025,
        'Used bus batteries now feed a tower crane. We tested 400 modules, kept the best 260 and built them into a container with our own inverter. The diesel generator ran only eleven hours in four months.',
        'en',
      ],
      [
        'product',
        'Inverter of 50 kW',
        null,
        'Power electronics for storage: silent, weatherproof, with remote readout and protection against island operation.',
        'en',
      ],
    ],
  },
  {
    organisation: 'graspieper',
    trl: [5, 8],
    certificates: [],
    documents: [
      [
        'project',
        'Betalen per hectare in plaats van per tractor',
        2024,
        'Een loonbedrijf wilde zijn maaiers per hectare verhuren. Wij lezen toerental, plaats en brandstof uit en maken daarvan een rekening die klopt met het perceel. Het model ziet ook wanneer een mes bot wordt, gemiddeld twee dagen voor de bestuurder.',
      ],
      [
        'product',
        'Stekker die elke landbouwmachine leest',
        null,
        'Een kastje in de ISOBUS-stekker dat ook oude machines begrijpt en zonder bereik blijft opslaan.',
      ],
    ],
  },
  {
    organisation: 'ranonkel',
    trl: [3, 8],
    certificates: ['iso_13485', 'ce_marking', 'nen_7510'],
    documents: [
      [
        'project',
        'Spalk die meegroeit',
        2025,
        'Kinderen met een gebroken pols kregen elke twee weken een nieuwe spalk. Wij ontwierpen er een die in vijf standen verstelt en gewassen kan worden. Dertig kinderen testten hem in drie ziekenhuizen. De keuring is afgerond.',
      ],
      [
        'certificate',
        'ISO 13485 voor hulpmiddelen op maat',
        2023,
        'Geldt voor ontwerp en productie van hulpmiddelen op maat in onze werkplaats.',
      ],
    ],
  },
];
