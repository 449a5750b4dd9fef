import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { ChallengeReading } from '@htsm/api/challenges';
import { Database, NotFound, type UserActor } from '@htsm/api/core';
import type { RecommendationsDto } from '../dto/recommendation.dto';
import { toRecommendation } from './recommendation.mapper';
import { RecommendationsRepository } from './recommendations.repository';

/** Who fits which open challenge. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly recommendations: RecommendationsRepository,
  ) {}

  /** Gives the open challenges that fit the actor's own organisations. */
  listOwn(actor: UserActor, locale: Locale): Promise<RecommendationsDto> {
    return this.database.as(actor, async (tx) => ({
      items: (await this.recommendations.own(tx, locale)).map(toRecommendation),
    }));
  }

  /** Gives the SMEs that fit an own challenge and show owners their name. Throws NotFound for a challenge of others. */
  listForOwner(actor: UserActor, challengeId: string, locale: Locale): Promise<RecommendationsDto> {
    return this.database.as(actor, async (tx) => {
      if (!(await this.recommendations.isOwnChallenge(tx, challengeId))) throw new NotFound();
      return { items: (await this.recommendations.ofChallenge(tx, challengeId, locale)).map(toRecommendation) };
    });
  }

  /** Gives the SMEs that fit a challenge. Throws NotFound for a challenge that the taskforce does not see. */
  listForTaskforce(actor: UserActor, challengeId: string, locale: Locale): Promise<RecommendationsDto> {
    return this.database.as(actor, async (tx) => {
      if ((await this.challenges.byId(tx, challengeId)) === null) throw new NotFound();
      return { items: (await this.recommendations.ofChallenge(tx, challengeId, locale)).map(toRecommendation) };
    });
  }
}
