import type { DemoProposal } from '../types';

/** Proposals for challenges that are still open: drafts, sealed ones and one that was withdrawn. */
export const sealedProposals: readonly DemoProposal[] = [
  {
    challenge: 'wissels',
    organisation: 'terpstaal',
    title: 'Wissels beluisteren met glasvezel',
    summary:
      'Langs het spoor ligt al glasvezel. Een trein laat die vezel trillen. Met Kwelderdata lezen wij de trilling bij elke wissel en vergelijken die met vorige week. Verandert het geluid, dan slijt er iets. De monteur krijgt twee weken vooraf een melding.',
    approach:
      'Een kastje naast het spoor stuurt licht door een ongebruikte vezel. Elke trilling kaatst een beetje licht terug. Per wissel nemen we veertig meter vezel.\n\nEen model vergelijkt elke trein met de tweehonderd treinen daarvoor. Het leert per wissel, want geen twee wissels klinken gelijk. Wij maken de klemmen die de vezel bij de wissel vasthouden, ook bij vorst.',
    planning: 'Maand 1: drie kastjes plaatsen. Maand 2 tot en met 5: twaalf wissels meten.',
    priceEur: null,
    fits: [
      'Op een proefbaan herkenden we 17 van 20 nagemaakte slijtplekken. Twee meldingen waren vals.',
      '',
      'Er hoeft niemand in het spoor. De klem gaat vast vanaf het schouwpad.',
      '',
    ],
    started: [-9, '20:41'],
  },
  {
    challenge: 'wissels',
    organisation: 'wierdesensoriek',
    title: 'Plaksensoren op de wisselmotor',
    summary:
      'Een wissel die slijt, vraagt meer kracht van zijn motor. Wij plakken een sensor op de motorkast en meten trilling en stroom bij elke omloop. Na zes weken kennen we elke wissel.',
    approach:
      'De sensor klemt om de kabel en plakt op de kast, allebei in vijf minuten los. De batterij gaat vijf jaar mee, dus stroom is niet nodig. Wij vergelijken elke omloop met de vorige duizend en met het weer.\n\nWij zien slijtage aan tong, lager en stangen. Slijtage aan het puntstuk zien we niet.',
    planning:
      'Maand 1: twaalf sensoren in één week. Maand 2 tot en met 6: meten en elke maand vergelijken met de handmeting.',
    priceEur: 41_000,
    fits: [
      'Zeven van de elf storingen van vorig jaar begonnen bij de motor of de stangen. Die zien wij.',
      'De sensoren bestaan en liggen op voorraad.',
      'Plaatsen gebeurt vanaf het schouwpad, zonder gereedschap.',
      '€ 640 per wissel en € 90 per jaar.',
    ],
    started: [-15, '10:30'],
    submitted: [-2, '19:25'],
  },
  {
    challenge: 'wissels',
    organisation: 'tjonger',
    title: 'Luisteren vanuit de trein',
    summary:
      'Wij hangen vier microfoons onder een gewone reizigerstrein. Elke keer dat hij over een wissel rijdt, maken we een opname. Zo meet één trein alle twaalf wissels, twintig keer per dag.',
    approach:
      'De microfoons zitten bij de as, in een kast die tegen steenslag kan. De plaats weten we op tien centimeter door de afdruk van de wissel zelf. Een wissel die slijt, klinkt eerst hoger en daarna langer.\n\nVoor onderhoud aan treinen doen we dit al drie jaar, maar dan om de trein te horen.',
    planning:
      'Maand 1: inbouwen tijdens onderhoud. Maand 2: ijken met twaalf handmetingen. Maand 3 tot en met 6: meten.',
    priceEur: 58_000,
    fits: [
      'In een oude proef hoorden we 6 van 8 versleten puntstukken.',
      'Wij hebben één trein nodig en de medewerking van de vervoerder. Die is toegezegd.',
      'Er komt niets in of naast het spoor.',
      'Eén trein kost € 22.000 en meet honderd wissels. Per wissel is dat het goedkoopst.',
    ],
    attachment: {
      fileName: 'opnamen-en-handmetingen.pdf',
      lines: [
        'Opnamen en handmetingen (verzonnen)',
        'Puntstukken gemeten: 8, gehoord: 6',
        'Valse meldingen: 1',
        'Snelheid van de trein: 40 tot 120 km/u',
      ],
    },
    started: [-14, '08:00'],
    submitted: [-1, '15:48'],
  },
  {
    challenge: 'wissels',
    organisation: 'keileem',
    title: 'Met radar onder de wissel kijken',
    summary:
      'Slijtage begint vaak onder de wissel, waar de ballast wegspoelt. Wij meten de holte met radar vanaf een lorrie.',
    approach:
      'Wij rijden eens per maand langs twaalf wissels en maken een doorsnede van de ballast. Holtes laten zich zien als een witte vlek.',
    planning: 'Zes meetritten in zes maanden.',
    priceEur: 24_000,
    fits: [
      'Wij zien holtes, niet de slijtage zelf.',
      'Zes ritten zijn haalbaar.',
      'Voor de lorrie moet het spoor toch een half uur dicht.',
      '€ 400 per wissel per rit.',
    ],
    started: [-16, '17:10'],
    submitted: [-8, '11:00'],
    withdrawn: [-4, '09:35'],
  },
  {
    challenge: 'deeltjes',
    organisation: 'terpstaal',
    title: 'Een camerakast die in stof schoon blijft',
    summary:
      'Wij leveren de kast, Lauwersbeeld of een ander de camera. De kast blaast zichzelf schoon en is gekeurd voor zone 22.',
    approach: '',
    planning: '',
    priceEur: null,
    fits: ['', '', '', ''],
    started: [-3, '21:50'],
  },
  {
    challenge: 'deeltjes',
    organisation: 'veenlicht',
    title: 'Plastic ziet er in infrarood heel anders uit',
    summary:
      'Voor het oog is bruin plastic gelijk aan bruin voer. In nabij-infrarood niet. Onze camera kijkt over de volle breedte van de band en ziet elk stukje vanaf 6 mm, tweehonderd keer per seconde.',
    approach:
      'De camera hangt 55 cm boven de band in een kast met overdruk. Een warme lamp geeft gelijk licht. Het model kent al 14 soorten plastic en 6 soorten hout; uw eigen voer leert het in twee dagen.\n\nBij een melding kleurt een lampje en klapt de bestaande klep om. De foto wordt bewaard, zodat u weet wat het was.',
    planning:
      'Week 1 tot en met 3: bouwen en leren. Week 4: plaatsen op zaterdag. Week 5 tot en met 16: proef, elke week een lijst met echte en valse meldingen.',
    priceEur: 44_500,
    fits: [
      'In een test met uw soort voer zagen we 188 van 200 stukjes. Doorzichtig folie is het moeilijkst: 31 van 40.',
      'In acht uur waren er twee valse meldingen, allebei door een natte klont.',
      'De kast heeft een keuring voor zone 22.',
      'Wij doen dit met drie mensen en deden het twee keer eerder.',
    ],
    attachment: {
      fileName: 'test-met-tweehonderd-stukjes.pdf',
      lines: [
        'Test met tweehonderd stukjes (verzonnen)',
        'Hard plastic: 98 van 100',
        'Folie: 31 van 40',
        'Hout: 59 van 60',
      ],
    },
    started: [-34, '09:45'],
    submitted: [-5, '16:02'],
  },
  {
    challenge: 'deeltjes',
    organisation: 'lauwersbeeld',
    title: 'Twee gewone camera’s en een strijklicht',
    summary:
      'Een stukje plastic is gladder dan voer. Met licht van opzij zie je dat. Twee gewone camera’s zijn genoeg en kosten weinig. Onze software draait op een kastje naast de band.',
    approach:
      'Links en rechts schijnt een lamp vlak over de band. Voer geeft een korrelig beeld, plastic en hout een glad vlak met een rand. Het model leert van twintig voorbeelden per soort.\n\nWij beginnen met een week filmen, zonder iets te melden. Daarna stellen we samen in hoe streng het moet zijn.',
    planning: 'Week 1: filmen. Week 2 en 3: leren. Week 4 tot en met 15: proef.',
    priceEur: 27_000,
    fits: [
      'Groter dan 8 mm zien we goed: 46 van 50. Als een stukje onder het voer ligt, zien we het niet.',
      'Wij verwachten drie valse meldingen per dienst en willen naar één.',
      'De lampen worden niet warm en zitten in een stofdichte buis.',
      'Plan met twee mensen en veel tijd op locatie.',
    ],
    started: [-20, '22:10'],
    submitted: [-1, '20:33'],
  },
  {
    challenge: 'lasnaden',
    organisation: 'terpstaal',
    title: 'Een oor op de lastafel',
    summary:
      'Een lasboog maakt geluid. Gaat er iets mis, dan verandert dat geluid eerder dan u iets ziet. Met Wierdesensoriek klemmen wij twee sensoren op de plaat. De lasser merkt er niets van.',
    approach:
      'De sensoren zitten met een magneet op de plaat, minstens een meter van de vlam. Ze horen gas, spatten en het stollen van elke laag. Een groen lampje op de tafel wordt oranje als er iets afwijkt.\n\nWij leggen elke laag vast met tijd en plaats. Later kan de keurder precies daar kijken. Voor de robot gebruiken we hetzelfde, zonder extra kabel aan de toorts.',
    planning:
      'Maand 1: luisteren bij goede en expres slechte lassen. Maand 2 en 3: meelopen met twee lassers en één robot. Maand 4: vergelijken met ultrageluid.',
    priceEur: 39_900,
    fits: [
      'Bij honderd proeflassen hoorden we 79 van 96 fouten, meestal binnen dezelfde laag. Heel kleine poriën missen we nog.',
      'Geen kabel, geen bril, geen nieuwe toorts. Alleen een lampje.',
      'Wij lassen zelf en hebben een hal om te oefenen.',
    ],
    attachment: {
      fileName: 'honderd-proeflassen.pdf',
      lines: [
        'Honderd proeflassen (verzonnen)',
        'Expres gemaakte fouten: 96',
        'Gehoord binnen één laag: 79',
        'Valse meldingen: 4 op 62 meter',
      ],
    },
    started: [-18, '19:15'],
    submitted: [-3, '21:20'],
  },
  {
    challenge: 'lasnaden',
    organisation: 'lasbrink',
    title: 'Stroom en spanning zeggen genoeg',
    summary:
      'De lasmachine weet al bijna alles. Wij lezen stroom, spanning en draad vijfduizend keer per seconde uit en herkennen daarin de fout. Er komt niets nieuws bij de lasser.',
    approach:
      'Een kastje tussen net en lasmachine leest mee. Wij vergelijken elke seconde met lassen die door ultrageluid zijn goedgekeurd. Per machine duurt het leren één week.',
    planning: 'Maand 1: vier machines aansluiten. Maand 2 tot en met 4: leren en meelopen.',
    priceEur: 33_000,
    fits: [
      'Wij zien bindingsfouten en gasgebrek goed. Scheuren bij het stollen zien we niet.',
      'De lasser ziet of merkt niets.',
      'Op twaalf robots draait dit al. Bij handwerk is het nieuw.',
    ],
    started: [-26, '08:40'],
    submitted: [-7, '10:05'],
  },
  {
    challenge: 'indringers',
    organisation: 'pingo',
    title: 'Eén draad die alleen kan luisteren',
    summary:
      'Ons kastje hangt aan de spiegelpoort met een glasvezel waarvan de zendkant is afgeknipt. Het kán niets sturen. Het leert in drie weken wat gewoon is en meldt wat daar niet bij past.',
    approach:
      'Wij kennen IEC 61850 en de oudere talen en lezen ze uit per apparaat. Een melding zegt: dit apparaat vroeg iets wat het nog nooit vroeg, aan dat apparaat. Over de smalle lijn gaat alleen de melding, 40 kilobyte per dag.\n\nTwee keer oefenen we een aanval met een ploeg die ons niet kent.',
    planning: 'Maand 1: drie kastjes. Maand 2: leren. Maand 3 tot en met 6: bewaken, met twee oefeningen.',
    priceEur: 66_000,
    fits: [
      'Bij een waterbedrijf zagen we 11 van 12 geoefende aanvallen.',
      'De zendkant ontbreekt. Dat kunt u met een lampje controleren.',
      'Eén valse melding per station in twee maanden.',
      'Bijwerken gebeurt met een sleutel op een kaart, twee keer per jaar.',
    ],
    started: [-9, '14:00'],
    submitted: [-2, '11:15'],
  },
  {
    challenge: 'indringers',
    organisation: 'kolksluis',
    title: 'Luisterkast voor buiten',
    summary: 'Wij bouwen de kast, zoeken nog een partner voor de herkenning.',
    approach: 'Onze buitenkasten staan al bij zestig gemalen. Er past een luisterpoort in.',
    planning: '',
    priceEur: 52_000,
    fits: ['', 'De kast heeft een eigen zekering en kan het station niet raken.', '', ''],
    started: [-5, '16:30'],
  },
  {
    challenge: 'rooimachines',
    organisation: 'graspieper',
    title: 'Hectares tellen met wat er al op zit',
    summary:
      'Elke trekker weet waar hij is en elke rooimachine of hij draait. Wij koppelen die twee met een kastje van een hand groot. Daaruit volgen hectares, belasting en slijtage.',
    approach:
      'Het kastje leest de ISOBUS als die er is. Bij machines van voor 2015 klemmen we een sensor op de ketting. Zonder bereik bewaart het kastje zes weken aan gegevens.\n\nSlijtage leiden we af uit trilling en uit kilo’s per hectare. De boer ziet dezelfde cijfers als u.',
    planning: 'Winter: acht machines inbouwen. Seizoen: meten. Daarna samen een prijs per hectare maken.',
    priceEur: 0,
    fits: [
      'Op 640 hectare bieten zat het verschil met de kaart op 1,3 procent.',
      'Drie uur per machine, ook bij bouwjaar 2012.',
      'Wij vragen niets vooraf en willen 4 procent van de opbrengst per hectare, vijf jaar lang.',
    ],
    started: [-12, '21:05'],
    submitted: [-4, '18:40'],
  },
  {
    challenge: 'wieken',
    organisation: 'kiekendief',
    title: 'Een drone die naast de wiek luistert',
    summary: 'Wij hangen een microfoon onder een stille drone en vliegen langs elke molen.',
    approach: '',
    planning: '',
    priceEur: null,
    fits: ['', ''],
    started: [-30, '20:00'],
  },
];
