import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { RecommendationsDto } from '../dto/recommendation.dto';
import { FairLists, type Placement } from '../exposure/fair-lists';
import { MatchBoard } from '../suggestions/match-board.service';
import { toRecommendation } from './recommendation.mapper';
import { RecommendationsRepository, type RecommendationRow } from './recommendations.repository';

/** Who fits which open challenge. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly database: Database,
    private readonly board: MatchBoard,
    private readonly recommendations: RecommendationsRepository,
    private readonly lists: FairLists,
  ) {}

  /** Gives the open challenges that fit the actor's own organisations. */
  listOwn(actor: UserActor, locale: Locale): Promise<RecommendationsDto> {
    return this.database.as(actor, async (tx) => ({
      items: (await this.recommendations.own(tx, locale)).map((row) => toRecommendation(row, locale)),
    }));
  }

  /** Gives the SMEs that fit an own challenge and show owners their name. Throws NotFound for a challenge of others. */
  listForOwner(actor: UserActor, challengeId: string, locale: Locale): Promise<RecommendationsDto> {
    return this.database.as(actor, async (tx) => {
      if (!(await this.recommendations.isOwnChallenge(tx, challengeId))) throw new NotFound();
      const placed = await this.fairly(tx, challengeId, locale);
      const shown = placed.map(({ item }) => item);
      await this.lists.note(tx, challengeId, 'owner', shown);
      return toList(placed, locale);
    });
  }

  /**
   * Gives the SMEs that fit a challenge: the reasons behind its board, which keeps what was shown. Throws NotFound for a
   * challenge that the taskforce does not see, and StakeInChallenge for who has a stake in it.
   */
  listForTaskforce(actor: UserActor, challengeId: string, locale: Locale): Promise<RecommendationsDto> {
    return this.database.as(actor, async (tx) => {
      await this.board.open(tx, challengeId);
      return toList(await this.fairly(tx, challengeId, locale), locale);
    });
  }

  /** Gives what the actor sees of a challenge, in a fair order. */
  private async fairly(tx: Tx, challengeId: string, locale: Locale): Promise<Placement<RecommendationRow>[]> {
    return this.lists.order(tx, challengeId, await this.recommendations.ofChallenge(tx, challengeId, locale));
  }
}

function toList(placed: readonly Placement<RecommendationRow>[], locale: Locale): RecommendationsDto {
  return { items: placed.map(({ item, by }) => ({ ...toRecommendation(item, locale), placedBy: by })) };
}
