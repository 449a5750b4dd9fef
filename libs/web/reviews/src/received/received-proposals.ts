import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OwnerProposalsDto } from '@htsm/contracts';
import { UNSEALED_CHALLENGE_STATES } from '@htsm/domain';
import { describePage, injectFormats, injectPlural, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Empty, Message, PageHead, Skeleton, StatePill } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { ProblemMessage } from '../shared/problem-message';

/** The proposals for a challenge, for its owner: sealed until closing, read only after it. */
@Component({
  selector: 'htsm-received-proposals',
  imports: [Empty, Message, NotFound, PageHead, ProblemMessage, RouterLink, Skeleton, StatePill],
  templateUrl: './received-proposals.html',
  styleUrl: './received-proposals.css',
})
export class ReceivedProposals {
  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly numberText = numberText;
  protected readonly page = readScreen<OwnerProposalsDto>(() => `/my/challenges/${this.id()}/proposals`);
  protected readonly isSealed = computed(() => {
    const state = this.page.value()?.challenge.state;
    return state !== undefined && state !== 'cancelled' && !UNSEALED_CHALLENGE_STATES.includes(state);
  });

  constructor() {
    describePage(() => ({ title: this.t('reviews.received.title') }));
  }
}
