import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { brokenPromises } from './invariants/testing/broken-promises';
import { createWholeApi } from './testing-app';

/** Processes that are killed; the whole proof kills 500, or as many as it is told. */
const KILLS = Number(process.env['HTSM_SUBMIT_KILLS'] ?? (process.env['TRUST'] === 'full' ? 500 : 16));
/** Submits under way in a process when it dies: more of them meet the kill at another point of their life. */
const AT_ONCE = 4;
/** Kills come at random moments, from before the submits arrive to after they are answered: up to this many times as long. */
const SPREAD = 1.6;
/** One kill in so many waits for the first answer: on a busy processor none might come before a random moment. */
const ANSWERED_EVERY = 8;

/** A process gets this long to start, on a processor that many share. */
const START_MS = 120_000;

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

  it(`leaves nothing half submitted and sends one receipt each, over ${KILLS} kills of ${AT_ONCE} submits`, async () => {
    const drafts = await makeDrafts(world, KILLS * AT_ONCE);
    const faults: string[] = [];
    let unanswered = 0;
    let api = await startApi(world, bundle);
    const wholeMs = await timeOfSubmits(world, api);
    for (let round = 0; round < KILLS; round += 1) {
      const killed = drafts.slice(round * AT_ONCE, (round + 1) * AT_ONCE);
      const spare = startApi(world, bundle);
      const answers = killed.map((draft) => submit(api.port, draft));
      await (round % ANSWERED_EVERY === 0 ? Promise.race(answers) : sleep(Math.random() * SPREAD * wholeMs));
      await kill(api);
      unanswered += (await Promise.all(answers)).filter((status) => status === 0).length;
      api = await spare;
      for (const draft of killed) faults.push(...(await faultsAfter(world, api, draft)));
      await report(
        `${faults.length} half of ${(round + 1) * AT_ONCE} submits in ${round + 1} kills, ${unanswered} cut off`,
      );
    }
    await kill(api);
    expect(faults).toEqual([]);
    expect(await brokenPromises(world)).toEqual([]);
    expect(unanswered).toBeGreaterThan(drafts.length / 10);
    expect(unanswered).toBeLessThan(drafts.length);
  }, 3_600_000);
});

/** How long a batch takes that nobody kills, in milliseconds; the first one only warms the process up. */
async function timeOfSubmits(world: TestWorld, api: Api): Promise<number> {
  let startedAt = 0;
  for (let batch = 0; batch < 2; batch += 1) {
    const drafts = await makeDrafts(world, AT_ONCE);
    startedAt = Date.now();
    const answers = await Promise.all(drafts.map((draft) => submit(api.port, draft)));
    expect(answers).toEqual(drafts.map(() => 200));
  }
  return Date.now() - startedAt;
}

/** A killed submit left a draft or a submission; the client's second try under the same key ends in one submission. */
async function faultsAfter(world: TestWorld, api: Api, draft: Draft): Promise<string[]> {
  const before = JSON.stringify(await traces(world, draft));
  const status = await submit(api.port, draft);
  const after = JSON.stringify(await traces(world, draft));
  const isWhole = before === JSON.stringify(untouched) || before === JSON.stringify(done);
  return isWhole && status === 200 && after === JSON.stringify(done) ? [] : [`${before}, ${status}, ${after}`];
}

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

/** A running API process. */
interface Api {
  readonly process: ChildProcess;
  readonly port: number;
}

/** Starts an API that answers; somebody else may take the port before it does, then it is started on another one. */
async function startApi(world: TestWorld, bundle: string): Promise<Api> {
  for (;;) {
    const port = await freePort();
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
    if (await isReady(child, port)) return { process: child, port };
  }
}

/** Waits until the process answers (true) or ends (false); the processor is shared, so it is given a while. */
async function isReady(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) return false;
    const answers = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answers) return true;
    await sleep(25);
  }
  throw new Error('The API did not start within two minutes');
}

async function kill({ process: child }: Api): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await ended;
}

/** Leaves the figure for the runner of the long proofs. */
async function report(figure: string): Promise<void> {
  const file = process.env['TRUST_FIGURE'];
  if (file !== undefined) await writeFile(file, figure);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
