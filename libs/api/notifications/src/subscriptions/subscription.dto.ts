import {
  BooleanField,
  ChoiceField,
  DateField,
  EmailField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { LOCALES, type Locale } from '@htsm/domain';
import { InterestChoicesDto, InterestDto, KeptInterestDto, MOST_INTERESTS } from './interest.dto';

/** The states of a digest subscription. */
export const SUBSCRIPTION_STATES = ['pending', 'active', 'unsubscribed', 'bounced'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

const VERSION = { min: 1, max: 2_000_000_000 };

/** Quiet days in a row, both ends included. */
export class QuietDatesDto {
  @DateField()
  from!: string; // set by the validation pipe

  @DateField()
  until!: string; // set by the validation pipe
}

/** Days without mail; what would have come then comes on the next other day. */
export class QuietDaysDto {
  /** Whether Saturdays and Sundays are quiet. */
  @BooleanField()
  weekends!: boolean; // set by the validation pipe

  /** Whether the public holidays of the Netherlands are quiet. */
  @BooleanField()
  holidays!: boolean; // set by the validation pipe

  @ObjectsField(() => QuietDatesDto, { maxItems: 10 })
  dates!: QuietDatesDto[]; // set by the validation pipe
}

/** Somebody asks for an interest with an e-mail address alone. */
export class SubscribeDto extends InterestChoicesDto {
  @EmailField()
  email!: string; // set by the validation pipe

  /** The language of the mails. */
  @ChoiceField(LOCALES)
  locale!: Locale; // set by the validation pipe
}

/** Everything that a subscriber chooses. */
export class SubscriptionChoicesDto {
  /** The language of the mails. */
  @ChoiceField(LOCALES)
  locale!: Locale; // set by the validation pipe

  /** No quiet days when left out. */
  @ObjectField(() => QuietDaysDto, { optional: true })
  quiet?: QuietDaysDto;

  /** All interests, in the order of the subscriber; who wants none ends the subscription instead. */
  @ObjectsField(() => KeptInterestDto, { maxItems: MOST_INTERESTS })
  interests!: KeptInterestDto[]; // set by the validation pipe
}

/** New choices of whoever holds the mailed link; `version` is the one they were made on. */
export class ManageSubscriptionDto extends SubscriptionChoicesDto {
  @IntField(VERSION)
  version!: number; // set by the validation pipe

  @TextField({ min: 1, max: 200 })
  token!: string; // set by the validation pipe
}

/** The choices of a signed-in person; `version` is left out by whoever has no subscription yet. */
export class AccountSubscriptionChoicesDto extends SubscriptionChoicesDto {
  @IntField({ ...VERSION, optional: true })
  version?: number;
}

/** The token of a mailed link. */
export class SubscriptionTokenDto {
  @TextField({ min: 1, max: 200 })
  token!: string; // set by the validation pipe
}

/** One digest subscription, as its owner sees it. */
export class SubscriptionDto {
  @EmailField()
  email!: string; // set by the mapper

  @ChoiceField(SUBSCRIPTION_STATES)
  state!: SubscriptionState; // set by the mapper

  /** The language of the mails. */
  @ChoiceField(LOCALES)
  locale!: Locale; // set by the mapper

  @ObjectField(() => QuietDaysDto)
  quiet!: QuietDaysDto; // set by the mapper

  /** In the order of the subscriber; those that wait for their confirmation are left out. */
  @ObjectsField(() => InterestDto, { maxItems: MOST_INTERESTS })
  interests!: InterestDto[]; // set by the mapper

  /** Whether it belongs to an account, whose SME can have a profile. */
  @BooleanField()
  hasAccount!: boolean; // set by the mapper

  @InstantField({ nullable: true })
  confirmedAt!: string | null; // set by the mapper

  @IntField(VERSION)
  version!: number; // set by the mapper
}

/** The subscription of the signed-in person; null when they never had one. */
export class AccountSubscriptionDto {
  @ObjectField(() => SubscriptionDto, { nullable: true })
  subscription!: SubscriptionDto | null; // set by the service
}
