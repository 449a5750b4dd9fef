import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type BidCardDto, type BidsDto } from '@htsm/contracts';
import { ApiClient, createAction, describePage, injectPlural, injectText, readScreen } from '@htsm/web/core';
import { Empty, PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';
import { BID_WORDS, withBid, type BidWord } from './bid-words';

/** What the reader would gladly judge, said before proposals are given out; every choice is kept at once. */
@Component({
  selector: 'htsm-my-bids',
  imports: [Empty, PageHead, ProblemMessage, ReadFailure, RouterLink, Skeleton],
  templateUrl: './my-bids.html',
  styleUrl: './my-bids.css',
})
export class MyBids {
  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly words = BID_WORDS;
  protected readonly page = readScreen<BidsDto>(() => '/my/bids');
  protected readonly placing = createAction();
  protected readonly unsaid = computed(
    () =>
      this.page
        .value()
        ?.challenges.flatMap(({ proposals }) => proposals)
        .filter(({ bid }) => bid === null).length ?? 0,
  );

  constructor() {
    describePage(() => ({ title: this.t('reviews.bids.title') }));
  }

  protected isChosen({ bid }: BidCardDto, word: BidWord): boolean {
    return (bid ?? 'none') === word;
  }

  protected async place({ proposalId }: BidCardDto, word: BidWord): Promise<void> {
    const bid = word === 'none' ? null : word;
    const isKept = await this.placing.run(() => this.api.put<BidsDto>('/my/bids', { bids: [{ proposalId, bid }] }));
    const shown = this.page.value();
    if (isKept && shown !== undefined) this.page.set(withBid(shown, proposalId, bid));
    else this.page.reload();
  }
}
