import { randomUUID } from 'node:crypto';
import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, type ChallengeValues, type MadeChallenge } from '@htsm/api/challenges/testing';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import type { MyProposalDto, SubmissionDto } from '../dto/my-proposal.dto';
import { proposalsEntities } from '../proposals.entities';
import { ProposalsModule } from '../proposals.module';
import { proposalsTexts } from '../proposals.texts';

/** Starts challenges and proposals on a fresh database. */
export function createProposalsWorld(role: 'app' | 'worker' = 'app'): Promise<TestWorld> {
  return createTestWorld(
    {
      modules: [ChallengesModule, ProposalsModule],
      entities: [...challengesEntities, ...proposalsEntities],
      texts: [challengesTexts, proposalsTexts],
    },
    role,
  );
}

/**
 * An SME with one signed-in person, and what it does over HTTP. Its proposals hold secret words: an answer, a log line or
 * a mail that shows one to anybody else ends the test, unless the test first names them as readers.
 */
export class TestProposer {
  /** Who may read what this person writes. */
  readonly readers: Set<string>;

  private constructor(
    private readonly world: TestWorld,
    readonly organisationId: string,
    readonly userId: string,
    readonly cookie: string,
  ) {
    this.readers = new Set([userId]);
  }

  static async make(world: TestWorld, values: { name?: string } = {}): Promise<TestProposer> {
    const organisation = await makeOrganisation(world.database, { kind: 'sme', ...values });
    const person = await makePerson(world.database, { organisationId: organisation.id });
    return new TestProposer(world, organisation.id, person.id, await world.signInAs(person.id));
  }

  /** A second person of the same organisation. */
  async colleague(): Promise<TestProposer> {
    const person = await makePerson(this.world.database, {
      organisationId: this.organisationId,
      organisationRole: 'member',
    });
    const cookie = await this.world.signInAs(person.id);
    const colleague = new TestProposer(this.world, this.organisationId, person.id, cookie);
    this.readers.add(colleague.userId);
    colleague.readers.add(this.userId);
    return colleague;
  }

  send(method: string, path: string, body?: unknown): Promise<TestResponse> {
    return this.world.request(method, path, { cookie: this.cookie, ...(body === undefined ? {} : { body }) });
  }

  async read(id: string): Promise<MyProposalDto> {
    return (await this.send('GET', `/api/my/proposals/${id}`)).body as MyProposalDto; // the contract of the route
  }

  async start(challenge: MadeChallenge): Promise<MyProposalDto> {
    const answer = await this.send('POST', '/api/my/proposals', { challengeSlug: challenge.slug });
    return answer.body as MyProposalDto; // the contract of the route
  }

  /** Starts a proposal and fills in everything. */
  async complete(challenge: MadeChallenge): Promise<MyProposalDto> {
    const draft = await this.start(challenge);
    await this.send('PATCH', `/api/my/proposals/${draft.id}`, {
      version: draft.version,
      title: 'Wissels beluisteren',
      summary: `Wij luisteren naar ${this.secret('summary')}.`,
      approach: `Met glasvezel en ${this.secret('approach')}.`,
      planning: 'In drie maanden.',
      priceEur: 42_000,
      fits: challenge.criterionIds.map((criterionId) => ({ criterionId, text: 'Dat past.' })),
    });
    return this.read(draft.id);
  }

  private secret(field: string): string {
    return this.world.canaries.plant(`${field} of a proposal`, (id) => id !== null && this.readers.has(id));
  }

  submit(proposal: Pick<MyProposalDto, 'id' | 'version'>, submitKey: string = randomUUID()): Promise<TestResponse> {
    return this.send('POST', `/api/my/proposals/${proposal.id}/submission`, { version: proposal.version, submitKey });
  }

  /** Fills in and submits. */
  async propose(challenge: MadeChallenge): Promise<SubmissionDto> {
    return (await this.submit(await this.complete(challenge))).body as SubmissionDto; // the contract of the route
  }
}

/** A proposer with a complete draft for an open challenge. */
export async function makeDraft(
  world: TestWorld,
  values: ChallengeValues = {},
): Promise<{ sme: TestProposer; challenge: MadeChallenge; draft: MyProposalDto }> {
  const challenge = await makeChallenge(world.database, values);
  const sme = await TestProposer.make(world);
  return { sme, challenge, draft: await sme.complete(challenge) };
}

/** Reads the stable part of a refusal. */
export function refusal(answer: TestResponse): unknown[] {
  const { code, errors } = answer.body as { code: string; errors: { path: string; code: string }[] }; // problem+json
  return [answer.status, code, errors.map((fault) => `${fault.path}:${fault.code}`)];
}

/** Gives how many statements `work` makes, begin and commit included. */
export async function countStatements(world: TestWorld, work: () => Promise<unknown>): Promise<number> {
  const { source } = world;
  const original = source.createQueryRunner;
  let statements = 0;
  source.createQueryRunner = (mode) => {
    const runner = original.call(source, mode);
    const query = runner.query;
    runner.query = (...given: Parameters<typeof query>) => {
      statements += 1;
      return query.apply(runner, given);
    };
    return runner;
  };
  await work().finally(() => {
    source.createQueryRunner = original;
  });
  return statements;
}
