import type { WebhookDeliveryDto, WebhookDto } from './webhook.dto';
import type { DeliveryRow, WebhookRow } from './webhooks.repository';

/** Lists the fields of an address. */
export function webhookDto(row: WebhookRow): WebhookDto {
  return {
    id: row.id,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    url: row.url,
    kinds: row.kinds,
    createdAt: row.createdAt.toISOString(),
    failingSince: row.failingSince?.toISOString() ?? null,
    switchedOffBy: row.disabledBy,
    oldSecretUntil: row.oldSecretUntil?.toISOString() ?? null,
  };
}

/** Lists the fields of a line of the log. */
export function deliveryDto(row: DeliveryRow): WebhookDeliveryDto {
  return {
    id: row.id,
    messageId: row.messageId,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    attemptedAt: row.attemptedAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    status: row.status,
    ms: row.ms,
    fault: row.fault,
  };
}
