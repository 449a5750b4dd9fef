import { Injectable } from '@nestjs/common';
import { Database, NotFound, type UserActor } from '@htsm/api/core';
import { iso } from '@htsm/api/reviews';
import { NOTED_OUTCOME } from '../outcomes/ledger.repository';
import type { OnTheWayDto, OnTheWayListDto } from '../dto/invitation.dto';

/** What the owner of a challenge sees of its board; the row policies leave out whom it may not know. */
@Injectable()
export class OnTheWay {
  constructor(private readonly database: Database) {}

  /** Throws NotFound for a challenge of others. Nothing in it depends on who makes a proposal. */
  list(actor: UserActor, challengeId: string): Promise<OnTheWayListDto> {
    return this.database.as(actor, async (tx) => {
      const own = await tx.row<{ own: boolean }>('SELECT challenge_is_mine($1) AS own', [challengeId]);
      if (own?.own !== true) throw new NotFound();
      const items = await tx.rows<OnTheWayDto>(
        `SELECT s.id, s.organisation_name AS "organisationName", s.state,
           ${iso('coalesce(s.concluded_at, s.agreed_at, s.introduced_at, s.answered_at, s.invited_at)')} AS since,
           CASE WHEN k.kind IS NOT NULL THEN jsonb_build_object('kind', k.kind, 'on', k.on_date, 'words', k.words) END AS outcome
         FROM suggestion s ${NOTED_OUTCOME}
         WHERE s.challenge_id = $1 AND (s.introduced_at IS NOT NULL OR s.state IN ('invited', 'interested'))
         ORDER BY since DESC, s.id LIMIT 200`,
        [challengeId],
      );
      return { items };
    });
  }
}
