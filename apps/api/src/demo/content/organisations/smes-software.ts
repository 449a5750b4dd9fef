import type { DemoOrganisation } from '../types';

/** Invented SMEs that write software, control machines or keep them safe. */
export const smesSoftware: readonly DemoOrganisation[] = [
  {
    key: 'kwelderdata',
    name: 'Kwelderdata (fictief)',
    kind: 'sme',
    city: 'Leeuwarden',
    region: 'friesland',
    employees: 21,
    themes: ['data_ai', 'rail_infra_energy', 'food_agri'],
    capabilities: ['modellen voor tijdreeksen', 'glasvezel als sensor', 'uitlegbare voorspelling'],
    profileNl:
      'Wij rekenen aan metingen die nooit stilstaan: geluid, druk, trilling. Ons model zegt niet alleen dat iets afwijkt, maar ook waarom het dat denkt. Dat helpt een monteur om het te geloven.',
    profileEn:
      'We work on measurements that never stop: sound, pressure, vibration. Our model says not only that something is off, but also why it thinks so. That helps an engineer believe it.',
    people: [{ name: 'Sjoerd Attema' }, { name: 'Lotte Feenstra', locale: 'en' }],
  },
  {
    key: 'diepstroom',
    name: 'Diepstroom Software (fictief)',
    kind: 'sme',
    city: 'Emmen',
    region: 'drenthe',
    employees: 33,
    themes: ['data_ai', 'smart_factory'],
    capabilities: ['inspectiesoftware', 'koppelen aan SAP', 'apps voor monteurs'],
    profileNl:
      'Wij bouwen apps voor mensen met handschoenen aan: grote knoppen, weinig tekst, werkt zonder bereik. Ruim 900 monteurs vullen er hun werkbon mee in.',
    profileEn:
      'We build apps for people wearing gloves: big buttons, little text, works without coverage. More than 900 engineers fill in their job sheets with it.',
    people: [{ name: 'Patrick Reinders' }],
  },
  {
    key: 'turfvaart',
    name: 'Turfvaart Besturing (fictief)',
    kind: 'sme',
    city: 'Veendam',
    region: 'groningen',
    employees: 30,
    themes: ['smart_factory', 'food_agri', 'rail_infra_energy'],
    capabilities: ['plc-programma’s', 'regelen van processen', 'ombouw in één weekend'],
    profileNl:
      'Besturingskasten en programma’s voor fabrieken die niet stil mogen staan. Wij bouwen om in het weekend en blijven maandag tot de eerste ploeg tevreden is.',
    profileEn:
      'Control panels and programs for factories that must not stop. We convert during the weekend and stay on Monday until the first shift is happy.',
    people: [{ name: 'Albert Drenth' }, { name: 'Nynke Jager' }],
  },
  {
    key: 'reitdiep',
    name: 'Reitdiep Embedded (fictief)',
    kind: 'sme',
    city: 'Groningen',
    region: 'groningen',
    employees: 18,
    themes: ['sensors', 'medical', 'cyber_security'],
    capabilities: ['elektronica ontwerpen', 'zuinige software', 'medische keuring'],
    profileNl:
      'Wij ontwerpen printplaten en de software die erop draait. Zuinig, klein en te keuren. Vier van onze ontwerpen zitten in een medisch apparaat met CE-merk.',
    profileEn:
      'We design circuit boards and the software that runs on them. Frugal, small and ready for certification. Four of our designs are in a medical device with a CE mark.',
    people: [{ name: 'Joost Meijering', locale: 'en' }],
  },
  {
    key: 'pingo',
    name: 'Pingo Cybersafe (fictief)',
    kind: 'sme',
    city: 'Assen',
    region: 'drenthe',
    employees: 9,
    themes: ['cyber_security/ot_security', 'rail_infra_energy'],
    capabilities: ['netwerken van fabrieken bewaken', 'afwijkend verkeer herkennen', 'oefenen met een aanval'],
    profileNl:
      'Wij bewaken netwerken van machines, niet van kantoren. Ons kastje luistert alleen mee en kan zelf niets sturen. Zo merkt u een indringer voordat de band stilstaat.',
    profileEn:
      'We guard networks of machines, not of offices. Our box only listens and cannot send anything itself. You notice an intruder before the line stops.',
    people: [{ name: 'Karim Haddou' }, { name: 'Welmoed Sterk' }],
  },
  {
    key: 'kolksluis',
    name: 'Kolksluis Controls (fictief)',
    kind: 'sme',
    city: 'Appingedam',
    region: 'groningen',
    employees: 22,
    themes: ['rail_infra_energy', 'cyber_security', 'smart_factory'],
    capabilities: ['bediening op afstand', 'veilige verbindingen', 'schakelkasten voor buiten'],
    profileNl:
      'Besturing voor sluizen, gemalen en schakelstations. Onze kasten staan buiten, in zoute lucht, en gaan twintig jaar mee. Elke opdracht van afstand heeft een tweede bevestiging nodig.',
    profileEn:
      'Controls for locks, pumping stations and substations. Our cabinets stand outdoors in salty air and last twenty years. Every remote command needs a second confirmation.',
    people: [{ name: 'Rik Bolhuis' }],
  },
  {
    key: 'oeverwal',
    name: 'Oeverwal Software (fictief)',
    kind: 'sme',
    city: 'Stadskanaal',
    region: 'groningen',
    employees: 12,
    themes: ['data_ai', 'servitisation'],
    capabilities: ['tekeningen lezen', 'tekstherkenning', 'zoeken in archieven'],
    profileNl:
      'Wij maken archieven doorzoekbaar: tekeningen, keuringen, handgeschreven logboeken. De computer leest, een mens kijkt na wat onzeker is. Zo komt er geen fout getal in het systeem.',
    profileEn:
      'We make archives searchable: drawings, inspections, handwritten logs. The computer reads, a person checks what is uncertain. So no wrong number enters the system.',
    people: [{ name: 'Hidde Zwart' }, { name: 'Carlijn Prins' }],
  },
  {
    key: 'stuifzand',
    name: 'Stuifzand Simulatie (fictief)',
    kind: 'sme',
    city: 'Hoogeveen',
    region: 'drenthe',
    employees: 6,
    themes: ['data_ai', 'smart_factory', 'food_agri'],
    capabilities: ['stroming simuleren', 'digitale tweeling', 'stof en korrels doorrekenen'],
    profileNl:
      'Wij rekenen uit hoe lucht, stof en korrels door een installatie gaan, voordat iemand staal knipt. Een model van een koeler of silo staat er in twee weken.',
    profileEn:
      'We calculate how air, dust and pellets move through an installation before anyone cuts steel. A model of a cooler or silo is ready in two weeks.',
    people: [{ name: 'Thirza Kamps' }],
  },
  {
    key: 'bolderkar',
    name: 'Bolderkar Logistiek (fictief)',
    kind: 'sme',
    city: 'Joure',
    region: 'friesland',
    employees: 27,
    themes: ['robotics', 'smart_factory', 'servitisation'],
    capabilities: ['rijdende robots in het magazijn', 'planning van ritten', 'huur per rit'],
    profileNl:
      'Onze karren rijden zelf door magazijn en koelcel, tussen mensen door. U huurt ze per rit. Staan ze stil, dan betaalt u niets en komen wij.',
    profileEn:
      'Our carts drive themselves through warehouse and cold store, between people. You rent them per trip. When they stand still you pay nothing and we come.',
    people: [{ name: 'Auke Terpstra' }],
  },
  {
    key: 'zandrug',
    name: 'Zandrug Engineering (fictief)',
    kind: 'sme',
    city: 'Beilen',
    region: 'drenthe',
    employees: 38,
    themes: ['smart_factory', 'rail_infra_energy', 'circularity'],
    capabilities: ['werktuigbouw', 'warmte terugwinnen', 'projectleiding'],
    profileNl:
      'Ingenieurs voor installaties in voedsel en energie. Wij tekenen, rekenen en begeleiden de bouw. Restwarmte is ons stokpaardje: in 2025 legden we drie warmtewisselaars aan die zich in vier jaar terugbetalen.',
    profileEn:
      'Engineers for installations in food and energy. We draw, calculate and guide construction. Waste heat is our hobby: in 2025 we built three heat exchangers that pay for themselves in four years.',
    people: [{ name: 'Marieke Hilbrands' }, { name: 'Stefan Kok' }],
  },
];
