import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ChallengeClock } from '@htsm/api/challenges';
import { makeChallenge, openWorkerClock, type MadeChallenge } from '@htsm/api/challenges/testing';
import { EventLog } from '@htsm/api/core';
import type { TestWorld } from '@htsm/api/core/testing';
import type { SubmissionDto } from '../dto/my-proposal.dto';
import { StartReviews } from '../start-reviews';
import { makeProposal } from '../testing/proposal.factory';
import { TestProposer, createProposalsWorld, makeDraft, refusal } from '../testing/proposals-world';

/** Submits in all; the whole proof makes 2,000. */
const SUBMITS = process.env['TRUST'] === 'full' ? 2000 : 100;
const PER_ROUND = 25;
/** Submits are sent from this long before the closing instant to this long after it. */
const EDGE_MS = 500;
/** How often the worker of this test looks for challenges that are due; far more often than the real one. */
const TICK_MS = 10;
const HOUR_MS = 3_600_000;

/** What became of one submit, seen from outside. */
interface Outcome {
  readonly proposalId: string;
  readonly status: number;
  readonly code: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** Instant on the receipt; null when there is none. */
  readonly submittedAt: number | null;
}

describe('the closing instant', () => {
  let world: TestWorld;
  let worker: Awaited<ReturnType<typeof openWorkerClock>>;
  beforeAll(async () => {
    world = await createProposalsWorld();
    worker = await openWorkerClock(world);
    const reviews = new StartReviews(new EventLog());
    worker.clock.onStoppedAccepting((tx, challengeId) => reviews.run(tx, challengeId));
  });
  afterEach(() => world.database.shiftClock(0));
  afterAll(async () => {
    await worker.close();
    await world.close();
  });

  it(`has none of ${SUBMITS} submits on its wrong side, while the worker closes and opens the proposals`, async () => {
    const smes: TestProposer[] = [];
    for (let i = 0; i < PER_ROUND; i += 1) smes.push(await TestProposer.make(world));
    const outcomes: { readonly closesAt: number; readonly outcome: Outcome }[] = [];
    const faults: string[] = [];
    while (outcomes.length < SUBMITS) {
      const { closesAt, round, challenge } = await submitAround(world, worker.clock, smes);
      for (const outcome of round) {
        outcomes.push({ closesAt, outcome });
        faults.push(...faultsOf(outcome, closesAt));
      }
      faults.push(...(await faultsLeft(world, challenge, round)));
    }
    const accepted = outcomes.filter(({ outcome }) => outcome.status === 200).length;
    await report(`${faults.length} of ${outcomes.length} on the wrong side (${accepted} accepted)`);
    expect(faults).toEqual([]);
    expect(accepted).toBeGreaterThan(SUBMITS / 8);
    expect(accepted).toBeLessThan((SUBMITS * 7) / 8);
  }, 600_000);

  it('refuses a submit that was sent in time but waited for a lock until after it', async () => {
    const { sme, draft, challenge } = await makeDraft(world, { closesAt: new Date(Date.now() + HOUR_MS) });
    const release = await holdChallenge(world, challenge.id);
    const submitted = sme.submit(draft);
    await untilOneWaits(world);
    await world.database.shiftClock(HOUR_MS);
    await release();
    expect(refusal(await submitted)).toEqual([409, 'proposal_deadline_passed', []]);
    expect(await receiptsOf(world, draft.id)).toBe(0);
  });

  it('keeps the proposals closed while a submit that was judged in time has not ended', async () => {
    const { sme, draft, challenge } = await makeDraft(world, { closesAt: new Date(Date.now() + HOUR_MS) });
    const release = await holdReceipts(world);
    const submitted = sme.submit(draft);
    await untilOneWaits(world);
    await world.database.shiftClock(HOUR_MS);
    await worker.clock.tick();
    expect(await statesOf(world, challenge.id)).toEqual({ challenge: 'open', proposals: ['draft'] });
    await release();
    expect((await submitted).status).toBe(200);
    await worker.clock.tick();
    expect(await statesOf(world, challenge.id)).toEqual({ challenge: 'evaluating', proposals: ['under_review'] });
  });
});

/** Gives once a transaction of this database waits for a lock that another holds. */
async function untilOneWaits(world: TestWorld): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await world.database.asOwner(waiting)).length === 0) await pause(5);
}

/** Sends one submit of each SME, spread over the second around the closing instant of a fresh challenge. */
async function submitAround(
  world: TestWorld,
  clock: ChallengeClock,
  smes: readonly TestProposer[],
): Promise<{ closesAt: number; round: Outcome[]; challenge: MadeChallenge }> {
  const challenge = await makeChallenge(world.database, { closesAt: new Date(Date.now() + HOUR_MS) });
  const ids: string[] = [];
  for (const { organisationId, userId } of smes) {
    const values = { challengeId: challenge.id, organisationId, createdBy: userId };
    ids.push((await makeProposal(world.database, values)).id);
  }
  const closesAt = Date.now() + EDGE_MS + 100;
  await world.database.asOwner('UPDATE challenge SET closes_at = $2 WHERE id = $1', [challenge.id, new Date(closesAt)]);
  const closing = closeWhenDue(world, clock, challenge.id);
  const round = await Promise.all(
    smes.map(async (sme, index) => {
      await pause(closesAt - EDGE_MS + (2 * EDGE_MS * index) / (smes.length - 1) - Date.now());
      return submitOne(sme, ids[index] ?? '');
    }),
  );
  await closing;
  return { closesAt, round, challenge };
}

async function submitOne(sme: TestProposer, proposalId: string): Promise<Outcome> {
  const sentAt = Date.now();
  const answer = await sme.submit({ id: proposalId, version: 1 }, randomUUID());
  const answeredAt = Date.now();
  const { receipt, code } = answer.body as Partial<SubmissionDto> & { code?: string }; // a submission or a problem
  const submittedAt = receipt === undefined ? null : Date.parse(receipt.submittedAt);
  return { proposalId, status: answer.status, code: code ?? '', sentAt, answeredAt, submittedAt };
}

async function closeWhenDue(world: TestWorld, clock: ChallengeClock, id: string): Promise<void> {
  for (;;) {
    await clock.tick();
    const [row] = await world.database.asOwner<{ state: string }>('SELECT state FROM challenge WHERE id = $1', [id]);
    if (row?.state === 'evaluating') return;
    await pause(TICK_MS);
  }
}

/** Accepted although it was sent too late, or refused although it was answered before the instant. */
function faultsOf(outcome: Outcome, closesAt: number): string[] {
  const isAccepted = outcome.status === 200;
  const isRefused = outcome.status === 409 && outcome.code === 'proposal_deadline_passed';
  const isRight = isAccepted
    ? outcome.sentAt < closesAt && outcome.submittedAt !== null && outcome.submittedAt < closesAt
    : isRefused && outcome.answeredAt >= closesAt;
  return isRight ? [] : [`${JSON.stringify(outcome)} closed at ${closesAt}`];
}

/** What the database holds afterwards: exactly the accepted ones went to review, each with one receipt. */
async function faultsLeft(world: TestWorld, challenge: MadeChallenge, round: readonly Outcome[]): Promise<string[]> {
  const rows = await world.database.asOwner<{ id: string; state: string; receipts: number; early: number }>(
    `SELECT p.id, p.state, (SELECT count(*)::int FROM proposal_receipt r WHERE r.proposal_id = p.id) AS receipts,
       (SELECT count(*)::int FROM event e WHERE e.subject_id = p.id AND e.type = 'proposal.review_started'
          AND e.occurred_at < c.closes_at) AS early
     FROM proposal p JOIN challenge c ON c.id = p.challenge_id WHERE c.id = $1`,
    [challenge.id],
  );
  return round.flatMap(({ proposalId, status }) => {
    const row = rows.find(({ id }) => id === proposalId);
    const wanted = status === 200 ? 'under_review with 1, 0 early' : 'draft with 0, 0 early';
    const found = `${row?.state} with ${row?.receipts}, ${row?.early} early`;
    return wanted === found ? [] : [`${proposalId}: ${found} instead of ${wanted}`];
  });
}

/** Holds a challenge as a change of it would; gives how to let go. */
function holdChallenge(world: TestWorld, id: string): Promise<() => Promise<void>> {
  return hold(world, `SELECT FROM challenge WHERE id = '${id}' FOR UPDATE`);
}

/** Makes the writing of a receipt wait: a submit then stands still after it was judged. */
function holdReceipts(world: TestWorld): Promise<() => Promise<void>> {
  return hold(world, 'LOCK TABLE proposal_receipt IN SHARE MODE');
}

async function hold(world: TestWorld, lock: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(lock);
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

async function receiptsOf(world: TestWorld, proposalId: string): Promise<number | undefined> {
  const [row] = await world.database.asOwner<{ n: number }>(
    'SELECT count(*)::int AS n FROM proposal_receipt WHERE proposal_id = $1',
    [proposalId],
  );
  return row?.n;
}

async function statesOf(world: TestWorld, id: string): Promise<{ challenge: string; proposals: string[] } | undefined> {
  const [row] = await world.database.asOwner<{ challenge: string; proposals: string[] }>(
    `SELECT c.state AS challenge, array_agg(p.state) AS proposals FROM challenge c JOIN proposal p ON p.challenge_id = c.id
     WHERE c.id = $1 GROUP BY c.state`,
    [id],
  );
  return row;
}

/** Leaves the figure for the runner of the long proofs. */
async function report(figure: string): Promise<void> {
  const file = process.env['TRUST_FIGURE'];
  if (file !== undefined) await writeFile(file, figure);
}
