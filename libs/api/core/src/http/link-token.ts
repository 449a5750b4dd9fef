import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link is for; a token for one purpose is worthless for another. */
export type LinkPurpose =
  | 'confirm_email'
  | 'reset_password'
  | 'change_email'
  | 'link_identity'
  | 'sign_in_attempt'
  | 'invite'
  | 'invite_expert'
  | 'confirm_subscription'
  | 'manage_subscription'
  | 'check_in'
  /** Stands in an address that mail programs post to, and so in logs: it ends the mails and does nothing else. */
  | 'one_click';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Makes the token of a mailed link: the row's id and a signature over purpose and id. Nothing secret is stored. */
export function linkToken(appSecret: string, purpose: LinkPurpose, id: string): string {
  return `${id}.${signature(appSecret, purpose, id)}`;
}

/** Gives the id a token stands for, or null when it was not signed for this purpose. */
export function readLinkToken(appSecret: string, purpose: LinkPurpose, token: string): string | null {
  const [id, given] = token.split('.');
  if (id === undefined || given === undefined || !UUID.test(id)) return null;
  const expected = Buffer.from(signature(appSecret, purpose, id));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? id : null;
}

function signature(appSecret: string, purpose: LinkPurpose, id: string): string {
  return createHmac('sha256', appSecret).update(`link:${purpose}:${id}`).digest('base64url');
}
