import type { DemoOrganisation } from '../types';

/** Invented SMEs that build machines, robots and parts of metal. */
export const smesMetalAndMachines: readonly DemoOrganisation[] = [
  {
    key: 'terpstaal',
    name: 'Terpstaal (fictief)',
    kind: 'sme',
    city: 'Drachten',
    region: 'friesland',
    employees: 23,
    themes: ['rail_infra_energy', 'sensors', 'materials'],
    capabilities: ['fijnplaatwerk', 'houders voor sensoren', 'plaatsen op bestaande constructies'],
    profileNl:
      'Wij maken houders, klemmen en kasten van staal voor plekken waar het nat, koud of stoffig is. Van tekening tot montage in eigen huis. Met partners bouwen we meetsystemen voor spoor en bruggen.',
    profileEn:
      'We make steel brackets, clamps and housings for places that are wet, cold or dusty. From drawing to installation in our own shop. With partners we build monitoring systems for rail and bridges.',
    people: [{ name: 'Fenna Dijkstra', email: 'sme@demo.htsm.example' }, { name: 'Sietse Bakker' }],
  },
  {
    key: 'hunzebot',
    name: 'Hunzebot (fictief)',
    kind: 'sme',
    city: 'Hoogezand',
    region: 'groningen',
    employees: 14,
    themes: ['robotics', 'food_agri', 'smart_factory'],
    capabilities: ['grijpers', 'krachtregeling', 'mobiele robots'],
    profileNl:
      'Wij bouwen robotcellen voor producten die niet stijf zijn: zakken, kratten, groente. Onze grijpers voelen hoeveel kracht nodig is. In 2024 leverden we een stapelcel aan een zaadbedrijf.',
    profileEn:
      'We build robot cells for products that are not rigid: bags, crates, vegetables. Our grippers feel how much force is needed. In 2024 we delivered a stacking cell to a seed company.',
    people: [{ name: 'Wytze Hoekstra' }, { name: 'Marit Kuipers' }],
  },
  {
    key: 'borgmetaal',
    name: 'Borgmetaal (fictief)',
    kind: 'sme',
    city: 'Delfzijl',
    region: 'groningen',
    employees: 41,
    themes: ['materials', 'smart_factory', 'rail_infra_energy'],
    capabilities: ['lassen van duplexstaal', 'draaien en frezen', 'corrosietesten'],
    profileNl:
      'Metaalbewerker aan zeewater. Wij lassen en bewerken staalsoorten die niet mogen roesten, in series van 1 tot 200. Ons eigen zoutnevellab test elk ontwerp voordat het naar buiten gaat.',
    profileEn:
      'Metal working company by the sea. We weld and machine steels that must not rust, in series of 1 to 200. Our own salt spray lab tests every design before it goes out.',
    people: [{ name: 'Roelf Nanninga' }],
  },
  {
    key: 'grijpgoed',
    name: 'Grijpgoed Automatisering (fictief)',
    kind: 'sme',
    city: 'Drachten',
    region: 'friesland',
    employees: 6,
    themes: ['robotics/gripping', 'robotics/cobots', 'smart_factory'],
    capabilities: ['vacuümgrijpers', 'besturing', 'stapelen van zachte producten'],
    profileNl:
      'Klein team dat grijpers en besturing maakt voor inpaklijnen. Wij bouwen eerst een proefopstelling op tafel en pas daarna de machine. Zo ziet u binnen drie weken of het werkt.',
    profileEn:
      'Small team that makes grippers and controls for packing lines. We first build a table-top test and only then the machine. You see within three weeks whether it works.',
    people: [{ name: 'Anouk Visser' }],
  },
  {
    key: 'maarland',
    name: 'Maarland Robotica (fictief)',
    kind: 'sme',
    city: 'Winsum',
    region: 'groningen',
    employees: 11,
    themes: ['robotics', 'food_agri'],
    capabilities: ['rupsvoertuigen', 'navigatie zonder gps', 'veldproeven'],
    profileNl:
      'Wij maken kleine voertuigen die zelf rijden over klei, ballast en roosters. Ze dragen sensoren of gereedschap tot 80 kilo. Elk voertuig gaat eerst een winter het veld in.',
    profileEn:
      'We make small vehicles that drive themselves over clay, ballast and gratings. They carry sensors or tools up to 80 kilos. Every vehicle spends one winter in the field first.',
    people: [{ name: 'Jorrit Wieringa' }, { name: 'Elske Mulder' }],
  },
  {
    key: 'slochterdiep',
    name: 'Slochterdiep Hydrauliek (fictief)',
    kind: 'sme',
    city: 'Slochteren',
    region: 'groningen',
    employees: 28,
    themes: ['smart_factory', 'servitisation'],
    capabilities: ['hydraulische aandrijving', 'onderhoud op afstand', 'cilinders op maat'],
    profileNl:
      'Hydrauliek voor sluizen, persen en landbouwmachines. Sinds drie jaar leveren we elke pomp met een meetkastje. De klant betaalt per draaiuur en wij komen voordat er iets stuk gaat.',
    profileEn:
      'Hydraulics for locks, presses and farm machines. For three years every pump has come with a measuring unit. The customer pays per running hour and we come before something breaks.',
    people: [{ name: 'Geert Huizing' }],
  },
  {
    key: 'roggeveld',
    name: 'Roggeveld Machines (fictief)',
    kind: 'sme',
    city: 'Borger',
    region: 'drenthe',
    employees: 35,
    themes: ['food_agri', 'smart_factory'],
    capabilities: ['transportbanden', 'doseren van poeder', 'machines reinigbaar maken'],
    profileNl:
      'Machinebouwer voor graan, meel en veevoer. Wij weten hoe stof zich gedraagt en hoe u een lijn schoon houdt. Onze monteurs komen uit de streek en rijden ook op zaterdag.',
    profileEn:
      'Machine builder for grain, flour and animal feed. We know how dust behaves and how to keep a line clean. Our engineers live nearby and also drive out on Saturdays.',
    people: [{ name: 'Henk Jan Oosting' }, { name: 'Lisanne Tuin' }],
  },
  {
    key: 'lasbrink',
    name: 'Lasbrink (fictief)',
    kind: 'sme',
    city: 'Emmen',
    region: 'drenthe',
    employees: 17,
    themes: ['smart_factory', 'robotics', 'materials'],
    capabilities: ['lasrobots', 'lasnaad volgen', 'lasparameters vastleggen'],
    profileNl:
      'Wij richten lasrobots in voor kleine series. De robot zoekt zelf de naad en bewaart stroom, spanning en snelheid per las. Zo kan een klant elke las jaren later nog nakijken.',
    profileEn:
      'We set up welding robots for small series. The robot finds the seam itself and stores current, voltage and speed for each weld. A customer can check every weld years later.',
    people: [{ name: 'Dennis Kroezen' }],
  },
  {
    key: 'aduardlaser',
    name: 'Aduardlaser (fictief)',
    kind: 'sme',
    city: 'Aduard',
    region: 'groningen',
    employees: 9,
    themes: ['materials', 'additive', 'smart_factory'],
    capabilities: ['lasersnijden', 'oppervlak reinigen met laser', 'coderen van onderdelen'],
    profileNl:
      'Wij snijden, reinigen en merken metaal met licht. Zonder stralen, zonder chemie. Onze mobiele laser verwijdert verf en roest op locatie, ook op een brug of in een silo.',
    profileEn:
      'We cut, clean and mark metal with light. No blasting, no chemicals. Our mobile laser removes paint and rust on site, also on a bridge or in a silo.',
    people: [{ name: 'Iris van der Laan' }],
  },
  {
    key: 'havezathe',
    name: 'Havezathe Precisie (fictief)',
    kind: 'sme',
    city: 'Roden',
    region: 'drenthe',
    employees: 19,
    themes: ['medical', 'materials', 'smart_factory'],
    capabilities: ['micronfrezen', 'titanium bewerken', 'meetrapport per onderdeel'],
    profileNl:
      'Fijnmechanica voor medische en optische apparaten. Wij werken op twee duizendste millimeter en leveren een meetrapport bij elk onderdeel. Klein in aantal, groot in aandacht.',
    profileEn:
      'Precision mechanics for medical and optical devices. We work to two thousandths of a millimetre and deliver a measuring report with every part. Small numbers, great care.',
    people: [{ name: 'Bas Timmer' }, { name: 'Noor Zandstra' }],
  },
];
