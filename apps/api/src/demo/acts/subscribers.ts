import { linkToken } from '@htsm/api/core';
import { AccountSubscriptionService, SubscriptionsService } from '@htsm/api/notifications';
import { subscribers } from '../content/subscribers';
import type { DemoSubscriber } from '../content/types';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** People who want the digest, with an account or with an address alone. */
export function subscriberScenes(stage: Stage): Scene[] {
  return subscribers.map((subscriber) => ({
    at: stage.at(subscriber.subscribed),
    name: `subscribe ${subscriber.email}`,
    play: () => (subscriber.hasAccount ? choose(stage, subscriber) : subscribe(stage, subscriber)),
  }));
}

async function choose(stage: Stage, subscriber: DemoSubscriber): Promise<void> {
  await stage.service(AccountSubscriptionService).choose(stage.actors.get(subscriber.email), choices(subscriber));
}

async function subscribe(stage: Stage, subscriber: DemoSubscriber): Promise<void> {
  const { email } = subscriber;
  await stage.service(SubscriptionsService).subscribe(`demo:${email}`, { email, ...choices(subscriber) });
  if (!subscriber.isConfirmed) return;
  const [row] = await stage.owner.query<{ id: string }[]>('SELECT id FROM subscription WHERE email = $1', [email]);
  const token = linkToken(stage.config.appSecret, 'confirm_subscription', row?.id ?? '');
  await stage.service(SubscriptionsService).confirm(token);
}

function choices({
  themes,
  regions,
  frequency,
  locale,
}: DemoSubscriber): Parameters<AccountSubscriptionService['choose']>[1] {
  return { themes: [...themes], regions: [...regions], frequency, locale };
}
