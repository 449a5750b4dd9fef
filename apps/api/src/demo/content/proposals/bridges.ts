import type { DemoProposal } from '../types';

/** The six proposals that are being reviewed; in the order of the criteria: damage, safety, plan, costs. */
export const bridgeProposals: readonly DemoProposal[] = [
  {
    challenge: 'bruggen',
    organisation: 'wierdesensoriek',
    title: 'De brug meet zichzelf: plakbare sensoren met een jaarlijkse vlucht',
    summary:
      'Wij plakken 24 kleine sensoren op de plekken waar een brug het meest buigt. Zij horen een scheur ontstaan. Alleen als er iets verandert, vliegt er een drone voor een foto. Zo kijkt u elke dag, en vaart er geen boot.',
    approach:
      'Een scheur groeit met een kort, hoog geluid. Onze sensor herkent dat en slaat het op met de plaats en de tijd. Per brug plakken we 24 sensoren vanaf het looppad, met een stok van vier meter. Niemand hangt over de rand.\n\nElke nacht stuurt de brug een samenvatting. Ziet het model een verandering, dan vliegt een partner binnen een week met een camera die 0,1 mm kan zien. De foto’s komen op dezelfde kaart als de geluiden.\n\nOp een sluisdeur in Delfzijl vonden we zo vorig jaar twee scheuren die bij de keuring waren gemist.',
    planning:
      'Maand 1: plakken op vijf bruggen, twee dagen per brug. Maand 2 en 3: meten en vergelijken met de laatste keuring. Maand 4: één gezamenlijke inspectie met boot, om te zien wie gelijk heeft. Verslag en data zijn daarna van Strukton.',
    priceEur: 52_500,
    fits: [
      'Geluid ziet een scheur vanaf het begin, de foto meet hem op 0,2 mm. Samen missen ze weinig. In Delfzijl zagen we 9 van 10 bekende scheuren.',
      'Alles gebeurt vanaf het looppad. Sensoren vallen niet: elke sensor heeft een tweede draad.',
      'Vier mensen, van wie twee het eerder deden. De batterijen liggen op voorraad.',
      'Plaatsen kost € 3.800 per brug. Daarna € 900 per jaar, ook als er niets gebeurt.',
    ],
    attachment: {
      fileName: 'meetrapport-sluisdeur-delfzijl.pdf',
      lines: [
        'Meetrapport sluisdeur Delfzijl (verzonnen)',
        'Periode: maart tot en met augustus',
        'Bekende scheuren: 10, gehoord: 9',
        'Nieuwe scheuren: 2, later bevestigd',
      ],
    },
    started: [-52, '19:40'],
    submitted: [-21, '21:05'],
  },
  {
    challenge: 'bruggen',
    organisation: 'terpstaal',
    title: 'Een rail onder de brug waar een camera aan rijdt',
    summary:
      'Samen met Kwelderdata hangen wij een lichte rail onder de brug. Daaraan rijdt een wagentje met zes camera’s en een lamp. Het maakt elke keer dezelfde foto’s van dezelfde plekken, dus elke verandering valt op.',
    approach:
      'De rail is van aluminium, weegt 4 kilo per meter en klemt aan de onderflens. Wij hangen hem op vanaf een hoogwerker op de oever, in één nacht. Daarna hoeft er niemand meer onder de brug.\n\nHet wagentje rijdt op afstand en kiest zelf zijn licht. Kwelderdata legt de foto’s over die van de vorige keer en kleurt de verschillen. De inspecteur kijkt dus alleen naar wat nieuw is.\n\nBij betonnen bruggen lijmen we kleine ankers. Dat deden we nog niet eerder op deze schaal.',
    planning:
      'Maand 1: rail voor twee stalen bruggen. Maand 2: eerste ronde, en ankers voor drie betonnen bruggen. Maand 3 en 4: drie rondes per brug, vergelijken en verslag.',
    priceEur: 55_000,
    fits: [
      'Wij zien scheuren vanaf 0,15 mm. Omdat elke foto van precies dezelfde plek is, zien we ook groei.',
      'Eén nacht werk per brug met een hoogwerker. Daarna is het veilig voor iedereen.',
      'Twee stalen bruggen zijn zeker haalbaar. De drie betonnen bruggen hangen af van de ankers.',
      'De rail kost € 6.000 per brug en gaat twintig jaar mee. Een ronde kost daarna € 250.',
    ],
    attachment: {
      fileName: 'schets-rail-en-wagen.pdf',
      lines: [
        'Schets rail en wagen (verzonnen)',
        'Gewicht per meter: 4 kg',
        'Snelheid: 0,4 m/s',
        'Camera’s: 6, kleinste scheur 0,15 mm',
      ],
    },
    started: [-44, '20:30'],
    submitted: [-18, '16:12'],
  },
  {
    challenge: 'bruggen',
    organisation: 'noorderlicht',
    title: 'Inspecteur aan de wal, drone onder de brug',
    summary:
      'Onze inspecteurs keuren al 400 objecten per jaar. Nu vliegt de drone onder de brug en zit de inspecteur met een scherm op de oever. Hij keurt direct, volgens NEN 2767, en u krijgt het rapport dezelfde dag.',
    approach:
      'Een kooidrone vliegt tussen de liggers en mag de constructie raken. Kiekendief levert het toestel, wij de ogen. De inspecteur ziet het beeld op 200 procent en wijst plekken aan die de drone van dichtbij herhaalt.\n\nOp vijf punten per brug plakken we een maatstok van papier. Zo is elke scheur te meten, ook later. Alle beelden komen in een 3D-model dat u al gebruikt.',
    planning:
      'Maand 1: melding en oefenvlucht. Maand 2 en 3: vijf bruggen, elk twee keer, door twee inspecteurs die elkaars uitslag niet kennen. Maand 4: vergelijken en verslag.',
    priceEur: 47_000,
    fits: [
      'Bij proefvluchten in Assen zagen we scheuren vanaf 0,2 mm. Roest op staal zien we beter dan scheuren in nat beton.',
      'Niemand onder of op de brug. De drone stopt vanzelf boven varende schepen.',
      'Wij hebben de mensen en de vergunning. De vluchten duren drie uur per brug.',
      '€ 1.900 per brug per keer, tegen ongeveer € 7.500 nu.',
    ],
    started: [-40, '09:10'],
    submitted: [-19, '14:45'],
  },
  {
    challenge: 'bruggen',
    organisation: 'hunzebot',
    title: 'Een arm op een aanhanger die onder de brug kijkt',
    summary:
      'Wij bouwen een vouwbare arm op een aanhanger. Hij reikt vanaf het wegdek zeven meter onder de brug, met camera en hamer. De arm voelt of beton hol klinkt. Dat kan geen drone.',
    approach:
      'De arm komt van onze stapelcel en kan krachten meten. Aan het eind zit een camera, een lamp en een hamertje. De hamer klopt elke tien centimeter en luistert.\n\nDe aanhanger staat op één rijstrook. Verkeer kan erlangs met een stoplicht. Een bestuurder staat ernaast met een scherm.',
    planning: 'Maand 1 en 2: arm verlengen en keuren. Maand 3: drie bruggen. Maand 4: twee bruggen en verslag.',
    priceEur: 54_000,
    fits: [
      'Camera tot 0,3 mm. Het kloppen vindt holle plekken die geen foto laat zien.',
      'Geen mensen onder de brug. Wel werk op een rijstrook, met een afzetting.',
      'De arm bestaat, maar is nog drie meter te kort. Dat is ons grootste risico.',
      'Ongeveer € 3.000 per brug, vooral door de afzetting.',
    ],
    started: [-33, '11:20'],
    submitted: [-17, '11:58'],
  },
  {
    challenge: 'bruggen',
    organisation: 'borgmetaal',
    title: 'Luiken in de brug: kijken van boven naar beneden',
    summary:
      'Wij zetten in elke stalen brug vier kleine luiken van roestvast staal. Daardoor zakt een camera aan een stang naar beneden. Simpel, sterk, en zonder batterijen.',
    approach:
      'Een luik is 20 bij 20 cm en komt op een plek waar de brug het minst draagt. Wij berekenen dat vooraf en lassen de rand af. Door het luik zakt een stang van vijf meter met een draaiende camera.\n\nEen inspecteur kan het alleen, vanaf de stoep. Voor betonnen bruggen werkt het niet.',
    planning: 'Maand 1: berekening en goedkeuring. Maand 2: acht luiken in twee bruggen. Maand 3 en 4: meten.',
    priceEur: 39_500,
    fits: [
      'Rondom het luik zien we scheuren vanaf 0,2 mm, tot vijf meter ver. Het midden van een brede brug zien we niet.',
      'Veilig in gebruik. Het maken van een luik vraagt één nacht zonder verkeer.',
      'Voor twee stalen bruggen is dit zeker te doen.',
      'Een luik kost € 1.100 en blijft er vijftig jaar.',
    ],
    started: [-29, '08:15'],
    submitted: [-20, '10:30'],
  },
  {
    challenge: 'bruggen',
    organisation: 'diepstroom',
    title: 'Foto’s van voorbijvarende schippers',
    summary:
      'Per dag varen er zestig schepen onder de brug door. Wij vragen schippers om met onze app te filmen. Onze software plakt al die beelden aan elkaar tot één scherp model.',
    approach:
      'De schipper zet zijn telefoon in een houder op het dak. De app start vanzelf als de brug in zicht is. Na veertig filmpjes is de onderkant compleet.\n\nWij hebben 900 gebruikers van onze app voor monteurs. Met schippers werkten wij nog niet.',
    planning: 'Maand 1: app en houders. Maand 2 tot en met 4: filmen met vijftig schippers en rekenen.',
    priceEur: 28_000,
    fits: [
      'Met goed licht zien we scheuren vanaf 0,5 mm. In de winter wordt dat minder.',
      'Een schipper let op het water, niet op ons. De app werkt daarom zonder aanraken.',
      'Afhankelijk van vijftig schippers die meedoen. Er zijn er nu zes.',
      'Bijna niets per brug: € 80 aan vergoedingen.',
    ],
    started: [-25, '13:05'],
    submitted: [-17, '16:41'],
  },
];
