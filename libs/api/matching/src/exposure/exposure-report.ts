import { exposureByQuarter, type ShownGroup, type ShownMean } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ExposureMeanDto, ExposureQuarterDto } from '../figures/figures.dto';

/** Gives how evenly SMEs were shown in the quarters of a year that have begun; nothing to who is not of the taskforce. */
export async function readExposure(tx: Tx, year: number): Promise<ExposureQuarterDto[]> {
  const groups = await tx.rows<ShownGroup>(
    'SELECT quarter, is_new AS "isNew", impressions, smes FROM shown_in_quarters($1)',
    [year],
  );
  return exposureByQuarter(groups).map(({ quarter, smes, gini, neverShown, newcomers, others }) => ({
    quarter,
    smes,
    giniThousandths: gini === null ? null : Math.round(gini * 1000),
    neverPercent: Math.round(neverShown * 100),
    newcomers: toMean(newcomers),
    others: toMean(others),
  }));
}

function toMean({ smes, mean }: ShownMean): ExposureMeanDto {
  return { smes, meanTenths: mean === null ? null : Math.round(mean * 10) };
}
