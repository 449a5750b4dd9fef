import {
  ChoiceField,
  ChoicesField,
  CodesField,
  EmailField,
  InstantField,
  IntField,
  ObjectField,
  TextField,
} from '@htsm/api/core';
import {
  DIGEST_FREQUENCIES,
  LOCALES,
  REGIONS,
  type DigestFrequency,
  type Locale,
  type Region,
  type Theme,
} from '@htsm/domain';

/** The states of a digest subscription. */
export const SUBSCRIPTION_STATES = ['pending', 'active', 'unsubscribed', 'bounced'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** What a subscriber chooses. */
export class SubscriptionChoicesDto {
  /** Empty means every theme. */
  @CodesField({ max: 30 })
  themes!: Theme[]; // set by the validation pipe

  /** Where the challenge takes place; empty means everywhere. */
  @ChoicesField(REGIONS)
  regions!: Region[]; // set by the validation pipe

  @ChoiceField(DIGEST_FREQUENCIES)
  frequency!: DigestFrequency; // set by the validation pipe

  /** The language of the mails. */
  @ChoiceField(LOCALES)
  locale!: Locale; // set by the validation pipe
}

/** Somebody asks for the digest with an e-mail address alone. */
export class SubscribeDto extends SubscriptionChoicesDto {
  @EmailField()
  email!: string; // set by the validation pipe
}

/** New choices of a subscriber; `version` is the one they were made on. */
export class ChangeSubscriptionDto extends SubscriptionChoicesDto {
  @IntField({ min: 1, max: 2_000_000_000 })
  version!: number; // set by the validation pipe
}

/** New choices of whoever holds the mailed link. */
export class ManageSubscriptionDto extends ChangeSubscriptionDto {
  @TextField({ min: 1, max: 200 })
  token!: string; // set by the validation pipe
}

/** The choices of a signed-in person; `version` is left out by whoever has no subscription yet. */
export class AccountSubscriptionChoicesDto extends SubscriptionChoicesDto {
  @IntField({ min: 1, max: 2_000_000_000, optional: true })
  version?: number;
}

/** The token of a mailed link. */
export class SubscriptionTokenDto {
  @TextField({ min: 1, max: 200 })
  token!: string; // set by the validation pipe
}

/** One digest subscription, as its owner sees it. */
export class SubscriptionDto extends SubscriptionChoicesDto {
  @EmailField()
  email!: string; // set by the mapper

  @ChoiceField(SUBSCRIPTION_STATES)
  state!: SubscriptionState; // set by the mapper

  @InstantField({ nullable: true })
  confirmedAt!: string | null; // set by the mapper

  @IntField({ min: 1, max: 2_000_000_000 })
  version!: number; // set by the mapper
}

/** The subscription of the signed-in person; null when they never had one. */
export class AccountSubscriptionDto {
  @ObjectField(() => SubscriptionDto, { nullable: true })
  subscription!: SubscriptionDto | null; // set by the service
}
