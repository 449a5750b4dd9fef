import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { StabilityDto } from '../dto/field-judgement.dto';
import type { RankingDto } from '../dto/ranking.dto';
import { JudgedChallengesRepository, toJudgedChallenge } from '../reading/judged-challenges.repository';
import { toRanking } from './ranking.mapper';
import { RankingRepository, type GivenScoreRow, type TaskRow } from './ranking.repository';
import { toStability } from './stability.mapper';

/** The standing of a challenge, and how firm it is, by what the reader may see. */
@Injectable()
export class Ranking {
  constructor(
    private readonly database: Database,
    private readonly rankings: RankingRepository,
    private readonly challenges: JudgedChallengesRepository,
  ) {}

  readRanking(actor: UserActor, challengeId: string, locale: Locale): Promise<RankingDto> {
    return this.database.as(actor, (tx) => this.read(tx, challengeId, locale));
  }

  /** Gives every score that the reader may see. Throws NotFound. */
  readScores(actor: UserActor, challengeId: string, locale: Locale): Promise<GivenScoreRow[]> {
    return this.database.as(actor, async (tx) => {
      if ((await this.challenges.find(tx, challengeId, locale)) === null) throw new NotFound();
      return this.rankings.scores(tx, challengeId, locale);
    });
  }

  /** Gives how far every reviewer is. Throws NotFound. */
  readTasks(actor: UserActor, challengeId: string): Promise<TaskRow[]> {
    return this.database.as(actor, async (tx) => {
      if ((await this.challenges.find(tx, challengeId, actor.locale)) === null) throw new NotFound();
      return this.rankings.tasks(tx, challengeId);
    });
  }

  /** Says how firmly first place is held, by what the reader may see. */
  readStability(actor: UserActor, challengeId: string): Promise<StabilityDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.find(tx, challengeId, actor.locale);
      if (challenge === null) throw new NotFound();
      return toStability(challenge.criteria, await this.rankings.field(tx, challengeId));
    });
  }

  private async read(tx: Tx, challengeId: string, locale: Locale): Promise<RankingDto> {
    const challenge = await this.challenges.find(tx, challengeId, locale);
    if (challenge === null) throw new NotFound();
    const proposals = await this.rankings.field(tx, challengeId);
    const canDecide = challenge.state === 'evaluating';
    return {
      challenge: toJudgedChallenge(challenge),
      criteria: challenge.criteria,
      canDecide,
      expectedReviews: proposals.reduce((sum, proposal) => sum + proposal.expectedReviews, 0),
      submittedReviews: proposals.reduce((sum, proposal) => sum + proposal.reviews.length, 0),
      ...toRanking(challenge.criteria, proposals, { canDecide, anchorId: await this.rankings.anchor(tx, challengeId) }),
      now: challenge.now,
    };
  }
}
