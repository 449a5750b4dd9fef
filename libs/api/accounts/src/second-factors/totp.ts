import { Secret, TOTP } from 'otpauth';

/** The name under which an authenticator app lists us. */
const ISSUER = 'HTSM Challenges';
/** What every authenticator app understands (RFC 6238): SHA-1, six digits, a new code every thirty seconds. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Codes of one step earlier and later count too: clocks of phones differ. */
const STEPS_AROUND = 1;
const SECRET_BYTES = 20;

/** Makes the secret that phone and server share, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** Gives the address that an authenticator app reads from the square code. */
export function totpAddress(secret: string, email: string): string {
  return new TOTP({ ...FORM, issuer: ISSUER, label: email, secret }).toString();
}

/** Gives the time step whose code this is, or null when it is the code of no step around `now`. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...FORM, secret });
  const delta = totp.validate({ token: code, timestamp, window: STEPS_AROUND });
  return delta === null ? null : TOTP.counter({ period: FORM.period, timestamp }) + delta;
}
