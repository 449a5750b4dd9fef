import { giniOf } from '../matching/fair-order';

/** So many SMEs that were shown equally often in a quarter. */
export interface ShownGroup {
  /** From 1 to 4. */
  readonly quarter: number;
  /** Whether they registered in the twelve months before the end of the quarter. */
  readonly isNew: boolean;
  /** How often each was shown: once for each day, challenge and kind of reader. */
  readonly impressions: number;
  readonly smes: number;
}

/** SMEs of one kind in a quarter. */
export interface ShownMean {
  readonly smes: number;
  /** Impressions per SME; null when there is no such SME. */
  readonly mean: number | null;
}

/** How evenly SMEs were shown in a quarter. */
export interface ExposureQuarter {
  readonly quarter: number;
  /** SMEs and institutes with a profile that had registered by the end of the quarter. */
  readonly smes: number;
  /** Gini of the impressions over all of them; null when nobody was shown. */
  readonly gini: number | null;
  /** The share of them that was not shown once, from 0 to 1. */
  readonly neverShown: number;
  readonly newcomers: ShownMean;
  readonly others: ShownMean;
}

/** Gives the quarters that have SMEs, in order. */
export function exposureByQuarter(groups: readonly ShownGroup[]): ExposureQuarter[] {
  return [...Map.groupBy(groups, ({ quarter }) => quarter)]
    .sort(([a], [b]) => a - b)
    .map(([quarter, own]) => {
      const times = own.flatMap(({ impressions, smes }) => Array<number>(smes).fill(impressions));
      return {
        quarter,
        smes: times.length,
        gini: times.every((count) => count === 0) ? null : giniOf(times),
        neverShown: times.filter((count) => count === 0).length / times.length,
        newcomers: meanOf(own.filter(({ isNew }) => isNew)),
        others: meanOf(own.filter(({ isNew }) => !isNew)),
      };
    });
}

function meanOf(groups: readonly ShownGroup[]): ShownMean {
  const smes = groups.reduce((all, group) => all + group.smes, 0);
  const shown = groups.reduce((all, group) => all + group.smes * group.impressions, 0);
  return { smes, mean: smes === 0 ? null : shown / smes };
}
