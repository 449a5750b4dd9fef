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
