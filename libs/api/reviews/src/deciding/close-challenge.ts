import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type UserActor } from '@htsm/api/core';
import { ChallengeSteps } from '@htsm/api/challenges';
import { AnswersOwed } from '../reviews.errors';
import { DecisionsRepository } from './decisions.repository';

/** Closes a decided challenge; whoever tries to, an answer that is owed stops it. */
@Injectable()
export class CloseChallenge implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly decisions: DecisionsRepository,
  ) {}

  onModuleInit(): void {
    this.steps.guard('close', async (tx, challengeId) => {
      if (await this.decisions.lacksAnswers(tx, challengeId)) throw new AnswersOwed();
    });
  }

  /** Throws AnswersOwed while a proposal lacks a released answer. */
  run(actor: UserActor, challengeId: string): Promise<void> {
    return this.database.as(actor, async (tx) => void (await this.steps.advance(tx, actor, challengeId, 'close')));
  }
}
