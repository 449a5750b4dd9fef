import { AttemptLog, linkToken } from '@htsm/api/core';
import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { randomUUID } from 'node:crypto';
import { CreateAccount } from '../create-account';
import { PASSWORD, createAccountsWorld } from '../testing/accounts-world';
import { addAuthenticator, giveCode, passwordStep } from '../testing/second-factors';

interface Line {
  subject_type: string;
  subject_id: string;
  actor_id: string | null;
  reason: string;
  payload: Record<string, unknown>;
  request_id: string;
}

describe('attempts that were refused', () => {
  let world: TestWorld;
  let person: { userId: string; email: string };

  beforeAll(async () => {
    world = await createAccountsWorld();
    person = await world.app.get(CreateAccount).run({ email: 'fenna@hunzebot.nl', name: 'Fenna', password: PASSWORD });
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM rate_limit'));

  const post = (path: string, body: object, more: { cookie?: string; headers?: Record<string, string> } = {}) =>
    world.request('POST', `/api${path}`, { body, ...more });
  const signIn = (email: string, password: string): Promise<TestResponse> => post('/session', { email, password });
  /** The lines that `work` leaves in the audit log. */
  async function linesOf(work: () => Promise<unknown>): Promise<Line[]> {
    await world.app.get(AttemptLog).write();
    const [last] = await world.database.asOwner<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM event');
    await work();
    await world.app.get(AttemptLog).write();
    return world.database.asOwner<Line>(
      `SELECT subject_type, subject_id, actor_id, reason, payload, request_id FROM event
       WHERE id > $1 AND type = 'attempt.refused' ORDER BY id`,
      [last?.id],
    );
  }
  const idOf = (refused: TestResponse | undefined): string => (refused?.body as { requestId: string }).requestId; // a problem

  it('name the account whose password was guessed, how often, and the first request', async () => {
    const answers: TestResponse[] = [];
    const lines = await linesOf(async () => {
      for (const guess of ['een', 'twee', 'drie']) answers.push(await signIn(person.email, guess));
    });
    expect(lines).toEqual([
      {
        subject_type: 'user',
        subject_id: person.userId,
        actor_id: null,
        reason: 'wrong_credentials: 3 in 5 min',
        payload: { kind: 'wrong_credentials', attempts: 3, networks: 1, subjects: 1 },
        request_id: idOf(answers[0]),
      },
    ]);
  });

  it('name the network, by a code, when the account does not exist; what was typed is nowhere', async () => {
    const lines = await linesOf(() => signIn('niemand@nergens.example', 'geheim van niemand'));
    expect(lines).toMatchObject([{ subject_type: 'network', reason: 'wrong_credentials: 1 in 5 min' }]);
    expect(JSON.stringify(lines)).not.toMatch(/niemand|geheim|127\.0\.0\.1/);
    const [again] = await linesOf(() => signIn('iemand@nergens.example', 'geheim van niemand'));
    expect(again?.subject_id).toBe(lines[0]?.subject_id);
  });

  it('are codes of a second step, proofs in a session, links, forged writes and coming too often', async () => {
    const cookie = await world.signInAs(person.userId);
    const kinds = async (work: () => Promise<unknown>) =>
      (await linesOf(work)).map(({ subject_type, reason }) => [subject_type, reason]);
    expect(await kinds(() => post('/account/proof', { password: 'fout' }, { cookie }))).toEqual([
      ['user', 'wrong_proof: 1 in 5 min'],
    ]);
    expect(await kinds(() => post('/email-confirmations', { token: `${randomUUID()}.x` }))).toEqual([
      ['network', 'wrong_link: 1 in 5 min'],
    ]);
    const used = linkToken(world.config.appSecret, 'invite', randomUUID());
    expect(await kinds(() => post('/invitations/offer', { token: used }))).toEqual([
      ['network', 'wrong_link: 1 in 5 min'],
    ]);
    const forged = { headers: { origin: 'https://elsewhere.example' } };
    expect(await kinds(() => post('/session', {}, forged))).toEqual([['network', 'forged_request: 1 in 5 min']]);
    expect(
      await kinds(async () => {
        for (let n = 0; n < 12; n += 1) await signIn('een@nergens.example', 'fout');
      }),
    ).toEqual([
      ['network', 'wrong_credentials: 10 in 5 min'],
      ['network', 'too_many_attempts: 2 in 5 min'],
    ]);
    await addAuthenticator(world, cookie);
    const step = await passwordStep(world, person.email, PASSWORD);
    expect(await kinds(() => giveCode(world, step.cookie, 'not-a-code'))).toEqual([
      ['user', 'wrong_proof: 1 in 5 min'],
    ]);
  });

  it('cannot fill the log: a thousand networks leave eleven lines', async () => {
    const lines = await linesOf(() =>
      Promise.all(
        Array.from({ length: 1000 }, (_, n) =>
          world.app.inject({ method: 'POST', url: '/api/session', remoteAddress: `10.0.${n >> 8}.${n & 255}` }),
        ),
      ),
    );
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toMatchObject({
      subject_type: 'platform',
      payload: { kind: 'forged_request', attempts: 990, subjects: 990 },
    });
  });

  it('are kept when the database is away, and written when it is back', async () => {
    const log = world.app.get(AttemptLog);
    const lines = await linesOf(async () => {
      await signIn(person.email, 'fout');
      await world.database.asOwner('REVOKE INSERT ON event FROM htsm_app');
      await expect(log.write()).rejects.toThrow();
      await world.database.asOwner('GRANT INSERT ON event TO htsm_app');
      await signIn(person.email, 'weer fout');
    });
    expect(lines).toMatchObject([{ subject_id: person.userId, reason: 'wrong_credentials: 2 in 5 min' }]);
  });

  it('leave nothing when nothing was refused, nor for an honest slip', async () => {
    const cookie = await world.signInAs(person.userId);
    const lines = await linesOf(async () => {
      await world.request('GET', '/api/account', { cookie });
      await world.request('GET', '/api/account');
      await post('/session', { email: 'x' });
    });
    expect(lines).toEqual([]);
  });
});
