import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Bid } from '@htsm/domain/assignment';
import type { Tx } from '@htsm/api/core';
import type { PlacedBidDto } from '../dto/bids.dto';
import { inLanguage } from '../reading/sql-fragments';

/** What a bid is made on, as it is written; blind ones still have to be cleared. */
export interface BidCardRow {
  readonly challengeId: string;
  readonly challengeTitle: string;
  readonly proposalId: string;
  readonly title: string;
  readonly summary: string;
  readonly isBlind: boolean;
  readonly bid: Bid | null;
}

/** Bids; the row policies decide who reads and places them. */
@Injectable()
export class BidsRepository {
  /** Gives what the actor may bid on. */
  cards(tx: Tx, locale: Locale): Promise<BidCardRow[]> {
    return tx.rows(
      `SELECT challenge_id AS "challengeId", ${inLanguage(locale, 'title_nl', 'title_en')} AS "challengeTitle",
        proposal_id AS "proposalId", title, summary, is_blind AS "isBlind", bid FROM my_bid_cards()`,
    );
  }

  async place(tx: Tx, userId: string, bids: readonly PlacedBidDto[]): Promise<void> {
    const said = bids.filter(({ bid }) => bid !== null);
    await tx.run('DELETE FROM review_bid WHERE user_id = $1 AND proposal_id = ANY ($2)', [
      userId,
      bids.map(({ proposalId }) => proposalId),
    ]);
    await tx.run(
      'INSERT INTO review_bid (proposal_id, user_id, bid) SELECT p, $1, b FROM unnest($2::uuid[], $3::text[]) AS placed (p, b)',
      [userId, said.map(({ proposalId }) => proposalId), said.map(({ bid }) => bid)],
    );
  }

  /** Gives the bids on the proposals of a challenge that the taskforce may see judged. */
  ofChallenge(tx: Tx, challengeId: string): Promise<{ proposalId: string; reviewerId: string; bid: Bid }[]> {
    return tx.rows(
      `SELECT b.proposal_id AS "proposalId", b.user_id AS "reviewerId", b.bid
       FROM review_bid b JOIN proposal p ON p.id = b.proposal_id WHERE p.challenge_id = $1 LIMIT 100000`,
      [challengeId],
    );
  }
}
