import type { DemoProfile } from '../types';

/** What the invented SMEs in measuring tell of their work; every project is made up. */
export const measuringProfiles: readonly DemoProfile[] = [
  {
    organisation: 'wierdesensoriek',
    trl: [4, 9],
    certificates: ['iso_9001', 'atex'],
    documents: [
      [
        'project',
        'Trillingen in een gemaal zonder stroom',
        2025,
        'Een oud gemaal had geen stopcontact bij de pompen. Wij plakten sensoren die leven van de warmte van het lager. Ze melden elk uur de trilling over drie kilometer. Twee pompen kregen op tijd een nieuw lager.',
      ],
      [
        'product',
        'Sensor zonder batterij',
        null,
        'Een trillingsmeter van vier centimeter die zijn stroom uit warmte of beweging haalt en twintig jaar meegaat.',
      ],
      [
        'project',
        'Bolts that say when they come loose',
        2023,
        'We put a strain gauge in sixteen bolts of a crane. A gateway reads the tension every ten minutes. Within a year it warned twice, each time weeks before the inspector would have noticed.',
        'en',
      ],
    ],
  },
  {
    organisation: 'noorderlicht',
    trl: [6, 9],
    certificates: ['iso_9001', 'vca'],
    documents: [
      [
        'project',
        'Roest in een zendmast van 120 meter',
        2024,
        'Wij klommen, vlogen en maten de dikte van de verf op 900 plekken. Alles staat in één model van de mast, met foto en cijfer. De eigenaar verfde daarna alleen de slechtste twaalf meter.',
      ],
      [
        'project',
        'Scheuren in beton volgen',
        2025,
        'Van twaalf viaducten maken we elk jaar dezelfde foto’s. Software legt ze over elkaar en meet hoe een scheur groeit. De rapporten volgen NEN 2767.',
      ],
    ],
  },
  {
    organisation: 'veenlicht',
    locale: 'en',
    trl: [3, 8],
    certificates: [],
    documents: [
      [
        'project',
        'Seeing moisture through dust',
        2025,
        'In a drying line nobody could see whether the product was dry. Our near-infrared camera looks through the dust and measures moisture in every square centimetre, forty times a second. Energy use fell by nine percent.',
        'en',
      ],
      [
        'product',
        'Hyperspectral line camera',
        null,
        'A camera of 220 colours in a sealed housing with an air knife, for hot and dusty places.',
        'en',
      ],
    ],
  },
  {
    organisation: 'lauwersbeeld',
    trl: [5, 9],
    certificates: ['ce_marking'],
    documents: [
      [
        'project',
        'Groene aardappels uit de stroom halen',
        2024,
        'Boven een band van twee meter breed zien vier camera’s elke aardappel van alle kanten. Een model kiest binnen dertig milliseconden. Een blaasmond haalt groene en rotte eruit. Van de duizend gaan er nog drie fout.',
      ],
      [
        'product',
        'Rekenkast voor beeldherkenning',
        null,
        'Een kleine computer zonder ventilator die vier camera’s tegelijk leest en zonder internet werkt.',
      ],
    ],
  },
  {
    organisation: 'tjonger',
    trl: [5, 9],
    certificates: ['iso_9001', 'en_15085'],
    documents: [
      [
        'project',
        'Lagers van treinstellen horen',
        2025,
        'Wij hangen microfoons langs het spoor en luisteren naar elk wiel dat langskomt. Uit het geluid haalt het model het lager dat begint te slijten. In een jaar vonden we er elf, alle elf terecht.',
      ],
      [
        'product',
        'Meetkoffer voor rijdend materieel',
        null,
        'Acht trillingsopnemers, een kast en een rapport. Aan boord geplaatst in een uur, zonder gaten te boren.',
      ],
    ],
  },
  {
    organisation: 'kiekendief',
    trl: [5, 9],
    certificates: ['vca'],
    documents: [
      [
        'project',
        'Onder een brug vliegen zonder gps',
        2024,
        'Onder een brug valt het signaal weg. Onze drone houdt afstand met lasers en camera’s en maakt foto’s op veertig centimeter. Een brug van driehonderd meter kost ons één ochtend, zonder het verkeer te stoppen.',
      ],
      [
        'project',
        'Warmtelekken bij een wijk',
        2025,
        'In twee koude nachten vlogen we over 600 daken. De bewoners kregen een kaart met de plek waar warmte weglekt.',
      ],
    ],
  },
  {
    organisation: 'keileem',
    locale: 'en',
    trl: [5, 9],
    certificates: ['vca'],
    documents: [
      [
        'project',
        'Hollow spots below a quay',
        2024,
        'Ground radar on a cart found four hollow spots below a quay before a crane drove over them. We measured 1.8 kilometres in three nights and drilled to check: all four were there.',
        'en',
      ],
      [
        'product',
        'Layers of a road in one drive',
        null,
        'A radar behind a van measures the thickness of asphalt and foundation at forty kilometres an hour.',
        'en',
      ],
    ],
  },
  {
    organisation: 'kwartelmeet',
    trl: [5, 9],
    certificates: ['iso_9001', 'atex', 'iso_17025'],
    documents: [
      [
        'project',
        'Vocht in brokken meten voor de koeler',
        2025,
        'De meting kwam uit het lab en was een uur te laat. Onze microgolfsensor zit in de wand voor de koeler en geeft elke seconde een waarde. De spreiding in vocht daalde van anderhalf naar een half procent.',
      ],
      [
        'product',
        'Microgolfsensor voor bulk',
        null,
        'Meet vocht en dichtheid van korrels, poeder en pap, zonder het product te raken. Geijkt aan uw lijn.',
      ],
    ],
  },
  {
    organisation: 'wadslib',
    trl: [4, 8],
    certificates: [],
    documents: [
      [
        'project',
        'Een jaar meten in slib en zout',
        2024,
        'Sensoren in de haven groeiden binnen zes weken dicht. Wij maakten een kop die zichzelf elke dag met licht en een wisser schoonhoudt. Na een jaar mat hij nog binnen twee procent.',
      ],
      [
        'product',
        'Drijvend meetstation',
        null,
        'Meet zout, zuurstof, troebelheid en olie, neemt zelf een monster en belt als er iets verandert.',
      ],
    ],
  },
  {
    organisation: 'zwetteslag',
    locale: 'en',
    trl: [6, 9],
    certificates: ['iso_27001', 'ce_marking'],
    documents: [
      [
        'project',
        'Ninety machines of six makes in one screen',
        2025,
        'Every machine spoke another language. Our gateways read the old controllers, translate to one model and send only changes. The plant now sees all ninety machines in one place, and nothing can be written back.',
        'en',
      ],
      [
        'product',
        'LoRaWAN gateway for farms',
        null,
        'Covers twelve kilometres around a mast and keeps data for a month without a connection.',
        'en',
      ],
    ],
  },
];
