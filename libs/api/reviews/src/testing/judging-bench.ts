import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { adjustForLeniency, givenScores, type WeightedCriterion } from '@htsm/domain';
import { Database, SESSION_COOKIE, hashSessionToken, openDataSource } from '@htsm/api/core';
import type { TestDatabase } from '@htsm/api/core/testing';
import { RankingRepository } from '../deciding/ranking.repository';
import { makeLargeJudging } from './large-judging';

const SIZE = { proposals: 200, reviewers: 30, reviewsEach: 4 };
const ROUNDS = 15;

/** Fills the database and gives the challenge, and the cookies of those who read it. */
async function prepare(url: string): Promise<object> {
  const source = await openDataSource(url, [], 2);
  const asOwner: TestDatabase['asOwner'] = (sql, parameters = []) => source.query(sql, [...parameters]);
  const needless = () => Promise.reject(new Error('A bench fills its database and no more'));
  const database = { ownerUrl: url, appSecret: '', asOwner, shiftClock: needless, drop: needless };
  const { challengeId, taskforceId, linkedId } = await makeLargeJudging(database, SIZE);
  const cookie = await openSession(asOwner, taskforceId);
  const linkedCookie = await openSession(asOwner, linkedId);
  await source.destroy();
  return { challengeId, cookie, linkedCookie };
}

/** Gives the cookie. */
async function openSession(asOwner: TestDatabase['asOwner'], userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await asOwner(
    `INSERT INTO session (id, token_hash, user_id, expires_at, second_factor_at)
     VALUES ($1, $2, $3, htsm_now() + interval '1 day', htsm_now())`,
    [randomUUID(), hashSessionToken(token), userId],
  );
  return `${SESSION_COOKIE}=${token}`;
}

/** Adjusts the scores of the challenge again and again; the first round is of cold code. */
async function adjust(url: string, challengeId: string): Promise<object> {
  const source = await openDataSource(url, [], 2);
  const rows = await new Database(source).asSystem((tx) => new RankingRepository().field(tx, challengeId));
  const criteria: WeightedCriterion[] = await source.query(
    'SELECT id, weight, knock_out_minimum AS "knockOutMinimum" FROM criterion WHERE challenge_id = $1',
    [challengeId],
  );
  await source.destroy();
  const adjustMs = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    const leniency = adjustForLeniency(givenScores(criteria, rows));
    if (!leniency.isAdjusted) throw new Error(`Not adjusted: ${leniency.reason}`);
    return performance.now() - begun;
  });
  return { proposals: rows.length, reviews: rows.reduce((sum, { reviews }) => sum + reviews.length, 0), adjustMs };
}

const [word, url = '', challengeId = ''] = process.argv.slice(2);
const told = word === 'prepare' ? await prepare(url) : await adjust(url, challengeId);
process.stdout.write(JSON.stringify(told));
