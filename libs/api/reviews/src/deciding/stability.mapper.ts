import { rankField, stabilityOf, type WeightFlip, type WeightRange, type WeightedCriterion } from '@htsm/domain';
import type { StabilityDto, WeightFlipDto, WeightRangeDto } from '../dto/field-judgement.dto';
import { namesOf } from './ranking.mapper';
import type { FieldRow } from './ranking.repository';

/** Says how firmly first place is held by what is in these rows. */
export function toStability(criteria: readonly WeightedCriterion[], rows: readonly FieldRow[]): StabilityDto {
  const names = namesOf(rows);
  const found = stabilityOf(criteria, rows, rankField(criteria, rows));
  const { smallestChange } = found;
  return {
    leaders: [...found.leaders],
    weights: found.weights.map(toRange),
    smallestChange: smallestChange && {
      criterionId: smallestChange.criterionId,
      ...toFlip(smallestChange, weightNow(found.weights, smallestChange.criterionId)),
      points: downwards(smallestChange.points),
    },
    withoutReviewer: found.withoutReviewer
      .map(({ reviewerId, leaders, isChanged }) => ({
        reviewerId,
        name: names.get(reviewerId) ?? '',
        leaders: [...leaders],
        isChanged,
      }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    notApplicable: found.notApplicable,
    readings: found.readings.map(({ reading, leaders, isChanged }) => ({ reading, leaders: [...leaders], isChanged })),
    isPartial: rows.some(({ isHiddenFromMe }) => isHiddenFromMe),
  };
}

function toRange({ criterionId, weight, below, above }: WeightRange): WeightRangeDto {
  return {
    criterionId,
    weight,
    below: below && toFlip(below, weight),
    above: above && toFlip(above, weight),
  };
}

/** Rounds towards the weight of now, so that "does not fall below" stays true. */
function toFlip({ weight, rivalId }: WeightFlip, now: number): WeightFlipDto {
  return { weight: weight < now ? -downwards(-weight) : downwards(weight), rivalId };
}

function weightNow(weights: readonly WeightRange[], criterionId: string): number {
  return weights.find((range) => range.criterionId === criterionId)?.weight ?? 0;
}

/** Rounds to two decimals, never up. */
function downwards(value: number): number {
  return Math.floor(value * 100 + 1e-6) / 100;
}
