import { hashCode, openSecret, sealSecret } from './sealed-secret';

const APP_SECRET = 'a secret of at least thirty-two characters';

describe('a secret in the database', () => {
  it('opens again, and looks different every time', () => {
    const sealed = [sealSecret(APP_SECRET, 'totp', 'KRUGS4ZANFZSA'), sealSecret(APP_SECRET, 'totp', 'KRUGS4ZANFZSA')];
    expect(sealed.map((one) => openSecret(APP_SECRET, 'totp', one))).toEqual(['KRUGS4ZANFZSA', 'KRUGS4ZANFZSA']);
    expect(sealed[0]).not.toEqual(sealed[1]);
    expect(sealed[0]?.includes('KRUGS4ZANFZSA')).toBe(false);
  });

  it('does not open for another purpose, with another secret, or after any byte changed', () => {
    const sealed = sealSecret(APP_SECRET, 'totp', 'KRUGS4ZANFZSA');
    expect(() => openSecret(APP_SECRET, 'identity_provider', sealed)).toThrow();
    expect(() => openSecret(`${APP_SECRET}!`, 'totp', sealed)).toThrow();
    for (const [index, byte] of sealed.entries()) {
      const changed = Buffer.from(sealed);
      changed[index] = byte ^ 1;
      expect(() => openSecret(APP_SECRET, 'totp', changed)).toThrow();
    }
  });

  it('hashes a code for one owner and one application only', () => {
    const hash = hashCode(APP_SECRET, 'a', '123456');
    expect(hash).toEqual(hashCode(APP_SECRET, 'a', '123456'));
    for (const other of [hashCode(APP_SECRET, 'b', '123456'), hashCode(`${APP_SECRET}!`, 'a', '123456')])
      expect(other).not.toEqual(hash);
  });
});
