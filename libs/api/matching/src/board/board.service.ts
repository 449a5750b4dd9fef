import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, readCursor, toPage, type UserActor } from '@htsm/api/core';
import type { OverviewChallengeDto, OverviewDto, OverviewQueryDto, TaskforceBoardDto } from '../dto/board.dto';
import { BoardRepository, OVERVIEW_PAGE } from './board.repository';

/** The taskforce's home: what must be done now, and where every challenge stands. */
@Injectable()
export class Board {
  constructor(
    private readonly database: Database,
    private readonly board: BoardRepository,
  ) {}

  /** Five statements, one per lane; `now` is the instant at which the answer was made. */
  readBoard(actor: UserActor, locale: Locale): Promise<TaskforceBoardDto> {
    return this.database.as(actor, async (tx) => ({
      toModerate: await this.board.toModerate(tx, locale),
      toAssign: await this.board.toAssign(tx, locale),
      lateReviews: await this.board.lateReviews(tx, locale),
      answersOwed: await this.board.answersOwed(tx, locale),
      checkIns: await this.board.checkIns(tx, locale),
      now: (await tx.now()).toISOString(),
    }));
  }

  listChallenges(actor: UserActor, query: OverviewQueryDto, locale: Locale): Promise<OverviewDto> {
    const keys = query.cursor === undefined ? null : readCursor(query.cursor, 2);
    const after = keys === null ? null : ([String(keys[0]), String(keys[1])] as const);
    return this.database.as(actor, async (tx) => {
      const rows = await this.board.overview(tx, query, after, locale);
      const page = toPage(rows, OVERVIEW_PAGE, toOverviewChallenge, (row) => [row.updated, row.id]);
      return { items: page.items, next: page.next, now: (await tx.now()).toISOString() };
    });
  }
}

function toOverviewChallenge(row: OverviewChallengeDto): OverviewChallengeDto {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    ownerName: row.ownerName,
    state: row.state,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    decisionDueAt: row.decisionDueAt,
    proposals: row.proposals,
    expectedReviews: row.expectedReviews,
    submittedReviews: row.submittedReviews,
    answered: row.answered,
  };
}
