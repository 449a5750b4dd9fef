import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { ChallengeReading } from '@htsm/api/challenges';
import { Database, NotFound, type UserActor } from '@htsm/api/core';
import type { AskTeamGapDto, TeamGapDto } from '../dto/team-gap.dto';
import { MatchBoard } from '../suggestions/match-board.service';
import { TeamGapAnalysis } from './team-gap-analysis';

/** Says what a draft team misses for an open challenge, and which SMEs together would bring it. */
@Injectable()
export class TeamGaps {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly board: MatchBoard,
    private readonly analysis: TeamGapAnalysis,
  ) {}

  /** For an SME with its own organisation on the team. Throws NotFound for partners that do not show their name. */
  ofOwnTeam(actor: UserActor, slug: string, input: AskTeamGapDto, locale: Locale): Promise<TeamGapDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.bySlug(tx, slug);
      if (challenge?.openedAt == null) throw new NotFound();
      return this.analysis.run(tx, { challenge, own: await this.analysis.own(tx), isOnBoard: false }, input, locale);
    });
  }

  /** For a team that the taskforce composes. Throws StakeInChallenge for who has a stake in the challenge. */
  ofAnyTeam(actor: UserActor, challengeId: string, input: AskTeamGapDto, locale: Locale): Promise<TeamGapDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.board.open(tx, challengeId);
      return this.analysis.run(tx, { challenge, own: [], isOnBoard: true }, input, locale);
    });
  }
}
