import { ApiProperty } from '@nestjs/swagger';
import { DELIVERY_STATES, WEBHOOK_KINDS, type DeliveryState, type WebhookKind } from '@htsm/domain';
import {
  ChoiceField,
  ChoicesField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

/** Why no more messages go to an address. */
export const SWITCHED_OFF_BY = ['failing', 'hand'] as const;
export type SwitchedOffBy = (typeof SWITCHED_OFF_BY)[number];

/** An address to be told of challenges. */
export class AddWebhookDto {
  /** Whose challenges; null for all, by an administrator. */
  @IdField({ nullable: true }) readonly organisationId!: string | null;
  /** Over https, to a public address. */
  @TextField({ min: 8, max: 500 }) readonly url!: string;
  @ChoicesField(WEBHOOK_KINDS) readonly kinds!: WebhookKind[];
}

/** An address, without its secret. */
export class WebhookDto {
  @IdField() id!: string;
  /** Null when it hears of all challenges. */
  @IdField({ nullable: true }) organisationId!: string | null;
  @TextField({ max: 200, nullable: true }) organisationName!: string | null;
  @TextField({ max: 500 }) url!: string;
  @ChoicesField(WEBHOOK_KINDS) kinds!: WebhookKind[];
  @InstantField() createdAt!: string;
  /** Since when every attempt failed; null when the last one succeeded. */
  @InstantField({ nullable: true }) failingSince!: string | null;
  /** Null while it is on. */
  @ChoiceField(SWITCHED_OFF_BY, { nullable: true }) switchedOffBy!: SwitchedOffBy | null;
  /** Until when the secret before the present one signs along; null when there is none. */
  @InstantField({ nullable: true }) oldSecretUntil!: string | null;
}

/** Every address that the reader keeps, the newest first. */
export class WebhooksDto {
  @ObjectsField(() => WebhookDto, { maxItems: 200 }) items!: WebhookDto[];
}

/** An address with its secret, shown this once. */
export class WebhookWithSecretDto {
  @ObjectField(() => WebhookDto) webhook!: WebhookDto;
  @TextField({ max: 100 }) secret!: string;
}

/** Where to go on in the log. */
export class DeliveriesQueryDto {
  @TextField({ max: 500, optional: true }) cursor?: string;
}

/** A message to an address, and how it went. */
export class WebhookDeliveryDto {
  @IdField() id!: string;
  /** What the other side sees as `webhook-id`; the same at every attempt. */
  @IdField() messageId!: string;
  @TextField({ max: 40 }) kind!: string;
  @ChoiceField(DELIVERY_STATES) state!: DeliveryState;
  @IntField({ min: 0, max: 1000 }) attempts!: number;
  @InstantField() createdAt!: string;
  @InstantField({ nullable: true }) attemptedAt!: string | null;
  /** Null when nothing waits. */
  @InstantField({ nullable: true }) nextAttemptAt!: string | null;
  /** Status of the last answer; null when there was none. */
  @IntField({ min: 100, max: 999, nullable: true }) status!: number | null;
  /** How long the last answer took, in milliseconds. */
  @IntField({ min: 0, max: 60_000, nullable: true }) ms!: number | null;
  /** Why the last attempt failed. */
  @ChoiceField(['status', 'refused', 'unreachable'], { nullable: true }) fault!: DeliveryFault | null;
}

/** Why an attempt failed: the other side said no, our rules did not let it out, or nobody answered in time. */
export type DeliveryFault = 'status' | 'refused' | 'unreachable';

/** A page of the log, the newest first. */
export class WebhookDeliveriesDto {
  @ObjectsField(() => WebhookDeliveryDto, { maxItems: 50 }) items!: WebhookDeliveryDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
