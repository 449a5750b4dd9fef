import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { createWholeApi } from './testing-app';

const KILLS = Number(process.env['HTSM_KILLS'] ?? 50);

/** A draft that is complete and waits to be submitted. */
interface Draft {
  readonly id: string;
  readonly version: number;
  readonly submitKey: string;
  readonly cookie: string;
}

describe('an API process that is killed while proposals are submitted', () => {
  let world: TestWorld;
  let bundle: string;
  beforeAll(async () => {
    world = await createWholeApi();
    bundle = process.env['HTSM_TEST_BUNDLE'] ?? '';
  });
  afterAll(() => world.close());

  it(`leaves nothing half submitted and sends one receipt each, over ${KILLS} kills`, async () => {
    const drafts = await makeDrafts(world, KILLS);
    const port = await freePort();
    let api = await startApi(world, bundle, port);
    for (const [round, draft] of drafts.entries()) {
      const submitted = submit(port, draft);
      await sleep((round * 7) % 45); // spread over the life of a submit, from before it arrives to after the answer
      await kill(api);
      await submitted;
      api = await startApi(world, bundle, port);
      expect([untouched, done]).toContainEqual(await traces(world, draft));
      expect(await submit(port, draft)).toBe(200);
      expect(await traces(world, draft)).toEqual(done);
    }
    await kill(api);
  }, 300_000);
});

/** What a submit leaves behind: the state, receipts, lines in the log, mails to the two people. */
interface Traces {
  readonly state: string;
  readonly receipts: number;
  readonly events: number;
  readonly mails: number;
}
const untouched: Traces = { state: 'draft', receipts: 0, events: 0, mails: 0 };
const done: Traces = { state: 'submitted', receipts: 1, events: 1, mails: 2 };

async function traces(world: TestWorld, draft: Draft): Promise<Traces | undefined> {
  const [row] = await world.database.asOwner<Traces>(
    `SELECT p.state,
       (SELECT count(*)::int FROM proposal_receipt r WHERE r.proposal_id = p.id) AS receipts,
       (SELECT count(*)::int FROM event e WHERE e.subject_id = p.id AND e.type = 'proposal.submitted') AS events,
       (SELECT count(*)::int FROM mail_outbox m WHERE m.kind = 'proposal_received' AND m.variables->>'path' LIKE '%' || p.id || '%') AS mails
     FROM proposal p WHERE p.id = $1`,
    [draft.id],
  );
  return row;
}

async function makeDrafts(world: TestWorld, count: number): Promise<Draft[]> {
  const company = await makeOrganisation(world.database, { kind: 'company' });
  const challenge = await makeChallenge(world.database, { state: 'open', organisationId: company.id });
  const drafts: Draft[] = [];
  for (let i = 0; i < count; i += 1) {
    const sme = await makeOrganisation(world.database, { kind: 'sme' });
    const person = await makePerson(world.database, { organisationId: sme.id });
    await makePerson(world.database, { organisationId: sme.id });
    const proposal = await makeProposal(world.database, {
      challengeId: challenge.id,
      organisationId: sme.id,
      createdBy: person.id,
    });
    drafts.push({ id: proposal.id, version: 1, submitKey: randomUUID(), cookie: await world.signInAs(person.id) });
  }
  return drafts;
}

/** Gives the status, or 0 when the process died before it answered. */
async function submit(port: number, draft: Draft): Promise<number> {
  return fetch(`http://127.0.0.1:${port}/api/my/proposals/${draft.id}/submission`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-htsm': '1', cookie: draft.cookie },
    body: JSON.stringify({ version: draft.version, submitKey: draft.submitKey }),
  }).then(
    (answer) => answer.status,
    () => 0,
  );
}

async function startApi(world: TestWorld, bundle: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(bundle, 'main.js')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: world.database.ownerUrl,
      APP_SECRET: world.database.appSecret,
      HTSM_DATA_DIR: world.config.dataDir,
      PORT: String(port),
      LOG_LEVEL: 'silent',
    },
  });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return child;
    await sleep(25);
  }
  throw new Error('The API did not start within five seconds');
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
