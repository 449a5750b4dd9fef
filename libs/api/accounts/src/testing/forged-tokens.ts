import { createHmac, sign, type KeyPairKeyObjectResult } from 'node:crypto';

/** Name of the provider's only key. */
export const KEY_ID = 'key-of-the-test';

/** An identity token taken apart; the signature is as it was written. */
export interface IdentityToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

/** Makes the token that leaves out of the honest one, with the provider's own keys at hand. */
export type TokenForger = (token: IdentityToken, keys: KeyPairKeyObjectResult) => string;

/** Takes a signed token apart. */
export function readToken(text: string): IdentityToken {
  const [header = '', claims = '', signature = ''] = text.split('.');
  return { header: parse(header), claims: parse(claims), signature };
}

/** Changes claims and signs them with the provider's own key: the lie is in the words, not in the signature. */
export function saying(changes: (claims: IdentityToken['claims']) => Readonly<Record<string, unknown>>): TokenForger {
  return ({ header, claims }, { privateKey }) => {
    const body = bodyOf(header, { ...claims, ...changes(claims) });
    return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`;
  };
}

/** Turns the signature round; its length stays. */
export const anotherSignature: TokenForger = ({ header, claims, signature }) =>
  `${bodyOf(header, claims)}.${[...signature].reverse().join('')}`;

/** Says that no signature is needed, and gives none. */
export const noSignature: TokenForger = ({ header, claims }) => `${bodyOf({ ...header, alg: 'none' }, claims)}.`;

/** Signs with the provider's public key as if it were a secret that both sides know. */
export function publicKeyAsSecret(format: 'pem' | 'der'): TokenForger {
  return ({ header, claims }, { publicKey }) => {
    const secret =
      format === 'pem' ? publicKey.export({ type: 'spki', format }) : publicKey.export({ type: 'spki', format });
    return underSecret(header, claims, secret);
  };
}

/** Signs with the secret of our client, which the provider knows too, and which is no identity's proof. */
export function clientSecretAsKey(secret: string): TokenForger {
  return ({ header, claims }) => underSecret(header, claims, secret);
}

function underSecret(
  header: IdentityToken['header'],
  claims: IdentityToken['claims'],
  secret: string | Buffer,
): string {
  const body = bodyOf({ ...header, alg: 'HS256' }, claims);
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

function bodyOf(...parts: Readonly<Record<string, unknown>>[]): string {
  return parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function parse(part: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>; // a token's parts are objects
}
