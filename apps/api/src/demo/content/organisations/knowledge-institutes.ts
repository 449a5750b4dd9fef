import type { DemoOrganisation } from '../types';

/** Invented knowledge institutes. */
export const knowledgeInstitutes: readonly DemoOrganisation[] = [
  {
    key: 'lectoraat',
    name: 'Lectoraat Slimme Maakindustrie Noord (fictief)',
    kind: 'knowledge',
    city: 'Groningen',
    region: 'groningen',
    employees: 34,
    themes: ['smart_factory', 'robotics', 'data_ai'],
    capabilities: ['proefopstellingen', 'studenten in het bedrijf', 'onafhankelijk meten'],
    profileNl:
      'Onderzoekers en studenten die samen met bedrijven testen wat werkt in de fabriek. Wij hebben een hal met zes robots die u per dag kunt gebruiken.',
    profileEn:
      'Researchers and students who test with companies what works in the factory. We have a hall with six robots that you can use by the day.',
    people: [{ name: 'Hester Blaauw' }],
  },
  {
    key: 'kenniscentrum',
    name: 'Kenniscentrum Materialen Veenkoloniën (fictief)',
    kind: 'knowledge',
    city: 'Emmen',
    region: 'drenthe',
    employees: 22,
    themes: ['materials', 'circularity', 'additive'],
    capabilities: ['materiaal testen', 'vezels en kunststoffen', 'levensduur voorspellen'],
    profileNl:
      'Laboratorium voor vezels, kunststof en metaal. Wij trekken, buigen en verouderen materiaal tot we weten hoe lang het meegaat. Mkb-bedrijven testen bij ons tegen kostprijs.',
    profileEn:
      'Laboratory for fibres, plastics and metal. We pull, bend and age material until we know how long it lasts. SMEs test with us at cost price.',
    people: [{ name: 'Maarten Ensing', locale: 'en' }],
  },
];
