import { ConfigurationError, loadConfig } from './config';

const NEEDED = { DATABASE_URL: 'postgres://owner@localhost/htsm', APP_SECRET: 'x'.repeat(32) };

function publicUrl(given: string | undefined, environment: string): string {
  return loadConfig({ ...NEEDED, NODE_ENV: environment, PUBLIC_URL: given }).publicUrl;
}

describe('the address that people use', () => {
  it.each([
    ['https://challenges.example/', 'production', 'https://challenges.example'],
    ['http://localhost:8080', 'production', 'http://localhost:8080'],
    ['http://127.0.0.1:3000/', 'production', 'http://127.0.0.1:3000'],
    ['http://challenges.example', 'development', 'http://challenges.example'],
    [undefined, 'production', 'http://localhost:3000'],
  ])('may be %s in %s', (given, environment, kept) => {
    expect(publicUrl(given, environment)).toBe(kept);
  });

  it.each([
    ['http://challenges.example', 'production'],
    ['http://localhost.challenges.example', 'production'],
    ['challenges.example', 'development'],
    ['javascript:alert(1)', 'development'],
    ['', 'development'],
  ])('may not be “%s” in %s', (given, environment) => {
    expect(() => publicUrl(given, environment)).toThrow(ConfigurationError);
  });
});

describe('the secret of the application', () => {
  it.each([undefined, '', 'x'.repeat(31)])('may not be %j', (secret) => {
    expect(() => loadConfig({ ...NEEDED, APP_SECRET: secret })).toThrow(ConfigurationError);
  });
});

describe('sessions of people with a role', () => {
  const terms = (idle?: string, longest?: string) =>
    loadConfig({ ...NEEDED, ROLE_SESSION_IDLE_HOURS: idle, ROLE_SESSION_LONGEST_HOURS: longest }).roleSession;

  it('end after twelve idle hours and a week in all, or as they are set', () => {
    expect(terms()).toEqual({ idleHours: 12, longestHours: 168 });
    expect(terms('1', '24')).toEqual({ idleHours: 1, longestHours: 24 });
  });

  it.each(['0', '-1', '1.5', 'a day', '2161'])('cannot live for %s hours', (hours) => {
    expect(() => terms(hours)).toThrow(ConfigurationError);
    expect(() => terms('12', hours)).toThrow(ConfigurationError);
  });
});
