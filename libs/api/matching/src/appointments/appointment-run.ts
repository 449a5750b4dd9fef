import { Injectable } from '@nestjs/common';
import { ChallengeReading } from '@htsm/api/challenges';
import { Database, type Tx } from '@htsm/api/core';
import { AppointmentSteps, type OfIntroduction } from './appointment-steps';

/** Appointments worked on in one transaction. */
const BATCH = 20;

/** What becomes of appointments by the clock: a reminder the day before, and an end when the introduction does not go on. */
@Injectable()
export class AppointmentRun {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly steps: AppointmentSteps,
  ) {}

  /** Does what is due, for the worker; gives whether there may be more. */
  runDue(): Promise<boolean> {
    return this.database.asSystem(async (tx) => {
      const ended = await tx.rows<OfIntroduction['introduction']>(ENDED);
      for (const of of await this.withChallenges(tx, ended)) await this.steps.end(tx, of, 'clock', null);
      const soon = await tx.rows<OfIntroduction['introduction']>(SOON);
      for (const of of await this.withChallenges(tx, soon)) await this.steps.remind(tx, of);
      return ended.length === BATCH || soon.length === BATCH;
    });
  }

  private async withChallenges(tx: Tx, rows: readonly OfIntroduction['introduction'][]): Promise<OfIntroduction[]> {
    if (rows.length === 0) return [];
    const challenges = await this.challenges.byIds(
      tx,
      rows.map(({ challengeId }) => challengeId),
    );
    return rows.flatMap((introduction) => {
      const challenge = challenges.get(introduction.challengeId);
      return challenge === undefined ? [] : [{ introduction, challenge }];
    });
  }
}

const INTRODUCTION = `s.id, s.challenge_id AS "challengeId", s.organisation_id AS "organisationId", s.organisation_name AS "organisationName"
  FROM appointment a JOIN suggestion s ON s.id = a.suggestion_id`;

/** The challenge was cancelled, or the match concluded while slots were being offered. */
const ENDED = `SELECT ${INTRODUCTION}
  WHERE (a.state IN ('offered', 'refused') OR a.state = 'fixed' AND a.starts_at > htsm_now() - interval '8 hours' AND a.starts_at + a.minutes * interval '1 minute' > htsm_now())
    AND NOT introduction_goes_on(s.id)
  ORDER BY a.id LIMIT ${BATCH} FOR NO KEY UPDATE OF a SKIP LOCKED`;

/** Begins within a day, and was fixed at that time more than a day before, or else nobody needs to be told again. */
const SOON = `SELECT ${INTRODUCTION}
  WHERE a.state = 'fixed' AND a.starts_at > htsm_now() AND a.starts_at <= htsm_now() + interval '24 hours'
    AND a.reminded_for IS DISTINCT FROM a.starts_at AND a.updated_at < a.starts_at - interval '24 hours'
  ORDER BY a.starts_at, a.id LIMIT ${BATCH} FOR NO KEY UPDATE OF a SKIP LOCKED`;
