import { Injectable } from '@nestjs/common';
import type { Tx, UserActor } from '@htsm/api/core';
import { ChallengeMails } from './challenge-mails';
import { ChallengeSteps, type StepChanges, type SteppedChallenge } from './challenge-steps';

/** Takes a step and tells the people whom it concerns, in one transaction. Each gives the challenge as it was. */
@Injectable()
export class AnnouncedSteps {
  constructor(
    private readonly steps: ChallengeSteps,
    private readonly mails: ChallengeMails,
  ) {}

  /** Sends a challenge to the taskforce. */
  async submit(tx: Tx, actor: UserActor, challengeId: string): Promise<SteppedChallenge> {
    const { challenge } = await this.steps.advance(tx, actor, challengeId, 'submit_for_moderation');
    await this.mails.submitted(tx, challenge);
    return challenge;
  }

  /** Sends a challenge back to its owner. */
  async requestChanges(tx: Tx, actor: UserActor, challengeId: string, reason: string): Promise<SteppedChallenge> {
    const { challenge } = await this.steps.take(tx, { actor, challengeId, step: 'request_changes', reason });
    await this.mails.changesRequested(tx, challenge, reason);
    return challenge;
  }

  /** Schedules the opening of a challenge. */
  async approve(
    tx: Tx,
    actor: UserActor,
    challengeId: string,
    changes: StepChanges & { readonly opens_at: Date },
  ): Promise<SteppedChallenge> {
    const { challenge } = await this.steps.take(tx, { actor, challengeId, step: 'approve', changes });
    await this.mails.approved(tx, challenge, changes.opens_at);
    return challenge;
  }

  /** Ends a challenge before its time; the other side is told. */
  async cancel(
    tx: Tx,
    actor: UserActor,
    challengeId: string,
    { reason, by }: { readonly reason: string; readonly by: 'owner' | 'taskforce' },
  ): Promise<SteppedChallenge> {
    const changes = { cancel_reason: reason };
    const { challenge } = await this.steps.take(tx, { actor, challengeId, step: 'cancel', reason, changes });
    await this.mails.cancelled(tx, challenge, reason, by);
    return challenge;
  }

  /** Opens a challenge, by the clock. */
  async open(tx: Tx, challengeId: string): Promise<SteppedChallenge> {
    const changes = { opened_at: await tx.now() };
    const { challenge } = await this.steps.take(tx, { actor: null, challengeId, step: 'open', changes });
    await this.mails.opened(tx, challenge);
    return challenge;
  }

  /** Stops accepting proposals, by the clock; `work` does what other rooms must do and gives the number of proposals. */
  async stopAccepting(tx: Tx, challengeId: string, work: () => Promise<number>): Promise<SteppedChallenge> {
    const changes = { stopped_accepting_at: await tx.now() };
    const { challenge } = await this.steps.take(tx, { actor: null, challengeId, step: 'stop_accepting', changes });
    await this.mails.stoppedAccepting(tx, challenge, await work());
    return challenge;
  }
}
