import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import { PASSWORD, createAccountsWorld, mailedToken, problemOf } from '../testing/accounts-world';
import { isLeaked } from './leaked-passwords';
import list from './leaked-passwords.json' with { type: 'json' };

describe('a password that leaked', () => {
  it.each([
    ['sonyericsson', 'as it is'],
    ['FinalFantasy', 'in capitals'],
    ['liverpool-1892', 'with figures and a sign after it'],
    ['!!Jennifer2024', 'with signs before and figures after it'],
    ['M0nkeyDr4gon', 'in figures that look like letters'],
    ['MonkeyDragon', 'behind another'],
    ['butterfly_sunshine', 'behind another, with a sign between'],
  ])('is %s, %s', (password) => {
    expect(isLeaked(password)).toBe(true);
  });

  it.each([PASSWORD, 'vier-blauwe-fietsen-in-emmen', 'Tv9$kw2Lq!xZr', 'vlinder steiger boterham 7', 'ø trekvogels ø'])(
    'is not “%s”',
    (password) => {
      expect(isLeaked(password)).toBe(false);
    },
  );

  it('is every one of the list that is long enough, and every other with a year behind it', () => {
    const long = list.filter((word) => word.length >= 12);
    expect(long.length).toBeGreaterThan(300);
    expect(long.filter((word) => !isLeaked(word))).toEqual([]);
    const dressed = list.filter((word) => /^[a-z]{8,}$/.test(word)).map((word) => `${word}2026`);
    expect(dressed.length).toBeGreaterThan(3_000);
    expect(dressed.filter((password) => !isLeaked(password))).toEqual([]);
  });
});

describe('choosing a password', () => {
  const LEAKED = 'liverpool-1892';
  /** Nowhere on our list. */
  const BREACHED = 'tafel lampje gordijn stoel';
  let world: TestWorld;
  let service: Server;
  let asked: string[] = [];
  let answer = (): { status: number; text: string } => ({ status: 200, text: '' });
  let cookie: string;

  beforeAll(async () => {
    service = createServer((request, response) => {
      asked.push(`${request.url} ${String(request.headers['add-padding'])}`);
      const { status, text } = answer();
      response.writeHead(status).end(text);
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    world = await createAccountsWorld();
    const person = await world.app
      .get(CreateAccount)
      .run({ email: 'fenna@hunzebot.nl', name: 'Fenna de Vries', password: PASSWORD });
    cookie = await world.signInAs(person.userId);
  });
  afterAll(async () => {
    await world.close();
    service.close();
  });
  beforeEach(async () => {
    asked = [];
    await world.database.asOwner('DELETE FROM rate_limit');
    Object.assign(world.config, { breachedPasswordsUrl: undefined, opensLoopback: true });
  });

  const useService = (): unknown =>
    Object.assign(world.config, {
      breachedPasswordsUrl: `http://127.0.0.1:${(service.address() as AddressInfo).port}/range/`, // it listens on a port
    });
  const change = (next: string) =>
    world.request('POST', '/api/account/password', { cookie, body: { current: PASSWORD, next } });
  const hashOf = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();

  it('refuses one that leaked, wherever it is chosen', async () => {
    expect(problemOf(await change(LEAKED)).faults).toEqual(['next: password_leaked']);
    await world.request('POST', '/api/password-resets', { body: { email: 'fenna@hunzebot.nl' } });
    const token = await mailedToken(world, 'fenna@hunzebot.nl', 'reset_password');
    const reset = await world.request('POST', '/api/password-resets/complete', { body: { token, password: LEAKED } });
    expect(problemOf(reset).faults).toEqual(['password: password_leaked']);
    const registration = {
      ...{ organisationName: 'Hunze', organisationKind: 'sme', kvkNumber: '68760001' },
      ...{ name: 'Jan Jansen', email: 'jan@hunze.example.nl', password: LEAKED },
    };
    const registered = await world.request('POST', '/api/registrations', { body: registration });
    expect(problemOf(registered).faults).toEqual(['password: password_leaked']);
    expect(asked).toEqual([]);
  });

  it('refuses one that the service knows, and tells it five figures of its hash', async () => {
    useService();
    const hash = hashOf(BREACHED);
    answer = () => ({ status: 200, text: `${'0'.repeat(35)}:3\r\n${hash.slice(5)}:17\r\n` });
    expect(problemOf(await change(BREACHED)).faults).toEqual(['next: password_leaked']);
    expect(asked).toEqual([`/range/${hash.slice(0, 5)} true`]);
  });

  it.each([
    ['does not know it', () => ({ status: 200, text: `${'0'.repeat(35)}:3` })],
    ['only pads its answer with it', () => ({ status: 200, text: `${hashOf(BREACHED).slice(5)}:0` })],
    ['is out of order', () => ({ status: 503, text: `${hashOf(BREACHED).slice(5)}:17` })],
  ])('takes one when the service %s', async (_how, answers) => {
    useService();
    answer = answers;
    await world.database.asOwner('DELETE FROM rate_limit');
    const response = await change(BREACHED);
    expect([response.status, asked.length]).toEqual([204, 1]);
    const back = await world.request('POST', '/api/account/password', {
      cookie,
      body: { current: BREACHED, next: PASSWORD },
    });
    expect(back.status).toBe(204);
  });
});
