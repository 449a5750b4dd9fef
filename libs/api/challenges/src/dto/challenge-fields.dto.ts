import { PartialType } from '@nestjs/swagger';
import { IP_REGIMES, REGIONS, type IpRegime, type Region, type Theme } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  CodesField,
  EmailField,
  InstantField,
  IntField,
  TextField,
  TextsField,
} from '@htsm/api/core';
import { ValidateIf } from 'class-validator';

/** Everything an owner fills in except criteria; empty text and null mean "not yet". */
export class ChallengeFieldsDto {
  /** One line, Dutch. */
  @TextField({ max: 120 }) titleNl!: string;
  /** One line, English. */
  @TextField({ max: 120 }) titleEn!: string;
  /** What is read in lists and mails, plain text. */
  @TextField({ max: 600 }) summaryNl!: string;
  @TextField({ max: 600 }) summaryEn!: string;
  /** Light markup: paragraphs, **bold**, lists, links. */
  @TextField({ max: 8000, keepSpaces: true }) problemNl!: string;
  @TextField({ max: 8000, keepSpaces: true }) problemEn!: string;
  /** Light markup; may stay empty. */
  @TextField({ max: 8000, keepSpaces: true }) contextNl!: string;
  @TextField({ max: 8000, keepSpaces: true }) contextEn!: string;
  /** When it worked, in light markup. */
  @TextField({ max: 4000, keepSpaces: true }) successNl!: string;
  @TextField({ max: 4000, keepSpaces: true }) successEn!: string;
  /** Programme it belongs to, such as Smart Food Factory; may stay empty. */
  @TextField({ max: 120 }) programme!: string;
  /** Partner organisations, as one line; may stay empty. */
  @TextField({ max: 300 }) partners!: string;
  /** One to four codes of themes, of either level. */
  @CodesField({ max: 4 }) themes!: Theme[];
  /** Sought capabilities in the owner's own words. */
  @TextsField({ maxItems: 12, max: 60, min: 1 }) capabilities!: string[];
  /** Technology readiness at the start. */
  @IntField({ min: 1, max: 9, nullable: true }) trlFrom!: number | null;
  /** Technology readiness at the end. */
  @IntField({ min: 1, max: 9, nullable: true }) trlTo!: number | null;
  /** Where the pilot takes place. */
  @ChoiceField(REGIONS, { nullable: true }) region!: Region | null;
  /** Whole euros. */
  @IntField({ min: 1, max: 100_000_000, nullable: true }) budgetEur!: number | null;
  /** Why there is no budget, when there is none. */
  @TextField({ max: 500 }) noBudgetReason!: string;
  /** Who holds the rights to what is made. */
  @ChoiceField(IP_REGIMES, { nullable: true }) ipRegime!: IpRegime | null;
  /** Hours that writing a proposal takes. */
  @IntField({ min: 1, max: 1000, nullable: true }) hoursAsked!: number | null;
  /** Name and role of who decides. */
  @TextField({ max: 160 }) decider!: string;
  @TextField({ max: 120 }) contactName!: string;
  /** Shown to signed-in people only. */
  @ValidateIf((_, value) => value !== '')
  @EmailField()
  contactEmail!: string;
  /** Wanted moment of opening; the taskforce sets the real one. */
  @InstantField({ nullable: true }) opensAt!: string | null;
  /** Last moment to submit a proposal. */
  @InstantField({ nullable: true }) closesAt!: string | null;
  /** When the decision is promised. */
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
  /** Whether reviewers judge without knowing whose a proposal is. */
  @BooleanField() isBlind!: boolean;
}

/** Any of the fields; what is left out stays as it is. */
export class ChangeChallengeDto extends PartialType(ChallengeFieldsDto, { skipNullProperties: false }) {
  /** Version that the change is based on. */
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
}
