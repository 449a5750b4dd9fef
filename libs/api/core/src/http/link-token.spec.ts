import { linkToken, readLinkToken } from './link-token';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const OTHER = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const SECRET = 'a secret of this test, long enough for it';

describe('the token of a link', () => {
  const token = linkToken(SECRET, 'reset_password', ID);
  const [, signature = ''] = token.split('.');

  it('stands for its id, for its purpose alone', () => {
    expect(readLinkToken(SECRET, 'reset_password', token)).toBe(ID);
    for (const purpose of ['invite', 'confirm_email', 'change_email', 'manage_subscription'] as const) {
      expect(readLinkToken(SECRET, purpose, token)).toBeNull();
    }
  });

  it.each([
    ['with another signature of the same length', `${ID}.${'A'.repeat(signature.length)}`],
    ['with the signature of another row', `${OTHER}.${signature}`],
    ['with a shortened signature', `${ID}.${signature.slice(0, -1)}`],
    ['without a signature', ID],
    ['with an empty signature', `${ID}.`],
    ['of no row', `x.${signature}`],
    ['signed with another secret', linkToken('another secret, just as long as that', 'reset_password', ID)],
  ])('%s stands for nothing', (_what, forged) => {
    expect(readLinkToken(SECRET, 'reset_password', forged)).toBeNull();
  });
});
