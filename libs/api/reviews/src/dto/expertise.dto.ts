import { EXPERTISE_LIMITS, LOCALES, type Locale, type Theme } from '@htsm/domain';
import { ChoiceField, CodesField, IdField, IntField, ObjectsField, TextField } from '@htsm/api/core';

/** What a member of the panel knows. */
export class ExpertiseFieldsDto {
  /** The language of `words`. */
  @ChoiceField(LOCALES) locale!: Locale;
  /** In their own words. */
  @TextField({ max: EXPERTISE_LIMITS.words }) words!: string;
  @CodesField({ max: EXPERTISE_LIMITS.themes }) themes!: Theme[];
}

/** What the actor says of their own knowledge. */
export class ExpertiseDto extends ExpertiseFieldsDto {
  /** 0 when nothing was ever saved. */
  @IntField({ min: 0, max: 1_000_000 }) version!: number;
}

/** What the actor says from now on. */
export class ChangeExpertiseDto extends ExpertiseFieldsDto {
  /** Version that the change is based on; 0 when nothing was ever saved. */
  @IntField({ min: 0, max: 1_000_000 }) readonly version!: number;
}

/** How well a proposal fits what a reviewer knows. */
export class ProposalFitDto {
  @IdField() proposalId!: string;
  /** In millionths of the highest possible score; made as the score of a challenge and an SME. */
  @IntField({ min: 0, max: 1_000_000 }) score!: number;
}

/** A reviewer who said what they know, and how well each proposal fits it. */
export class ReviewerFitDto extends ExpertiseFieldsDto {
  @IdField() reviewerId!: string;
  @ObjectsField(() => ProposalFitDto, { maxItems: 1000 }) proposals!: ProposalFitDto[];
}

/** Of every reviewer who said what they know. */
export class ReviewerFitsDto {
  @ObjectsField(() => ReviewerFitDto, { maxItems: 500 }) items!: ReviewerFitDto[];
}
