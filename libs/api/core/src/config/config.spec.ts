import { loadConfig, loadDatabaseAddresses, loadProcessConfig } from './config';
import { ConfigurationError } from './environment';

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

const APP = 'postgres://htsm_app:a@db.example/htsm?sslmode=verify-full';
const WORKER = 'postgres://htsm_worker:w@db.example/htsm?sslmode=verify-full';
const OWNER = 'postgres://owner:o@db.example/htsm?sslmode=verify-full';
const PRODUCTION = { NODE_ENV: 'production', APP_SECRET: 'x'.repeat(32) };

describe('the way into the database', () => {
  it('follows from the owner’s for development and commands, unless it is given', () => {
    const derived = loadDatabaseAddresses(NEEDED);
    expect([derived.appDatabaseUrl, derived.workerDatabaseUrl].map((url) => new URL(url).username)).toEqual([
      'htsm_app',
      'htsm_worker',
    ]);
    expect(loadProcessConfig(NEEDED, 'worker').databaseUrl).toBe(derived.workerDatabaseUrl);
    expect(loadDatabaseAddresses({ DATABASE_URL: OWNER, DATABASE_APP_URL: APP, DATABASE_WORKER_URL: WORKER })).toEqual({
      ownerDatabaseUrl: OWNER,
      appDatabaseUrl: APP,
      workerDatabaseUrl: WORKER,
    });
  });

  it('is the only one that a serving process gets in production', () => {
    const api = loadProcessConfig({ ...PRODUCTION, DATABASE_APP_URL: APP }, 'api');
    const worker = loadProcessConfig({ ...PRODUCTION, DATABASE_WORKER_URL: WORKER }, 'worker');
    expect([api.databaseUrl, worker.databaseUrl]).toEqual([APP, WORKER]);
    expect([JSON.stringify(api), JSON.stringify(worker)].map((text) => /owner/.test(text))).toEqual([false, false]);
  });

  it.each([
    ['api', { DATABASE_URL: OWNER }, /Take DATABASE_URL away from the API/],
    ['api', { DATABASE_APP_URL: APP, DATABASE_URL: OWNER }, /Take DATABASE_URL away from the API/],
    ['api', { DATABASE_APP_URL: APP, DATABASE_WORKER_URL: WORKER }, /Take DATABASE_WORKER_URL away from the API/],
    ['worker', { DATABASE_WORKER_URL: WORKER, DATABASE_APP_URL: APP }, /Take DATABASE_APP_URL away from the worker/],
    ['worker', {}, /Set the environment variable DATABASE_WORKER_URL/],
  ] as const)('stops the %s in production with %j', (process, addresses, sentence) => {
    const load = (): unknown => loadProcessConfig({ ...PRODUCTION, ...addresses }, process);
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(sentence);
  });
});

describe('a neighbour in production', () => {
  const load = (env: Record<string, string>): boolean =>
    loadConfig({ ...PRODUCTION, DATABASE_URL: OWNER, DATABASE_APP_URL: APP, DATABASE_WORKER_URL: WORKER, ...env }).mail
      .requiresTls;

  it.each([
    ['DATABASE_URL', 'postgres://owner:o@127.0.0.1/htsm'],
    ['DATABASE_URL', 'postgres://owner:o@%2Frun%2Fpostgresql/htsm'],
    ['DATABASE_APP_URL', `${APP}&sslrootcert=/etc/ca.pem`],
    ['SMTP_URL', 'smtps://u:p@mail.example'],
    ['SMTP_URL', 'smtp://u:p@mail.example:587?name=challenges.example'],
    ['SMTP_URL', 'smtp://localhost:25'],
    ['MAIL_LOOKUP_URL', 'https://mail.example/{messageId}'],
    ['S3_ENDPOINT', 'https://s3.example'],
    ['CLAMAV_URL', 'unix:/run/clamav/clamd.ctl'],
    ['CLAMAV_URL', 'tcp://127.0.0.1:3310'],
  ])('may be %s=%s', (name, address) => {
    expect(() => load({ [name]: address })).not.toThrow();
  });

  it.each([
    ['DATABASE_URL', 'postgres://owner:o@db.example/htsm'],
    ['DATABASE_APP_URL', 'postgres://htsm_app:a@db.example/htsm?sslmode=require'],
    ['DATABASE_APP_URL', `${APP}&sslmode=no-verify`],
    ['DATABASE_APP_URL', `${APP}&ssl=0`],
    ['DATABASE_WORKER_URL', 'postgres://htsm_worker:w@localhost/htsm?host=db.example'],
    ['SMTP_URL', 'smtp://mail.example?requireTLS=false'],
    ['SMTP_URL', 'smtps://mail.example?tls.rejectUnauthorized=false'],
    ['SMTP_URL', 'direct://mail.example'],
    ['MAIL_LOOKUP_URL', 'http://mail.example/{messageId}'],
    ['S3_ENDPOINT', 'http://s3.example'],
    ['CLAMAV_URL', 'tcp://clamd.example:3310'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
  ])('may not be %s=%s, and the sentence names the setting', (name, address) => {
    const bad = (): unknown => load({ [name]: address });
    expect(bad).toThrow(ConfigurationError);
    expect(bad).toThrow(name);
  });

  it('may be spoken to in the clear when it is named as of this machine, and then needs no TLS', () => {
    const plain = { DATABASE_URL: 'postgres://owner:o@postgres/htsm', SMTP_URL: 'smtp://mailpit:1025' };
    expect(() => load(plain)).toThrow(/DATABASE_URL/);
    expect(load({ ...plain, CLEARTEXT_HOSTS: 'postgres' })).toBe(true);
    expect(load({ ...plain, CLEARTEXT_HOSTS: 'postgres, mailpit' })).toBe(false);
    expect(load({ SMTP_URL: 'smtp://mail.example' })).toBe(true);
  });

  it('is not looked at outside production', () => {
    expect(loadConfig({ ...NEEDED, SMTP_URL: 'smtp://mail.example' }).mail.requiresTls).toBe(false);
  });
});

describe('the service of breached passwords', () => {
  const url = (given: string | undefined) =>
    loadConfig({ ...NEEDED, BREACHED_PASSWORDS_URL: given }).breachedPasswordsUrl;

  it('is none, or an address that figures can be put behind', () => {
    expect([url(undefined), url('')]).toEqual([undefined, undefined]);
    expect(url('https://api.pwnedpasswords.com/range/')).toBe('https://api.pwnedpasswords.com/range/');
  });

  it.each(['http://api.pwnedpasswords.com/range/', 'https://api.pwnedpasswords.com/range', 'on'])(
    'cannot be %s',
    (given) => {
      expect(() => url(given)).toThrow(ConfigurationError);
    },
  );
});
