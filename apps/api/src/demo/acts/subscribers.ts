import { linkToken } from '@htsm/api/core';
import { AccountSubscriptionService, SubscriptionsService, type InterestChoicesDto } from '@htsm/api/notifications';
import { subscribers } from '../content/subscribers';
import type { DemoInterest, DemoSubscriber } from '../content/types';
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

async function choose(
  stage: Stage,
  { email, locale, interests, wantsQuietDays = false }: DemoSubscriber,
): Promise<void> {
  await stage.service(AccountSubscriptionService).choose(stage.actors.get(email), {
    locale,
    quiet: { weekends: wantsQuietDays, holidays: wantsQuietDays, dates: [] },
    interests: interests.map(choices),
  });
}

async function subscribe(stage: Stage, { email, locale, interests, isConfirmed }: DemoSubscriber): Promise<void> {
  for (const interest of interests) {
    await stage.service(SubscriptionsService).subscribe(`demo:${email}`, { email, locale, ...choices(interest) });
  }
  if (!isConfirmed) return;
  const rows = await stage.owner.query<{ id: string }[]>(
    'SELECT i.id FROM interest i JOIN subscription s ON s.id = i.subscription_id WHERE s.email = $1 ORDER BY i.position',
    [email],
  );
  for (const { id } of rows) {
    const token = linkToken(stage.config.appSecret, 'confirm_subscription', id);
    await stage.service(SubscriptionsService).confirm(token);
  }
}

function choices(interest: DemoInterest): InterestChoicesDto {
  return { ...interest, themes: [...(interest.themes ?? [])], regions: [...(interest.regions ?? [])] };
}
