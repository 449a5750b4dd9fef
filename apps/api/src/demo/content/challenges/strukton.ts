import type { DemoChallenge } from '../types';
import { criterion } from './criteria';

const owner = {
  decider: 'Hanneke Postma, innovatie bij Strukton (verzonnen naam)',
  contactName: 'Hanneke Postma (verzonnen naam)',
  contactEmail: 'hanneke@strukton.example',
} as const;

/** Open for weeks to come. */
const switches: DemoChallenge = {
  key: 'wissels',
  organisation: 'strukton',
  text: {
    titleNl: 'Slijtage aan wissels meten zonder het spoor af te sluiten',
    titleEn: 'Measuring wear of railway switches without closing the track',
    summaryNl:
      'Elke drie weken lopen monteurs langs 840 wissels. Dat is duur en niet zonder gevaar. Wij zoeken een meting vanaf een rijdende trein, of van naast het spoor.',
    summaryEn:
      'Every three weeks engineers walk past 840 switches. That is expensive and not without danger. We look for a measurement from a moving train, or from beside the track.',
    problemNl:
      'Een wissel slijt bij elke trein een klein beetje. Meestal zien we dat op tijd. **Elf keer per jaar niet**: dan blijft een wissel steken en staat het verkeer gemiddeld vier uur stil.\n\nMeten gebeurt met de hand en vaak ’s nachts, want het spoor moet ervoor dicht. Elke ploeg meet net iets anders, dus een trend zien we niet.',
    problemEn:
      'A switch wears a little with every train. Usually we notice in time. **Eleven times a year we do not**: a switch gets stuck and traffic stands still for four hours on average.\n\nMeasuring is done by hand and often at night, because the track has to be closed. Every team measures slightly differently, so we do not see a trend.',
    contextNl:
      'De proef is op het traject Groningen–Assen, met twaalf wissels.\n\n- Bij acht wissels is stroom, bij vier niet.\n- Lijmen of klemmen mag, als het binnen tien minuten los kan. Schroeven mag niet.\n- Langs het hele traject ligt ongebruikte glasvezel.\n- Meetgegevens van 2022 tot nu zijn beschikbaar.',
    contextEn:
      'The trial is on the Groningen–Assen line, with twelve switches.\n\n- Eight switches have power, four do not.\n- Gluing or clamping is allowed if it comes off within ten minutes. Screwing is not.\n- Unused optical fibre runs along the whole line.\n- Measurements from 2022 until now are available.',
    successNl:
      '- 8 van 10 storingen zien we minstens twee weken vooraf aankomen.\n- 0 uur is het spoor dicht voor een meting.\n- De grootste afwijking van de handmeting is 0,3 mm.\n- Zes maanden lang, ook bij vorst.',
    successEn:
      '- 8 out of 10 failures are seen coming at least two weeks ahead.\n- The track is closed for 0 hours for a measurement.\n- The largest deviation from the manual measurement is 0.3 mm.\n- For six months, also in frost.',
  },
  facts: {
    ...owner,
    programme: 'Spoor',
    themes: ['rail_infra_energy', 'sensors', 'data_ai'],
    capabilities: ['trillingsanalyse', 'meten op afstand', 'voorspellen van slijtage'],
    trl: [5, 7],
    region: 'groningen',
    budget: 60_000,
    ipRegime: 'stays_with_sme',
    hoursAsked: 16,
  },
  criteria: [
    criterion(['Effect op storingen', 'Effect on failures'], 35, 'effect', 3),
    criterion(['Haalbaar in zes maanden', 'Feasible in six months'], 25, 'plan'),
    criterion(['Veilig te plaatsen', 'Safe to install'], 20, 'safety', 2),
    criterion(['Kosten per wissel', 'Costs per switch'], 20, 'cost'),
  ],
  plan: {
    created: [-31, '09:20'],
    submitted: [-27, '12:45'],
    sentBack: {
      at: [-25, '15:00'],
      reason:
        'Mooi en duidelijk probleem. Twee dingen: zet bij “gelukt” een getal voor de afwijking van de handmeting, en schrijf of een sensor vastgeschroefd mag worden. Dat vraagt elk bedrijf.',
      resubmitted: [-23, '10:10'],
    },
    approved: [-21, '16:30'],
    opens: [-20, '09:00'],
    closes: [19, '17:00'],
    decisionDue: [61, '17:00'],
  },
};

/** In the middle of a review round. */
const bridges: DemoChallenge = {
  key: 'bruggen',
  organisation: 'strukton',
  text: {
    titleNl: 'Bruggen van onderen inspecteren zonder boot of steiger',
    titleEn: 'Inspecting bridges from below without boat or scaffold',
    summaryNl:
      'Onder een brug komen is duur: een boot, een steiger of een nacht zonder verkeer. Wij zoeken een manier om scheuren en roest te zien zonder dat iemand onder de brug hoeft.',
    summaryEn:
      'Getting under a bridge is expensive: a boat, a scaffold or a night without traffic. We look for a way to see cracks and rust without anyone having to go under the bridge.',
    problemNl:
      'Wij keuren elk jaar 120 bruggen in Groningen, Friesland en Drenthe. De onderkant kost driekwart van de tijd. Een boot moet worden gehuurd, een vaarweg afgesloten.\n\nDaardoor keuren we elke brug maar **eens in de zes jaar** van onderen. Schade zien we dan laat.',
    problemEn:
      'Every year we inspect 120 bridges in Groningen, Friesland and Drenthe. The underside takes three quarters of the time. A boat has to be rented, a waterway closed.\n\nSo we inspect each bridge from below only **once every six years**. We then see damage late.',
    contextNl:
      'De proef is bij vijf bruggen over het Van Starkenborghkanaal, van beton en van staal. Er komen per dag 60 schepen langs. Vliegen mag na melding.',
    contextEn:
      'The trial is at five bridges over the Van Starkenborgh canal, of concrete and of steel. Sixty ships pass every day. Flying is allowed after notice.',
    successNl:
      '- Scheuren vanaf 0,2 mm zijn te zien en te meten.\n- Een brug kost hoogstens 4 uur (nu 3 dagen).\n- De vaarweg blijft open.\n- Twee metingen van dezelfde brug verschillen minder dan 5 %.',
    successEn:
      '- Cracks from 0.2 mm can be seen and measured.\n- One bridge takes at most 4 hours (now 3 days).\n- The waterway stays open.\n- Two measurements of the same bridge differ by less than 5 %.',
  },
  facts: {
    ...owner,
    programme: 'Wegen en water',
    themes: ['rail_infra_energy', 'robotics', 'sensors'],
    capabilities: ['drones', 'scheuren herkennen', '3D-modellen'],
    trl: [5, 8],
    region: 'groningen',
    budget: 55_000,
    ipRegime: 'non_exclusive',
    isBlind: true,
    hoursAsked: 14,
  },
  criteria: [
    criterion(['Ziet de schade', 'Sees the damage'], 40, 'effect', 2),
    criterion(['Veiligheid', 'Safety'], 25, 'safety', 2),
    criterion(['Haalbaar in vier maanden', 'Feasible in four months'], 20, 'plan'),
    criterion(['Kosten per brug', 'Costs per bridge'], 15, 'cost'),
  ],
  plan: {
    created: [-78, '11:00'],
    submitted: [-74, '09:15'],
    approved: [-71, '13:30'],
    opens: [-70, '09:00'],
    closes: [-17, '17:00'],
    decisionDue: [25, '17:00'],
  },
};

/** Waits for the taskforce. */
const drawings: DemoChallenge = {
  key: 'tekeningen',
  organisation: 'strukton',
  text: {
    titleNl: 'Oude installatietekeningen doorzoekbaar maken',
    titleEn: 'Making old installation drawings searchable',
    summaryNl:
      'In ons archief liggen 30.000 gescande tekeningen van installaties. Een monteur zoekt soms een uur naar één klep. Wij zoeken software die symbolen en nummers leest.',
    summaryEn:
      'Our archive holds 30,000 scanned drawings of installations. An engineer sometimes looks for one valve for an hour. We look for software that reads symbols and numbers.',
    problemNl:
      'De tekeningen zijn van 1965 tot 2010. Sommige zijn met de hand, andere met de computer gemaakt. Symbolen verschillen per bureau. Zoeken kan alleen op de naam van het gebouw.\n\nMonteurs vragen het daarom aan collega’s die het nog weten. Van die collega’s gaat **de helft binnen vijf jaar met pensioen**.',
    problemEn:
      'The drawings date from 1965 to 2010. Some were made by hand, others by computer. Symbols differ per firm. Searching works only by the name of the building.\n\nSo engineers ask colleagues who still know. **Half of those colleagues retire within five years**.',
    contextNl: 'De scans staan op onze eigen server en mogen daar niet af. U krijgt 500 tekeningen om mee te oefenen.',
    contextEn: 'The scans are on our own server and may not leave it. You get 500 drawings to practise with.',
    successNl:
      '- 95 van 100 nummers worden goed gelezen.\n- Een klep is gevonden binnen 1 minuut.\n- Twijfel wordt gemeld, niet geraden.',
    successEn:
      '- 95 out of 100 numbers are read correctly.\n- A valve is found within 1 minute.\n- Doubt is reported, not guessed.',
  },
  facts: {
    ...owner,
    programme: 'Gebouwen',
    themes: ['data_ai', 'servitisation'],
    capabilities: ['tekstherkenning', 'symbolen lezen', 'zoeken'],
    trl: [6, 8],
    region: 'drenthe',
    budget: 25_000,
    ipRegime: 'non_exclusive',
    hoursAsked: 8,
  },
  criteria: [
    criterion(['Leest goed', 'Reads well'], 50, 'effect', 3),
    criterion(['Makkelijk in gebruik', 'Easy to use'], 30, 'plain'),
    criterion(['Kosten', 'Costs'], 20, 'cost'),
  ],
  plan: {
    created: [-5, '14:00'],
    submitted: [-1, '16:45'],
    opens: [8, '09:00'],
    closes: [43, '17:00'],
    decisionDue: [78, '17:00'],
  },
};

/** The challenges of Strukton. */
export const struktonChallenges: readonly DemoChallenge[] = [switches, bridges, drawings];
