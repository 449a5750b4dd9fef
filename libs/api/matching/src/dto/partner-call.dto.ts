import {
  PARTNER_ANSWER_STATES,
  PARTNER_CALL_LIMITS,
  PARTNER_CALL_STATES,
  type PartnerAnswerState,
  type PartnerCallState,
} from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '@htsm/api/core';

const WORDS = { max: PARTNER_CALL_LIMITS.words };
const CAPABILITIES = { maxItems: PARTNER_CALL_LIMITS.capabilities, max: PARTNER_CALL_LIMITS.capability };

/** A call for partners. */
export class PartnerCallDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) challengeSlug!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField(WORDS) brings!: string;
  @TextField(WORDS) seeks!: string;
  @TextsField(CAPABILITIES) capabilities!: string[];
  @InstantField() endsAt!: string;
  /** By the clock: a call whose time is over has ended. */
  @ChoiceField(PARTNER_CALL_STATES) state!: PartnerCallState;
  /** Of the taskforce; empty unless it was withdrawn. */
  @TextField({ max: PARTNER_CALL_LIMITS.reason }) withdrawReason!: string;
  @BooleanField() isOwn!: boolean;
  /** Whether an own organisation answered. */
  @BooleanField() hasAnswered!: boolean;
  /** Capabilities that the own profile has; empty where that was not looked for. */
  @TextsField(CAPABILITIES) fits!: string[];
}

/** Calls, those that end first first. */
export class PartnerCallsDto {
  @ObjectsField(() => PartnerCallDto, { maxItems: 100 }) items!: PartnerCallDto[];
}

/** Somebody to speak to. */
export class PartnerContactDto {
  @TextField({ max: 200 }) name!: string;
  @TextField({ max: 320 }) email!: string;
}

/** An answer to a call. */
export class PartnerAnswerDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField(WORDS) words!: string;
  @ChoiceField(PARTNER_ANSWER_STATES) state!: PartnerAnswerState;
  @InstantField() createdAt!: string;
  /** Of the other side; null until the answer is accepted. */
  @ObjectField(() => PartnerContactDto, { nullable: true }) contact!: PartnerContactDto | null;
}

/** An own call with what others answered, the newest first. */
export class OwnPartnerCallDto {
  @ObjectField(() => PartnerCallDto) call!: PartnerCallDto;
  @ObjectsField(() => PartnerAnswerDto, { maxItems: 200 }) answers!: PartnerAnswerDto[];
}

/** An own answer with the call that it is to. */
export class GivenPartnerAnswerDto {
  @ObjectField(() => PartnerCallDto) call!: PartnerCallDto;
  @ObjectField(() => PartnerAnswerDto) answer!: PartnerAnswerDto;
}

/** All that has to do with partners for the own organisations. */
export class MyPartnerCallsDto {
  @ObjectsField(() => OwnPartnerCallDto, { maxItems: 100 }) own!: OwnPartnerCallDto[];
  @ObjectsField(() => GivenPartnerAnswerDto, { maxItems: 100 }) given!: GivenPartnerAnswerDto[];
  /** Open calls of others that fit the own profile, or are about a challenge that fits. */
  @ObjectsField(() => PartnerCallDto, { maxItems: 20 }) fitting!: PartnerCallDto[];
}

/** A new call. */
export class PlacePartnerCallDto {
  @TextField({ min: 1, ...WORDS }) brings!: string;
  @TextField({ min: 1, ...WORDS }) seeks!: string;
  @TextsField({ ...CAPABILITIES, min: 1 }) capabilities!: string[];
  /** The last day; the closing of the challenge when that is earlier. */
  @DateField() lastDay!: string;
}

/** An answer in a few words. */
export class AnswerPartnerCallDto {
  @TextField({ min: 1, ...WORDS }) words!: string;
}

/** Whether to go on with who answered. */
export class DecidePartnerAnswerDto {
  @BooleanField() accepts!: boolean;
}

/** Why the taskforce withdraws a call; who placed it reads that. */
export class WithdrawPartnerCallDto {
  @TextField({ min: 1, max: PARTNER_CALL_LIMITS.reason }) reason!: string;
}
