import { randomUUID } from 'node:crypto';
import { makeOrganisation, makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { badBodies, badQueries, badPaths, operations, type Operation } from './testing/bad-input';
import { describeApi } from './openapi';
import { createWholeApi } from './testing-app';

/** What an answer to bad input may not be: a fault of ours, or a refusal in another form than problem+json. */
function fault(operation: Operation, attempt: string, answer: TestResponse): string | null {
  const name = `${operation.method} ${operation.path} ${attempt} → ${answer.status}`;
  if (answer.status >= 500) return `${name}: ${answer.text.slice(0, 200)}`;
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  if (answer.status >= 400 && !isProblem) return `${name}: not problem+json`;
  return /\bat .+:\d+:\d+/.test(answer.text) ? `${name}: shows a stack trace` : null;
}

describe('bad input on every operation of the contract', () => {
  let world: TestWorld;
  let cookies: (string | undefined)[];

  beforeAll(async () => {
    world = await createWholeApi();
    const sme = await makeOrganisation(world.database, { kind: 'sme' });
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const member = await makePerson(world.database, {
      organisationId: sme.id,
      bodies: ['taskforce', 'administration', 'review_panel'],
    });
    await world.database.asOwner(
      `INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, 'organisation', $2, 'owner')`,
      [member.id, company.id],
    );
    cookies = [undefined, await world.signInAs(member.id)];
  });
  afterAll(() => world.close());

  it('never gives a fault and always says so as a problem', async () => {
    const faults: string[] = [];
    let attempts = 0;
    for (const operation of operations(describeApi(world.app))) {
      for (const cookie of cookies) {
        for (const attempt of [...badPaths(operation), ...badQueries(operation), ...badBodies(operation)]) {
          const answer = await world.request(operation.method, attempt.path, {
            ...(cookie === undefined || operation.endsSession ? {} : { cookie }),
            ...attempt.options,
            headers: { 'idempotency-key': randomUUID(), ...attempt.options.headers },
          });
          attempts += 1;
          const found = fault(operation, attempt.name, answer);
          if (found !== null) faults.push(found);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(attempts).toBeGreaterThan(1000);
  }, 240_000);

  it('refuses a body of 10 MB as too large', async () => {
    const answer = await world.request('POST', '/api/session', {
      body: { email: 'a'.repeat(10_000_000), password: 'x' },
    });
    expect([answer.status, answer.body]).toEqual([413, expect.objectContaining({ code: 'too_large' })]);
  });
});
