import { PUBLIC_STATES } from '../objects';
import type { OperationRule, OperationRules } from '../operation-rule';

const OWN = { door: ['signed_in'], note: 'Only the own subscription.' } as const;
const OWN_NOTICES = { door: ['signed_in'], note: 'Only own ones, while the thing may still be seen.' } as const;
const LINK = { door: 'public', note: 'Whoever holds the mailed link; anything else is one refusal.' } as const;

const mail: OperationRule = {
  door: ['administration'],
  about: 'mail',
  grants: [{ to: ['administrator'], in: ['waiting', 'held', 'sent', 'settled', 'in_trouble'] }],
};

/** A step on a mail that goes through in some of its states. */
function mailStep(...acts: string[]): OperationRule {
  return {
    ...mail,
    grants: [{ to: ['administrator'], in: ['waiting', 'held', 'sent', 'settled', 'in_trouble'], acts }],
  };
}

const KEEPERS = ['company', 'knowledge', 'administration'] as const;

const webhook: OperationRule = {
  door: KEEPERS,
  about: 'webhook',
  grants: [
    { to: ['organisation_owner'], in: ['of_organisation'] },
    { to: ['administrator'], in: ['of_platform'] },
  ],
};

const follow: OperationRule = {
  door: ['signed_in'],
  about: 'challenge',
  grants: [{ to: ['signed_in'], in: PUBLIC_STATES }],
  note: 'Whether one follows it oneself.',
};

/** Digest subscriptions, the outbox and what administrators keep of mails. */
export const NOTIFICATION_OPERATIONS: OperationRules = {
  'POST /api/subscriptions': { door: 'public', note: 'The same answer for known and unknown addresses.' },
  'POST /api/subscriptions/preview': { door: 'public', note: 'Public challenges, and what fits the own profile.' },
  'POST /api/subscriptions/confirmation': LINK,
  'POST /api/subscriptions/managed': LINK,
  'PUT /api/subscriptions/managed': LINK,
  'POST /api/subscriptions/managed/end': LINK,
  'GET /api/challenges/{slug}/follow': follow,
  'PUT /api/challenges/{slug}/follow': follow,
  'DELETE /api/challenges/{slug}/follow': follow,
  'GET /api/notices': OWN_NOTICES,
  'GET /api/notices/unread': OWN_NOTICES,
  'PUT /api/notices/read': OWN_NOTICES,
  'PUT /api/notices/mute': OWN_NOTICES,
  'GET /api/notices/choices': { door: ['signed_in'], note: 'Only the own choices.' },
  'PUT /api/notices/choices': { door: ['signed_in'], note: 'Only the own choices.' },
  'GET /api/account/subscription': OWN,
  'PUT /api/account/subscription': OWN,
  'DELETE /api/account/subscription': OWN,
  'GET /api/administration/nightly-checks': { door: ['administration'], note: 'Names and counts, no ids.' },
  'GET /api/administration/mail-overview': { door: ['administration'], note: 'Figures; sealed mails do not count.' },
  'GET /api/administration/mails': {
    door: ['administration'],
    note: 'Without their content, and none that are sealed.',
  },
  'GET /api/administration/mails/{id}': {
    ...mail,
    note: 'With a marker for what is its reader’s alone, and no live link.',
  },
  'GET /api/administration/mails/{id}/page': { ...mail, note: 'Likewise.' },
  'POST /api/administration/mails/{id}/hold': mailStep('waiting'),
  'POST /api/administration/mails/{id}/release': mailStep('held'),
  'POST /api/administration/mails/{id}/resend': mailStep('sent', 'in_trouble'),
  'POST /api/administration/mails/{id}/drop': mailStep('held', 'in_trouble'),
  'PUT /api/administration/mail-kinds/{kind}/hold': { door: ['administration'] },
  'DELETE /api/administration/mail-kinds/{kind}/hold': { door: ['administration'] },
  'GET /api/administration/mail-templates': { door: ['administration'] },
  'GET /api/administration/mail-templates/{kind}/{locale}': { door: ['administration'] },
  'PUT /api/administration/mail-templates/{kind}/{locale}': { door: ['administration'] },
  'POST /api/administration/mail-templates/{kind}/{locale}/restore': { door: ['administration'] },
  'POST /api/administration/mail-templates/{kind}/{locale}/preview': {
    door: ['administration'],
    note: 'With made-up values.',
  },
  'GET /api/administration/mail-templates/{kind}/{locale}/page': { door: ['administration'], note: 'Likewise.' },
  'POST /api/administration/mail-templates/{kind}/{locale}/trial': {
    door: ['administration'],
    note: 'To the own address.',
  },
  'GET /api/administration/stopped-addresses': { door: ['administration'] },
  'POST /api/administration/stopped-addresses': { door: ['administration'] },
  'POST /api/administration/stopped-addresses/{id}/allow': {
    door: ['administration'],
    about: 'stopped_address',
    grants: [{ to: ['administrator'] }],
  },
  'POST /api/one-click/unsubscribe': LINK,
  'GET /api/one-click/unsubscribe': { door: 'public', note: 'Leads to a page with a button; changes nothing.' },
  'GET /api/webhooks': { door: KEEPERS, note: 'Those that the reader keeps, without their secrets.' },
  'POST /api/webhooks': {
    door: KEEPERS,
    note: 'For an own organisation, by its owners; for all challenges, by administrators.',
  },
  'DELETE /api/webhooks/{id}': webhook,
  'POST /api/webhooks/{id}/secret': webhook,
  'PUT /api/webhooks/{id}/on': webhook,
  'DELETE /api/webhooks/{id}/on': webhook,
  'POST /api/webhooks/{id}/test': webhook,
  'GET /api/webhooks/{id}/deliveries': webhook,
  'POST /api/webhooks/{id}/deliveries/{deliveryId}/replay': webhook,
};
