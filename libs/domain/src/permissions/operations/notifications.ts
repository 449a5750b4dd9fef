import type { OperationRules } from '../operation-rule';

const OWN = { door: ['signed_in'], note: 'Only the own subscription.' } as const;
const LINK = { door: 'public', note: 'Whoever holds the mailed link; anything else is one refusal.' } as const;

/** Digest subscriptions. */
export const NOTIFICATION_OPERATIONS: OperationRules = {
  'POST /api/subscriptions': { door: 'public', note: 'The same answer for known and unknown addresses.' },
  'POST /api/subscriptions/confirmation': LINK,
  'GET /api/subscriptions/managed': LINK,
  'PUT /api/subscriptions/managed': LINK,
  'DELETE /api/subscriptions/managed': LINK,
  'GET /api/account/subscription': OWN,
  'PUT /api/account/subscription': OWN,
  'DELETE /api/account/subscription': OWN,
  'POST /api/one-click/unsubscribe': LINK,
  'GET /api/one-click/unsubscribe': { door: 'public', note: 'Leads to a page with a button; changes nothing.' },
};
