import { BooleanField, ChoiceField, ChoicesField, CodesField, IdField, IntField, TextField } from '@htsm/api/core';
import { DIGEST_FREQUENCIES, REGIONS, type DigestFrequency, type Region, type Theme } from '@htsm/domain';

/** Interests of one subscriber. */
export const MOST_INTERESTS = 20;

/** What somebody wants to hear of. Every choice made must be met; what is left out or empty asks nothing. */
export class InterestChoicesDto {
  /** How the subscriber calls it; empty when the choices speak for themselves. */
  @TextField({ max: 80, optional: true })
  name?: string;

  /** One of these, or a theme below it. */
  @CodesField({ max: 30 })
  themes!: Theme[]; // set by the validation pipe

  /** Where the challenge takes place: in one of these. */
  @ChoicesField(REGIONS)
  regions!: Region[]; // set by the validation pipe

  /** All of these, in the challenge's text or by their meaning, in Dutch or English. */
  @TextField({ max: 200, optional: true })
  words?: string;

  /** Only challenges of this organisation. */
  @IdField({ optional: true, nullable: true })
  organisationId?: string | null;

  /** Whether only what fits the profile of the subscriber's SME; nothing fits whoever has none. */
  @BooleanField({ optional: true })
  followsProfile?: boolean;

  @ChoiceField(DIGEST_FREQUENCIES)
  frequency!: DigestFrequency; // set by the validation pipe

  /** Day of the weekly mail, 1 (Monday) to 7; Monday when left out. */
  @IntField({ min: 1, max: 7, optional: true })
  weekday?: number;
}

/** An interest to be kept: one that is there by its id, or a new one. */
export class KeptInterestDto extends InterestChoicesDto {
  @IdField({ optional: true })
  id?: string;
}

/** An interest, as its owner sees it. */
export class InterestDto {
  @IdField()
  id!: string; // set by the mapper

  @TextField({ max: 80 })
  name!: string; // set by the mapper

  @CodesField({ max: 30 })
  themes!: Theme[]; // set by the mapper

  @ChoicesField(REGIONS)
  regions!: Region[]; // set by the mapper

  @TextField({ max: 200 })
  words!: string; // set by the mapper

  @IdField({ nullable: true })
  organisationId!: string | null; // set by the mapper

  /** Null when no organisation was chosen. */
  @TextField({ max: 200, nullable: true })
  organisationName!: string | null; // set by the mapper

  @BooleanField()
  followsProfile!: boolean; // set by the mapper

  @ChoiceField(DIGEST_FREQUENCIES)
  frequency!: DigestFrequency; // set by the mapper

  @IntField({ min: 1, max: 7 })
  weekday!: number; // set by the mapper
}
