/** Organisations that registered later than everybody else, with the days before the demo is made. */
export const laterRegistrations: readonly { readonly day: number; readonly organisations: readonly string[] }[] = [
  { day: -560, organisations: ['smildeprint', 'tichelwerk', 'havezathe'] },
  { day: -410, organisations: ['graspieper', 'zandrug', 'keileem', 'maarland'] },
  { day: -285, organisations: ['bolderkar', 'stuifzand', 'wollegras'] },
  { day: -230, organisations: ['pingo'] },
];
