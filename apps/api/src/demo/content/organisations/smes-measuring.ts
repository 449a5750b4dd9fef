import type { DemoOrganisation } from '../types';

/** Invented SMEs that measure, look and listen. */
export const smesMeasuring: readonly DemoOrganisation[] = [
  {
    key: 'wierdesensoriek',
    name: 'Wierdesensoriek (fictief)',
    kind: 'sme',
    city: 'Groningen',
    region: 'groningen',
    employees: 12,
    themes: ['sensors', 'rail_infra_energy', 'data_ai'],
    capabilities: ['trillingen meten', 'draadloze sensoren', 'meten zonder stroomnet'],
    profileNl:
      'Wij maken sensoren die vijf jaar op een batterij werken en elke trilling van een brug of machine vastleggen. Ze plakken vast en komen zonder schade weer los. De gegevens blijven van de klant.',
    profileEn:
      'We make sensors that run five years on one battery and record every vibration of a bridge or machine. They stick on and come off without damage. The data stay with the customer.',
    people: [{ name: 'Tjitske Halbertsma' }, { name: 'Onno Veldman' }],
  },
  {
    key: 'noorderlicht',
    name: 'Noorderlicht Inspectie (fictief)',
    kind: 'sme',
    city: 'Assen',
    region: 'drenthe',
    employees: 26,
    themes: ['rail_infra_energy', 'sensors', 'robotics'],
    capabilities: ['inspectie van beton en staal', 'drones', 'rapportage volgens NEN 2767'],
    profileNl:
      'Inspecteurs met klimgordels en met drones. Wij keuren bruggen, masten en tanks en leggen alles vast in één model. Per jaar doen we zo’n 400 inspecties in het noorden.',
    profileEn:
      'Inspectors with climbing gear and with drones. We check bridges, masts and tanks and record everything in one model. We do about 400 inspections a year in the north.',
    people: [{ name: 'Ruben Postma' }],
  },
  {
    key: 'veenlicht',
    name: 'Veenlicht Optiek (fictief)',
    kind: 'sme',
    city: 'Emmen',
    region: 'drenthe',
    employees: 15,
    themes: ['sensors', 'food_agri', 'data_ai'],
    capabilities: ['hyperspectrale camera’s', 'meten in stof', 'nabij-infrarood'],
    profileNl:
      'Wij bouwen camera’s die zien wat het oog niet ziet: vocht, vet, plastic. Ze werken in stof en bij trillende machines. Een lens die vuil wordt, blaast zichzelf schoon.',
    profileEn:
      'We build cameras that see what the eye cannot: moisture, fat, plastic. They work in dust and near vibrating machines. A lens that gets dirty blows itself clean.',
    people: [{ name: 'Sanne Bruins' }, { name: 'Mark Engberts' }],
  },
  {
    key: 'lauwersbeeld',
    name: 'Lauwersbeeld (fictief)',
    kind: 'sme',
    city: 'Buitenpost',
    region: 'friesland',
    employees: 8,
    themes: ['data_ai', 'smart_factory', 'food_agri'],
    capabilities: ['beeldherkenning', 'camera’s boven een band', 'modellen op een kleine computer'],
    profileNl:
      'Wij leren camera’s wat goed en fout is, met weinig voorbeelden. Twintig foto’s zijn vaak genoeg om te beginnen. Alles draait op een kastje naast de lijn, dus zonder internet.',
    profileEn:
      'We teach cameras what is right and wrong with few examples. Twenty pictures are often enough to start. Everything runs on a small box next to the line, so without internet.',
    people: [{ name: 'Yme Sikkema' }],
  },
  {
    key: 'tjonger',
    name: 'Tjonger Trillingstechniek (fictief)',
    kind: 'sme',
    city: 'Heerenveen',
    region: 'friesland',
    employees: 10,
    themes: ['sensors', 'rail_infra_energy', 'servitisation'],
    capabilities: ['trillingsanalyse', 'lagers bewaken', 'metingen op rijdend materieel'],
    profileNl:
      'Wij horen aan een machine wanneer een lager op raakt. Dat doen we voor gemalen, molens en treinen. De klant krijgt geen grafiek maar een zin: wat is er, hoe erg, en wanneer ingrijpen.',
    profileEn:
      'We hear when a bearing in a machine is wearing out. We do so for pumping stations, mills and trains. The customer gets a sentence instead of a graph: what, how bad, and when to act.',
    people: [{ name: 'Folkert de Jong' }, { name: 'Hylke Bouma' }],
  },
  {
    key: 'kiekendief',
    name: 'Kiekendief Drones (fictief)',
    kind: 'sme',
    city: 'Oude Pekela',
    region: 'groningen',
    employees: 7,
    themes: ['robotics', 'rail_infra_energy', 'food_agri'],
    capabilities: ['drones', 'vliegen onder bruggen', 'warmtebeelden'],
    profileNl:
      'Wij vliegen waar mensen niet graag komen: onder bruggen, langs wieken, boven daken. Onze drone mag de constructie raken, want hij vliegt in een kooi. Een vlucht duurt twintig minuten.',
    profileEn:
      'We fly where people do not like to go: under bridges, along blades, above roofs. Our drone may touch the structure because it flies in a cage. A flight takes twenty minutes.',
    people: [{ name: 'Mirthe Scholtens' }],
  },
  {
    key: 'keileem',
    name: 'Keileem Grondradar (fictief)',
    kind: 'sme',
    city: 'Zuidlaren',
    region: 'drenthe',
    employees: 5,
    themes: ['sensors', 'rail_infra_energy'],
    capabilities: ['grondradar', 'lagen in wegdek meten', 'kabels opsporen'],
    profileNl:
      'Wij kijken door grond, asfalt en beton met radar. Op één dag meten we tien kilometer weg of spoor. U krijgt een kaart met lagen, holtes en leidingen.',
    profileEn:
      'We look through soil, asphalt and concrete with radar. In one day we measure ten kilometres of road or track. You get a map of layers, voids and pipes.',
    people: [{ name: 'Arend Vos' }],
  },
  {
    key: 'kwartelmeet',
    name: 'Kwartelmeet (fictief)',
    kind: 'sme',
    city: 'Meppel',
    region: 'drenthe',
    employees: 13,
    themes: ['sensors', 'food_agri', 'smart_factory'],
    capabilities: ['vochtmeting', 'microgolfsensoren', 'ijken in de fabriek'],
    profileNl:
      'Meten in bulk is ons vak: vocht, dichtheid en stroming in korrels, poeders en pap. Onze microgolfsensor zit in de wand en raakt het product niet. IJken doen we bij u aan de lijn.',
    profileEn:
      'Measuring in bulk is our trade: moisture, density and flow in pellets, powders and mash. Our microwave sensor sits in the wall and does not touch the product. We calibrate at your line.',
    people: [{ name: 'Petra Lanting' }, { name: 'Gijs Warmelink' }],
  },
  {
    key: 'wadslib',
    name: 'Wadslib Analyse (fictief)',
    kind: 'sme',
    city: 'Harlingen',
    region: 'friesland',
    employees: 18,
    themes: ['sensors', 'food_agri', 'circularity'],
    capabilities: ['waterkwaliteit meten', 'sensoren tegen aangroei', 'monsters nemen'],
    profileNl:
      'Wij meten wat er in water zit: slib, zout, eiwit, resten van reiniging. Onze sensoren houden zichzelf schoon en werken in zuur en loog. Elke uitslag is binnen een minuut op het scherm.',
    profileEn:
      'We measure what is in water: silt, salt, protein, traces of cleaning. Our sensors keep themselves clean and work in acid and lye. Every result is on the screen within a minute.',
    people: [{ name: 'Jantine Wassenaar' }],
  },
  {
    key: 'zwetteslag',
    name: 'Zwetteslag IoT (fictief)',
    kind: 'sme',
    city: 'Sneek',
    region: 'friesland',
    employees: 16,
    themes: ['sensors', 'servitisation', 'smart_factory'],
    capabilities: ['gateways', 'lorawan', 'machines op afstand uitlezen'],
    profileNl:
      'Wij sluiten oude machines aan op een modern scherm. Geen nieuwe besturing nodig: een klem om de kabel is genoeg. Wij beheren ruim 6.000 meetpunten op het platteland.',
    profileEn:
      'We connect old machines to a modern screen. No new controls needed: a clamp around the cable will do. We look after more than 6,000 measuring points in the countryside.',
    people: [{ name: 'Durk Hiemstra' }, { name: 'Femke Rozema' }],
  },
];
