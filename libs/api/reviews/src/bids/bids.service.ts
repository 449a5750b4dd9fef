import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Bid } from '@htsm/domain/assignment';
import { Database, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import type { BidCardDto, BidsDto, PlaceBidsDto } from '../dto/bids.dto';
import { Blinding } from '../reading/blinding';
import { BidsRepository, type BidCardRow } from './bids.repository';

/** How gladly members of a panel would judge each proposal, said before they are given any. */
@Injectable()
export class Bids {
  constructor(
    private readonly database: Database,
    private readonly bids: BidsRepository,
    private readonly blinding: Blinding,
  ) {}

  /** Gives what the actor may bid on; nothing before closing, without a formed panel, and of what they may not judge. */
  readOwn(actor: UserActor, locale: Locale): Promise<BidsDto> {
    return this.database.as(actor, (tx) => this.read(tx, locale));
  }

  /** Keeps what the actor said. Throws ValidationFailed for a proposal that is not theirs to bid on, or that is named twice. */
  place(actor: UserActor, { bids }: PlaceBidsDto, locale: Locale): Promise<BidsDto> {
    return this.database.as(actor, async (tx) => {
      const may = new Set((await this.bids.cards(tx, locale)).map(({ proposalId }) => proposalId));
      const faults = bids.flatMap(({ proposalId }, index) => {
        const isFirst = bids.findIndex((one) => one.proposalId === proposalId) === index;
        return may.has(proposalId) && isFirst ? [] : [{ path: `bids.${index}.proposalId`, code: 'id' }];
      });
      if (faults.length > 0) throw new ValidationFailed(faults);
      await this.bids.place(tx, actor.userId, bids);
      return this.read(tx, locale);
    });
  }

  /** Gives what everybody said about the proposals of a challenge, for the taskforce. */
  listOf(actor: UserActor, challengeId: string): Promise<{ proposalId: string; reviewerId: string; bid: Bid }[]> {
    return this.database.as(actor, (tx) => this.bids.ofChallenge(tx, challengeId));
  }

  private async read(tx: Tx, locale: Locale): Promise<BidsDto> {
    const byChallenge = Map.groupBy(await this.bids.cards(tx, locale), ({ challengeId }) => challengeId);
    const challenges: BidsDto['challenges'] = [];
    for (const [id, rows] of byChallenge) {
      const proposals: BidCardDto[] = [];
      for (const row of rows) proposals.push(await this.card(tx, row, locale));
      proposals.sort((a, b) => a.title.localeCompare(b.title, locale) || a.proposalId.localeCompare(b.proposalId));
      challenges.push({ id, title: rows[0]?.challengeTitle ?? '', proposals });
    }
    return { challenges: challenges.toSorted((a, b) => a.title.localeCompare(b.title, locale)) };
  }

  private async card(tx: Tx, row: BidCardRow, locale: Locale): Promise<BidCardDto> {
    const { proposalId, title, summary, bid } = row;
    if (!row.isBlind) return { proposalId, title, summary, bid };
    const clear = await this.blinding.blinder(tx, proposalId, locale);
    return { proposalId, title: clear(title), summary: clear(summary), bid };
  }
}
