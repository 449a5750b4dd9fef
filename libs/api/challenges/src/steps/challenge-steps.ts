import { Injectable } from '@nestjs/common';
import { CHALLENGE_TRANSITIONS, nextState, type ChallengeState, type ChallengeStep } from '@htsm/domain';
import { EventLog, NotFound, StepNotAllowed, type Tx, type UserActor } from '@htsm/api/core';

/** A challenge as the steps and their mails need it. */
export interface SteppedChallenge {
  readonly id: string;
  readonly slug: string;
  readonly organisationId: string;
  readonly ownerName: string;
  readonly state: ChallengeState;
  readonly version: number;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** Columns that a step may set besides the state. */
export interface StepChanges {
  readonly slug?: string;
  readonly opens_at?: Date;
  readonly closes_at?: Date;
  readonly opened_at?: Date;
  readonly stopped_accepting_at?: Date;
  readonly cancel_reason?: string;
}

/** A step to take: by whom (null is the clock), why, and what else changes with it. */
export interface StepRequest {
  readonly actor: UserActor | null;
  readonly challengeId: string;
  readonly step: ChallengeStep;
  readonly reason?: string;
  readonly changes?: StepChanges;
}

/** Looks whether a step may be taken; throws its room's refusal (StepBlocked or another) when not. */
export type StepGuard = (tx: Tx, challengeId: string) => Promise<void>;

/** What a later room does in the transaction of a step that was taken. */
export type StepFollower = (tx: Tx, challengeId: string, reason: string | undefined) => Promise<void>;

/** The only place that changes the state of a challenge: table, guards, history and audit log in one transaction. */
@Injectable()
export class ChallengeSteps {
  private readonly guards = new Map<ChallengeStep, StepGuard[]>();
  private readonly followers = new Map<ChallengeStep, StepFollower[]>();

  constructor(private readonly events: EventLog) {}

  /** Lets a later room refuse a step, such as closing while an answer is owed. Called once, at start. */
  guard(step: ChallengeStep, guard: StepGuard): void {
    this.guards.set(step, [...(this.guards.get(step) ?? []), guard]);
  }

  /** Lets a later room act when a step is taken, such as telling proposers of a cancellation. Called once, at start. */
  follow(step: ChallengeStep, follower: StepFollower): void {
    this.followers.set(step, [...(this.followers.get(step) ?? []), follower]);
  }

  /**
   * Takes a step; the row is locked until the transaction ends. Gives the challenge as it was, with its new state
   * in `to`. Throws NotFound, StepNotAllowed or what a guard throws.
   */
  async advance(
    tx: Tx,
    actor: UserActor | null,
    challengeId: string,
    step: ChallengeStep,
  ): Promise<{ challenge: SteppedChallenge; to: ChallengeState }> {
    return this.take(tx, { actor, challengeId, step });
  }

  /** Like `advance`, with a reason, and columns that change in the same update. */
  async take(tx: Tx, request: StepRequest): Promise<{ challenge: SteppedChallenge; to: ChallengeState }> {
    const challenge = await this.lock(tx, request.challengeId);
    const to = nextState(CHALLENGE_TRANSITIONS, challenge.state, request.step);
    if (to === null) throw new StepNotAllowed(challenge.state, request.step);
    for (const guard of this.guards.get(request.step) ?? []) await guard(tx, challenge.id);
    await this.write(tx, challenge, to, request.changes ?? {});
    await this.record(tx, challenge, to, request);
    for (const follower of this.followers.get(request.step) ?? []) await follower(tx, challenge.id, request.reason);
    return { challenge, to };
  }

  /** Locks the row and gives it; throws NotFound when the actor of the transaction does not see it. */
  async lock(tx: Tx, challengeId: string): Promise<SteppedChallenge> {
    const row = await tx.row<SteppedChallenge>(
      `SELECT c.id, c.slug, c.organisation_id AS "organisationId", o.name AS "ownerName", c.state, c.version,
        c.title_nl AS "titleNl", c.title_en AS "titleEn", c.opens_at AS "opensAt", c.closes_at AS "closesAt"
       FROM challenge c JOIN organisation o ON o.id = c.organisation_id WHERE c.id = $1 FOR UPDATE OF c`,
      [challengeId],
    );
    if (row === null) throw new NotFound();
    return row;
  }

  private async write(tx: Tx, challenge: SteppedChallenge, to: ChallengeState, changes: StepChanges): Promise<void> {
    const columns = Object.entries(changes);
    const set = columns.map(([name], index) => `, ${name} = $${index + 3}`).join('');
    await tx.run(
      `UPDATE challenge SET state = $2, version = version + 1, updated_at = htsm_now()${set} WHERE id = $1`,
      [challenge.id, to, ...columns.map(([, value]) => value)],
    );
  }

  private async record(tx: Tx, challenge: SteppedChallenge, to: ChallengeState, request: StepRequest): Promise<void> {
    const { actor, reason, step } = request;
    await tx.run(
      `INSERT INTO challenge_transition (challenge_id, from_state, to_state, actor_id, actor_name, reason)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [challenge.id, challenge.state, to, actor?.userId ?? null, actor?.name ?? '', reason ?? null],
    );
    await this.events.append(tx, {
      type: `challenge.${EVENT_NAMES[step]}`,
      subjectType: 'challenge',
      subjectId: challenge.id,
      actorId: actor?.userId ?? null,
      ...(reason === undefined ? {} : { reason }),
      payload: { from: challenge.state, to },
      visibleToOrgIds: [challenge.organisationId],
    });
  }
}

const EVENT_NAMES: Readonly<Record<ChallengeStep, string>> = {
  submit_for_moderation: 'submitted_for_moderation',
  request_changes: 'changes_requested',
  approve: 'approved',
  open: 'opened',
  stop_accepting: 'stopped_accepting',
  decide: 'decided',
  close: 'closed',
  cancel: 'cancelled',
};
