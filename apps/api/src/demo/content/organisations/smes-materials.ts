import type { DemoOrganisation } from '../types';

/** Invented SMEs that know materials, print parts or close loops. */
export const smesMaterials: readonly DemoOrganisation[] = [
  {
    key: 'smildeprint',
    name: 'Smildeprint (fictief)',
    kind: 'sme',
    city: 'Smilde',
    region: 'drenthe',
    employees: 8,
    themes: ['additive', 'medical', 'materials'],
    capabilities: ['3D-printen in metaal', 'reserveonderdelen', 'ontwerpen voor printen'],
    profileNl:
      'Wij printen onderdelen in staal, titanium en nylon. Van een kapot onderdeel maken we een scan en drie dagen later ligt er een nieuw. Elk onderdeel heeft een nummer en een testrapport.',
    profileEn:
      'We print parts in steel, titanium and nylon. We scan a broken part and three days later there is a new one. Every part has a number and a test report.',
    people: [{ name: 'Twan Grooters' }, { name: 'Esmee Bos' }],
  },
  {
    key: 'hondsrug',
    name: 'Hondsrug Prototyping (fictief)',
    kind: 'sme',
    city: 'Gieten',
    region: 'drenthe',
    employees: 7,
    themes: ['additive', 'medical', 'smart_factory'],
    capabilities: ['prototypes in één week', 'spuitgieten van kleine series', 'productontwerp'],
    profileNl:
      'Van schets naar iets dat u kunt vasthouden, in een week. Wij printen, frezen en gieten kleine series tot 500 stuks. Gebruikers testen mee aan onze keukentafel.',
    profileEn:
      'From sketch to something you can hold, within a week. We print, mill and cast small series up to 500 pieces. Users test along at our kitchen table.',
    people: [{ name: 'Inge Pathuis' }],
  },
  {
    key: 'dollardcoating',
    name: 'Dollardcoating (fictief)',
    kind: 'sme',
    city: 'Winschoten',
    region: 'groningen',
    employees: 24,
    themes: ['materials', 'rail_infra_energy', 'food_agri'],
    capabilities: ['slijtvaste lagen', 'coating voor voedsel', 'herstel op locatie'],
    profileNl:
      'Wij brengen lagen aan die niet slijten, niet plakken of niet roesten. Veel daarvan mag in contact met voedsel. Een versleten schroef of leiding maken we weer als nieuw.',
    profileEn:
      'We apply layers that do not wear, stick or rust. Many are safe for contact with food. We make a worn screw or pipe as good as new.',
    people: [{ name: 'Jan Willem Buitenkamp' }],
  },
  {
    key: 'wollegras',
    name: 'Wollegras Composieten (fictief)',
    kind: 'sme',
    city: 'Coevorden',
    region: 'drenthe',
    employees: 20,
    themes: ['materials', 'circularity', 'rail_infra_energy'],
    capabilities: ['vezels van vlas', 'lichte panelen', 'vermoeiing testen'],
    profileNl:
      'Lichte en sterke panelen van vlas en biohars. Ze vervangen staal waar gewicht telt, zoals bij luiken en kappen. Na gebruik malen we ze en maken er nieuwe van.',
    profileEn:
      'Light and strong panels of flax and bio-resin. They replace steel where weight matters, such as hatches and covers. After use we grind them and make new ones.',
    people: [{ name: 'Ymkje Haan' }, { name: 'Ronald Sloot' }],
  },
  {
    key: 'tichelwerk',
    name: 'Tichelwerk Keramiek (fictief)',
    kind: 'sme',
    city: 'Harlingen',
    region: 'friesland',
    employees: 14,
    themes: ['materials', 'food_agri', 'additive'],
    capabilities: ['technische keramiek', 'slijtdelen', 'membranen voor filters'],
    profileNl:
      'Keramiek die langer meegaat dan staal: mondstukken, messen, filters. Wij bakken nog in Harlingen, maar dan op 1.600 graden en tot op een honderdste millimeter.',
    profileEn:
      'Ceramics that outlast steel: nozzles, blades, filters. We still fire in Harlingen, but at 1,600 degrees and to a hundredth of a millimetre.',
    people: [{ name: 'Pieter Algra' }],
  },
  {
    key: 'fochtelfilter',
    name: 'Fochtelfilter (fictief)',
    kind: 'sme',
    city: 'Oosterwolde',
    region: 'friesland',
    employees: 11,
    themes: ['food_agri', 'sensors', 'circularity'],
    capabilities: ['stof afzuigen', 'filters die zichzelf reinigen', 'fijnstof meten'],
    profileNl:
      'Wij houden de lucht schoon in molens en silo’s. Onze filters meten zelf hoe vol ze zijn en melden zich op tijd. Dat scheelt stilstand en verkleint de kans op een stofexplosie.',
    profileEn:
      'We keep the air clean in mills and silos. Our filters measure how full they are and report in time. That saves downtime and lowers the risk of a dust explosion.',
    people: [{ name: 'Wietske Hof' }, { name: 'Klaas Betten' }],
  },
  {
    key: 'rietkraag',
    name: 'Rietkraag Circulair (fictief)',
    kind: 'sme',
    city: 'Steenwijk',
    region: 'elsewhere',
    employees: 9,
    themes: ['circularity', 'materials', 'data_ai'],
    capabilities: ['materiaalpaspoort', 'reststromen sorteren', 'marktplaats voor restmateriaal'],
    profileNl:
      'Wij geven restmateriaal een naam, een maat en een koper. Een foto en een gewicht zijn genoeg om een stuk staal op de lijst te zetten. Vorig jaar kreeg 1.900 ton een tweede leven.',
    profileEn:
      'We give leftover material a name, a size and a buyer. A picture and a weight are enough to put a piece of steel on the list. Last year 1,900 tonnes got a second life.',
    people: [{ name: 'Bram Oldenhof' }],
  },
  {
    key: 'fivelkracht',
    name: 'Fivelkracht (fictief)',
    kind: 'sme',
    city: 'Loppersum',
    region: 'groningen',
    employees: 16,
    themes: ['rail_infra_energy', 'circularity', 'servitisation'],
    capabilities: ['batterijen hergebruiken', 'stroom op bouwplaatsen', 'vermogenselektronica'],
    profileNl:
      'Wij bouwen stroomkasten van batterijen uit oude bussen. Ze leveren stroom waar geen kabel ligt: langs het spoor, op een bouwplaats, bij een proefopstelling. U huurt per week.',
    profileEn:
      'We build power units from batteries of old buses. They supply power where there is no cable: along the track, on a building site, at a test set-up. You rent by the week.',
    people: [{ name: 'Gerda Nienhuis' }],
  },
  {
    key: 'graspieper',
    name: 'Graspieper Agritech (fictief)',
    kind: 'sme',
    city: 'Dokkum',
    region: 'friesland',
    employees: 13,
    themes: ['food_agri', 'data_ai', 'servitisation'],
    capabilities: ['landbouwmachines uitlezen', 'gebruik per hectare', 'onderhoud voorspellen'],
    profileNl:
      'Wij lezen trekkers en werktuigen uit en laten zien wat een hectare echt kost. Boeren en loonwerkers gebruiken het om onderhoud te plannen buiten het seizoen.',
    profileEn:
      'We read out tractors and implements and show what a hectare really costs. Farmers and contractors use it to plan maintenance outside the season.',
    people: [{ name: 'Rixt Hoogland' }, { name: 'Johannes Wiersum' }],
  },
  {
    key: 'ranonkel',
    name: 'Ranonkel Medisch (fictief)',
    kind: 'sme',
    city: 'Haren',
    region: 'groningen',
    employees: 10,
    themes: ['medical', 'additive', 'sensors'],
    capabilities: ['hulpmiddelen op maat', 'testen met patiënten', 'kwaliteitssysteem ISO 13485'],
    profileNl:
      'Wij ontwerpen hulpmiddelen samen met de mensen die ze dragen. Passen, meten, verbeteren, tot het niet meer knelt. Ons kwaliteitssysteem is gekeurd voor medische hulpmiddelen.',
    profileEn:
      'We design aids together with the people who wear them. Fit, measure, improve, until nothing pinches. Our quality system is approved for medical devices.',
    people: [{ name: 'Dineke Oostra' }, { name: 'Thomas Wever', locale: 'en' }],
  },
];
