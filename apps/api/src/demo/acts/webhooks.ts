import { sealSecret } from '@htsm/api/core';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** An address that leads nowhere, switched off, so that the demo sends nothing to anybody. */
const ADDRESS = 'https://planning.agrifirm.example/htsm';
const KINDS = ['challenge.opened', 'challenge.changed', 'challenge.closed'];
/** How messages went: kind, state, attempts, status, milliseconds, fault. */
const MESSAGES = [
  ['webhook.test', 'delivered', 1, 200, 84, null],
  ['challenge.opened', 'delivered', 3, 204, 131, null],
  ['challenge.changed', 'failed', 10, 503, 2140, 'status'],
] as const;

/** A planning program of a challenge owner that was told of challenges for a while. */
export function webhookScenes(stage: Stage): Scene[] {
  return [{ at: stage.at([-20, '10:00']), name: 'a program is told of challenges', play: () => addWebhook(stage) }];
}

async function addWebhook(stage: Stage): Promise<void> {
  const secret = sealSecret(stage.config.appSecret, 'webhook', `whsec_${Buffer.alloc(32, 7).toString('base64')}`);
  const [hook] = await stage.owner.query<{ id: string }[]>(
    `INSERT INTO webhook (organisation_id, url, kinds, secret, created_by, disabled_at, disabled_by)
     SELECT o.id, $1, $2, $3, m.user_id, htsm_now(), 'hand' FROM organisation o JOIN membership m ON m.organisation_id = o.id
     WHERE o.name = 'Agrifirm' AND m.role = 'owner' ORDER BY m.user_id LIMIT 1 RETURNING id`,
    [ADDRESS, KINDS, secret],
  );
  if (hook === undefined) throw new Error('Agrifirm has no owner');
  for (const message of MESSAGES) {
    await stage.owner.query(
      `INSERT INTO webhook_delivery (webhook_id, message_id, kind, payload, attempted_at, state, attempts, last_status, last_ms, last_fault)
       VALUES ($1, gen_random_uuid(), $2, '{}', htsm_now(), $3, $4, $5, $6, $7)`,
      [hook.id, ...message],
    );
  }
}
