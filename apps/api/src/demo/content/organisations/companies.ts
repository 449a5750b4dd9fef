import type { DemoOrganisation } from '../types';

/** Challenge owners: two real names as examples, with invented people and challenges, and five invented companies. */
export const companies: readonly DemoOrganisation[] = [
  {
    key: 'agrifirm',
    name: 'Agrifirm',
    kind: 'company',
    city: 'Meppel',
    region: 'drenthe',
    employees: 3000,
    themes: ['food_agri', 'smart_factory'],
    capabilities: [],
    profileNl:
      'Voorbeeld van een challenge-eigenaar. In de Smart Food Factory zoekt Agrifirm met GreenLincs naar slimmere manieren om voer te maken. De challenges en de mensen hier zijn verzonnen.',
    profileEn:
      'Example of a challenge owner. In the Smart Food Factory, Agrifirm and GreenLincs look for smarter ways to make feed. The challenges and the people here are invented.',
    people: [
      { name: 'Willemijn Sanders (verzonnen)', email: 'owner@demo.htsm.example' },
      { name: 'Edwin Lubbers (verzonnen)' },
    ],
  },
  {
    key: 'strukton',
    name: 'Strukton',
    kind: 'company',
    city: 'Assen',
    region: 'drenthe',
    employees: 3500,
    themes: ['rail_infra_energy', 'sensors'],
    capabilities: [],
    profileNl:
      'Voorbeeld van een challenge-eigenaar die werkt aan spoor, wegen en gebouwen. De challenges en de mensen hier zijn verzonnen.',
    profileEn:
      'Example of a challenge owner that works on rail, roads and buildings. The challenges and the people here are invented.',
    people: [{ name: 'Hanneke Postma (verzonnen)' }],
  },
  {
    key: 'noorderkade',
    name: 'Noorderkade Zuivel (fictief)',
    kind: 'company',
    city: 'Bolsward',
    region: 'friesland',
    employees: 620,
    themes: ['food_agri', 'smart_factory'],
    capabilities: [],
    profileNl:
      'Zuivelfabriek met vier lijnen voor kaas, kwark en melkpoeder. Wij verwerken per dag de melk van 700 boerderijen en willen dat doen met minder water en minder zwaar werk.',
    profileEn:
      'Dairy with four lines for cheese, quark and milk powder. Every day we process the milk of 700 farms, and we want to do so with less water and less heavy work.',
    people: [{ name: 'Doutzen Algera' }, { name: 'Martijn Hoek' }],
  },
  {
    key: 'eemsmond',
    name: 'Eemsmond Staalbouw (fictief)',
    kind: 'company',
    city: 'Delfzijl',
    region: 'groningen',
    employees: 410,
    themes: ['materials', 'circularity', 'smart_factory'],
    capabilities: [],
    profileNl:
      'Wij bouwen stalen bruggen, sluisdeuren en fundaties voor windparken. Per week gaat er 300 ton staal door onze hal. Elke las moet vijftig jaar houden.',
    profileEn:
      'We build steel bridges, lock gates and foundations for wind farms. Every week 300 tonnes of steel pass through our hall. Every weld must hold for fifty years.',
    people: [{ name: 'Gert-Jan Kremer' }],
  },
  {
    key: 'veenkamp',
    name: 'Veenkamp Medische Techniek (fictief)',
    kind: 'company',
    city: 'Assen',
    region: 'drenthe',
    employees: 280,
    themes: ['medical', 'additive'],
    capabilities: [],
    profileNl:
      'Maker van orthesen en revalidatietoestellen. Elk jaar passen wij 9.000 mensen een hulpmiddel aan. Het passen kost nu meer tijd dan het maken.',
    profileEn:
      'Maker of orthoses and rehabilitation devices. Every year we fit 9,000 people with an aid. Fitting now takes more time than making.',
    people: [{ name: 'Liesbeth Roelfsema' }],
  },
  {
    key: 'waddenstroom',
    name: 'Waddenstroom Energie (fictief)',
    kind: 'company',
    city: 'Eemshaven',
    region: 'groningen',
    employees: 530,
    themes: ['rail_infra_energy', 'cyber_security'],
    capabilities: [],
    profileNl:
      'Wij beheren schakelstations en kabels tussen windparken en het landelijke net. Onze stations staan vaak zonder mensen op afgelegen plekken, van Lauwersoog tot Ter Apel.',
    profileEn:
      'We run substations and cables between wind farms and the national grid. Our stations often stand unmanned in remote places, from Lauwersoog to Ter Apel.',
    people: [{ name: 'Arjan Ritsema' }, { name: 'Shanti Mohan', locale: 'en' }],
  },
  {
    key: 'kleiland',
    name: 'Kleiland Werktuigen (fictief)',
    kind: 'company',
    city: 'Franeker',
    region: 'friesland',
    employees: 350,
    themes: ['food_agri', 'servitisation'],
    capabilities: [],
    profileNl:
      'Fabrikant van rooimachines voor aardappels, uien en wortels. Onze machines draaien acht weken per jaar dag en nacht. Stilstand in die weken is het duurst van alles.',
    profileEn:
      'Maker of harvesters for potatoes, onions and carrots. Our machines run day and night for eight weeks a year. Standing still in those weeks costs most of all.',
    people: [{ name: 'Sybren Wiarda' }],
  },
];
