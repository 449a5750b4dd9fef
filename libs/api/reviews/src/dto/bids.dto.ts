import { BIDS, type Bid } from '@htsm/domain/assignment';
import { ChoiceField, IdField, ObjectsField, TextField } from '@htsm/api/core';

/** A proposal as a bid is made on it. */
export class BidCardDto {
  @IdField() proposalId!: string;
  @TextField({ max: 200 }) title!: string;
  @TextField({ max: 5000 }) summary!: string;
  /** Null while the reader said nothing. */
  @ChoiceField(BIDS, { nullable: true }) bid!: Bid | null;
}

/** A challenge whose panel the reader is on. */
export class BidChallengeDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) title!: string;
  /** What could become theirs to judge, by title. */
  @ObjectsField(() => BidCardDto, { maxItems: 1000 }) proposals!: BidCardDto[];
}

/** What the reader may bid on, by title of the challenge. */
export class BidsDto {
  @ObjectsField(() => BidChallengeDto, { maxItems: 100 }) challenges!: BidChallengeDto[];
}

/** How gladly the reader would judge a proposal from now on. */
export class PlacedBidDto {
  @IdField() readonly proposalId!: string;
  /** Null takes back what they said. */
  @ChoiceField(BIDS, { nullable: true }) readonly bid!: Bid | null;
}

/** Bids that change; the others stay. */
export class PlaceBidsDto {
  @ObjectsField(() => PlacedBidDto, { maxItems: 1000 }) readonly bids!: PlacedBidDto[];
}
