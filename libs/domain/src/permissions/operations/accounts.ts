import type { OperationRules } from '../operation-rule';

const OWN = { door: ['signed_in'], note: 'Only the own account.' } as const;
const LINK = { door: 'public', note: 'Whoever holds the mailed link; anything else is one refusal.' } as const;

const STEP = { door: 'public', note: 'The browser that has just given the right password.' } as const;

/** Accounts, sessions, organisations, invitations, roles. */
export const ACCOUNT_OPERATIONS: OperationRules = {
  'GET /api/session': { door: 'public', note: 'Says who is signed in.' },
  'POST /api/session': { door: 'public', note: 'The same refusal for an unknown address and a wrong password.' },
  'DELETE /api/session': { door: 'public', note: 'Ends the own session.' },
  'GET /api/session/second-factor': STEP,
  'POST /api/session/second-factor': STEP,
  'POST /api/session/second-factor/passkey/question': STEP,
  'POST /api/session/second-factor/passkey': STEP,
  'POST /api/session/passkey/question': { door: 'public', note: 'The same question for everyone.' },
  'POST /api/session/passkey': { door: 'public', note: 'Whoever holds the passkey.' },
  'POST /api/session/provider': { door: 'public', note: 'Says whether a mail domain has a sign-in page of its own.' },
  'POST /api/identity-links/complete': LINK,
  'POST /api/registrations': { door: 'public', note: 'The same answer for known and unknown addresses.' },
  'POST /api/email-confirmations': LINK,
  'POST /api/password-resets': { door: 'public', note: 'The same answer for known and unknown addresses.' },
  'POST /api/password-resets/complete': LINK,
  'POST /api/invitations/offer': LINK,
  'POST /api/invitations/accept': LINK,
  'GET /api/invitations': { door: ['signed_in'], note: 'Of an own organisation, for its owners.' },
  'POST /api/invitations': { door: ['signed_in'], note: 'Into an own organisation, by its owners.' },
  'DELETE /api/invitations/{id}': {
    door: ['signed_in'],
    about: 'invitation',
    grants: [{ to: ['organisation_owner'] }],
  },
  'GET /api/account': OWN,
  'PATCH /api/account': OWN,
  'PUT /api/account/language': OWN,
  'POST /api/account/password': OWN,
  'POST /api/account/proof': OWN,
  'POST /api/account/email': { door: ['signed_in'], note: 'The same answer for known and unknown addresses.' },
  'POST /api/email-changes/complete': LINK,
  'GET /api/account/second-factors': OWN,
  'POST /api/account/second-factors/authenticator': OWN,
  'POST /api/account/second-factors/authenticator/confirm': OWN,
  'DELETE /api/account/second-factors/authenticator': OWN,
  'POST /api/account/second-factors/passkeys/question': OWN,
  'POST /api/account/second-factors/passkeys': OWN,
  'DELETE /api/account/second-factors/passkeys/{id}': OWN,
  'POST /api/account/second-factors/recovery-codes': OWN,
  'GET /api/account/sessions': OWN,
  'DELETE /api/account/sessions': OWN,
  'DELETE /api/account/sessions/{id}': { door: ['signed_in'], about: 'session', grants: [{ to: ['self'] }] },
  'GET /api/organisation/{id}': {
    door: ['signed_in'],
    about: 'organisation',
    grants: [
      { to: ['member', 'taskforce', 'administrator', 'receiving_owner'] },
      { to: ['signed_in'], in: ['listed'] },
    ],
  },
  'PATCH /api/organisation/{id}': { door: ['signed_in'], about: 'organisation', grants: [{ to: ['member'] }] },
  'GET /api/organisation/{id}/members': { door: ['signed_in'], about: 'organisation', grants: [{ to: ['member'] }] },
  'DELETE /api/organisation/{id}/members/{userId}': {
    door: ['signed_in'],
    about: 'organisation',
    grants: [{ to: ['organisation_owner'] }],
    refused: [{ to: ['member'] }],
  },
  'GET /api/administration/identity-providers': { door: ['administration'], note: 'Never with a secret.' },
  'POST /api/administration/identity-providers': { door: ['administration'] },
  'DELETE /api/administration/identity-providers/{id}': { door: ['administration'] },
  'GET /api/administration/people': { door: ['administration'], note: 'Everyone, with roles and organisations.' },
  'PUT /api/administration/people/{id}/bodies/{body}': {
    door: ['administration'],
    about: 'person',
    grants: [{ to: ['administrator'] }],
  },
  'DELETE /api/administration/people/{id}/bodies/{body}': {
    door: ['administration'],
    about: 'person',
    grants: [{ to: ['administrator'] }],
    note: 'Taking a role from nobody is no fault.',
  },
  'PUT /api/administration/people/{id}/disabled': {
    door: ['administration'],
    about: 'person',
    grants: [{ to: ['administrator'] }],
  },
  'DELETE /api/administration/people/{id}/disabled': {
    door: ['administration'],
    about: 'person',
    grants: [{ to: ['administrator'] }],
  },
  'DELETE /api/administration/people/{id}/second-factors': {
    door: ['administration'],
    about: 'person',
    grants: [{ to: ['administrator'] }],
  },
};
