import { isForged } from './forged-request';

const PUBLIC_URL = 'https://challenges.example';

function write(headers: Record<string, string>, url = '/api/session', method = 'POST'): boolean {
  return isForged({ method, url, headers: { host: 'challenges.example', ...headers } }, PUBLIC_URL);
}

describe('a write', () => {
  it.each([
    [{ 'x-htsm': '1' }],
    [{ 'x-htsm': '1', origin: 'https://challenges.example' }],
    [{ 'x-htsm': '1', origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  ])('of our own pages or of a program passes: %j', (headers) => {
    expect(write(headers)).toBe(false);
  });

  it.each([
    [{}],
    [{ origin: 'https://challenges.example' }],
    [{ 'x-htsm': '1', origin: 'https://elsewhere.example' }],
    [{ 'x-htsm': '1', origin: 'https://challenges.example.elsewhere.example' }],
    [{ 'x-htsm': '1', origin: 'https://challenges.example:8443' }],
    [{ 'x-htsm': '1', origin: 'null' }],
    [{ 'x-htsm': '1', origin: 'no address' }],
    [{ 'x-htsm': '1', origin: '' }],
  ])('that another site may have caused does not: %j', (headers) => {
    expect(write(headers)).toBe(true);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('may be a %s as well', (method) => {
    expect(write({}, '/api/account', method)).toBe(true);
  });

  it('of a mail program ends a subscription, and reading is no write', () => {
    expect(write({}, '/api/one-click/unsubscribe?token=x')).toBe(false);
    expect(write({ origin: 'null' }, '/api/challenges', 'GET')).toBe(false);
  });
});
