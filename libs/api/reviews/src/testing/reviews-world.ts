import { accountsEntities, accountsTexts } from '@htsm/api/accounts';
import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, type ChallengeValues, type MadeChallenge } from '@htsm/api/challenges/testing';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { makeProposal, type MadeProposal } from '@htsm/api/proposals/testing';
import { reviewsEntities } from '../reviews.entities';
import { ReviewsModule } from '../reviews.module';
import { reviewsTexts } from '../reviews.texts';

/** Starts challenges and reviews on a fresh database. */
export function createReviewsWorld(): Promise<TestWorld> {
  return createTestWorld({
    modules: [ChallengesModule, ReviewsModule],
    entities: [...accountsEntities, ...challengesEntities, ...reviewsEntities],
    texts: [accountsTexts, challengesTexts, reviewsTexts],
  });
}

/** A challenge being judged, with proposals of different SMEs, in the order of their numbers. */
export async function makeJudging(
  world: TestWorld,
  proposals: number,
  values: ChallengeValues = {},
): Promise<{ challenge: MadeChallenge; proposals: MadeProposal[] }> {
  const challenge = await makeChallenge(world.database, {
    state: 'evaluating',
    titleNl: 'Wissels meten',
    titleEn: '',
    ...values,
  });
  const made: MadeProposal[] = [];
  for (let index = 0; index < proposals; index += 1) {
    const organisation = await makeOrganisation(world.database, { name: `Bedrijf ${index + 1}` });
    made.push(
      await makeProposal(world.database, {
        challengeId: challenge.id,
        organisationId: organisation.id,
        state: 'under_review',
        title: `Idee ${index + 1}`,
      }),
    );
  }
  return { challenge, proposals: made };
}

/** Sends requests as one signed-in person. */
export type Send = (method: string, path: string, body?: unknown) => Promise<TestResponse>;

/** Signs somebody in. */
export async function sendAs(world: TestWorld, userId: string): Promise<Send> {
  const cookie = await world.signInAs(userId);
  return (method, path, body) => world.request(method, path, { cookie, ...(body === undefined ? {} : { body }) });
}

/** A signed-in member of the taskforce. */
export async function sendAsTaskforce(world: TestWorld): Promise<Send> {
  return sendAs(world, (await makePerson(world.database, { bodies: ['taskforce'] })).id);
}

/** Reads the stable part of a refusal. */
export function refusal(answer: TestResponse): unknown[] {
  const { code, errors } = answer.body as { code: string; errors: { path: string; code: string }[] }; // problem+json
  return [answer.status, code, errors.map((fault) => `${fault.path}:${fault.code}`)];
}
