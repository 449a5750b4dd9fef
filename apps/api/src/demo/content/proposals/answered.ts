import type { DemoProposal } from '../types';

/** Proposals that have had their answer. Dust: measures well, safe, costs. Cleaning: water, clean, plan. */
export const answeredProposals: readonly DemoProposal[] = [
  {
    challenge: 'silostof',
    organisation: 'fochtelfilter',
    title: 'Stof wegen in plaats van zien',
    summary:
      'Een lens wordt vuil, een weegschaal niet. Wij zuigen elke minuut een liter lucht door een filter en wegen wat erop blijft. Het filter draait door als een kassarol en gaat zes maanden mee.',
    approach:
      'Bovenop de silo komt een kastje van 30 cm. Een slang haalt lucht uit de silo, door een band van filterpapier. Een trillend plaatje weegt het stof tot op een milligram. Daarna schuift de band vijf millimeter op.\n\nAlle stroom blijft buiten de silo. Binnen hangt alleen een slang met een vlamdover. Zo hoeft er in zone 20 niets te worden gekeurd.\n\nDe uitslag gaat naar de besturing van de vulband. Die vult sneller zolang het kan.',
    planning:
      'Maand 1: één silo, naast uw eigen filterproef. Maand 2: alle zes. Maand 3 tot en met 6: meten, en elke maand vergelijken met het lab.',
    priceEur: 33_400,
    fits: [
      'In een molen in Oosterwolde liep de afwijking in vijf maanden van 6 naar 9 procent. Dat blijft binnen uw grens.',
      'Geen stroom, geen licht en geen warmte in de silo. De slang is geaard.',
      '€ 4.100 per silo. Een nieuwe filterrol kost € 38 per half jaar.',
    ],
    attachment: {
      fileName: 'vergelijking-met-filterproef.pdf',
      lines: [
        'Vergelijking met de filterproef (verzonnen)',
        'Maand 1: afwijking 6 %',
        'Maand 3: afwijking 7 %',
        'Maand 5: afwijking 9 %',
      ],
    },
    started: [-98, '20:10'],
    submitted: [-60, '15:30'],
  },
  {
    challenge: 'silostof',
    organisation: 'kwartelmeet',
    title: 'Microgolven door de wand van de silo',
    summary:
      'Onze sensor zit in de wand en raakt het stof niet. Microgolven worden een klein beetje zwakker door stof. Dat meten wij, ook als er een laag op de wand zit.',
    approach:
      'Twee sensoren kijken dwars door de silo. Een derde meet alleen de laag op de wand, zodat we die eraf kunnen trekken. Wij gebruiken dit al voor vocht in korrels. Voor stof in lucht is het signaal honderd keer kleiner, daarom meten we tien seconden lang.',
    planning: 'Maand 1 en 2: proef in onze eigen silo van zes meter. Maand 3 tot en met 6: twee silo’s bij u.',
    priceEur: 35_000,
    fits: [
      'In onze proefsilo was de afwijking 18 procent. Met de nieuwe elektronica verwachten we 12.',
      'De sensor is al gekeurd voor zone 20.',
      '€ 7.900 per silo, zonder verbruik daarna.',
    ],
    started: [-90, '10:00'],
    submitted: [-58, '09:20'],
  },
  {
    challenge: 'silostof',
    organisation: 'terpstaal',
    title: 'Een koker die zichzelf schoonschudt',
    summary:
      'Wij maken een stalen koker om een gewone stofsensor heen. De koker trilt elke tien minuten en schudt het stof eraf. Zo kunt u een sensor gebruiken die al te koop is.',
    approach:
      'De sensor zit in een koker van rvs met een gladde binnenkant. Een luchtstoot en een trilling houden hem schoon. De koker hangt aan het dak en is met één hand los te maken.\n\nWij hebben dit gebouwd voor een camera in een zaagmolen. Daar bleef het glas twee maanden schoon.',
    planning: 'Maand 1: koker voor één silo. Maand 2: zes kokers. Daarna meten tot maand 6.',
    priceEur: 29_800,
    fits: [
      'De sensor zelf meet goed. Wij denken dat hij drie maanden schoon blijft, maar hebben dat in graan nog niet getest.',
      'De sensor heeft een keuring voor zone 21. Voor zone 20 is een extra keuring nodig.',
      '€ 3.600 per silo.',
    ],
    started: [-84, '21:15'],
    submitted: [-57, '22:40'],
  },
  {
    challenge: 'silostof',
    organisation: 'veenlicht',
    title: 'Meten met infrarood en een raam van lucht',
    summary:
      'Een dunne laag snel stromende lucht houdt onze lens schoon. Daarachter meet een infraroodcamera hoeveel stof er hangt, in de hele silo tegelijk.',
    approach:
      'De camera kijkt van boven naar beneden. Een ring blaast schone lucht langs de lens. Het beeld laat zien waar stof hangt, niet alleen hoeveel. Dat helpt om de vulpijp te richten.',
    planning: 'Maand 1: ring bouwen. Maand 2 tot en met 4: één silo. Maand 5 en 6: nog twee silo’s.',
    priceEur: 34_900,
    fits: [
      'Sterk in beeld, minder sterk in een precies getal. De afwijking is nu 25 procent.',
      'De camera komt in een drukvaste kast. De keuring duurt acht weken.',
      '€ 11.500 per silo en veel perslucht.',
    ],
    started: [-80, '14:25'],
    submitted: [-56, '12:10'],
  },
  {
    challenge: 'spoelen',
    organisation: 'wadslib',
    title: 'Eiwit meten tot de nul',
    summary:
      'Zolang er melk in het water zit, geeft eiwit licht onder een blauwe lamp. Wij meten dat licht in de leiding. Is het weg, dan stopt het spoelen. Onze sensor maakt zichzelf schoon met dezelfde loog.',
    approach:
      'De sensor is een stuk leiding van 20 cm met twee ramen van saffier. Een lamp schijnt naar binnen, een oog kijkt dwars erop. Water zonder eiwit geeft bijna geen licht.\n\nWij meten elke seconde. Pas na dertig seconden nul stopt het spoelen. Uw besturing houdt altijd een kortste tijd aan, dus veiliger dan nu kan het niet worden.',
    planning:
      'Week 1 en 2: inbouwen in twee kringen. Week 3 tot en met 6: alleen meekijken, met elke dag een monster naar het lab. Week 7 tot en met 13: echt regelen.',
    priceEur: 38_200,
    fits: [
      'In een slachterij in Harlingen spaarden we 34 procent. Melk is makkelijker dan vet.',
      'Zes weken meekijken naast het lab geeft 240 vergelijkingen voordat we iets regelen.',
      'De sensoren liggen klaar. Twee monteurs bouwen in tijdens uw nachtstop.',
    ],
    started: [-180, '16:00'],
    submitted: [-152, '11:45'],
  },
  {
    challenge: 'spoelen',
    organisation: 'turfvaart',
    title: 'Spoelen op troebelheid en geleiding',
    summary:
      'De meters voor geleiding hangen er al. Wij voegen een meter voor troebelheid toe en schrijven een slim programma dat beide samen leest. Geen nieuwe techniek, wel minder water.',
    approach:
      'Geleiding zegt of de loog weg is. Troebelheid zegt of er nog melk is. Samen zeggen ze genoeg voor acht van de elf kringen. Voor de drie kringen met kwark blijft de tijd zoals nu.',
    planning: 'In vier weekenden ombouwen, daarna acht weken bijstellen.',
    priceEur: 31_000,
    fits: [
      'Wij verwachten 22 procent minder water.',
      'Troebelheid ziet geen heel dunne laag eiwit. Daarom houden we een ruime marge.',
      'Wij kennen uw besturing en bouwden er zelf aan mee.',
    ],
    started: [-176, '09:30'],
    submitted: [-149, '17:55'],
  },
  {
    challenge: 'spoelen',
    organisation: 'zwetteslag',
    title: 'Spoelwater volgen in de cloud',
    summary:
      'Wij hangen watermeters op alle elf kringen en laten zien waar het meeste water heen gaat. Met dat inzicht kan uw team de tijden zelf korter zetten.',
    approach:
      'Klemmeters om de leiding, een gateway en een scherm. Na een maand maken we samen een lijst van kringen die korter kunnen.',
    planning: 'Week 1: ophangen. Week 5: eerste lijst. Week 13: verslag.',
    priceEur: 18_500,
    fits: [
      'Inzicht spaart meestal 10 tot 15 procent.',
      'Wij meten niet of het schoon is. Dat blijft bij uw lab.',
      'In één week hangt alles.',
    ],
    started: [-170, '20:45'],
    submitted: [-148, '08:30'],
  },
];
