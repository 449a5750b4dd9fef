import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OwnerProposalPageDto } from '@htsm/contracts';
import { describePage, injectText, NotFound, readScreen } from '@htsm/web/core';
import { PageHead, Skeleton, StatePill } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { ProblemMessage } from '../shared/problem-message';
import { ProposalDocument } from '../shared/proposal-document';

/** One received proposal, for the owner of the challenge. */
@Component({
  selector: 'htsm-received-proposal',
  imports: [NotFound, PageHead, ProblemMessage, ProposalDocument, RouterLink, Skeleton, StatePill],
  template: `
    @if (page.isMissing()) {
      <htsm-not-found />
    } @else {
      <div class="wrap">
        <a class="back" [routerLink]="['/my/challenges', id(), 'proposals']"
          ><span aria-hidden="true">←</span> {{ t('reviews.received.title') }}</a
        >
        <htsm-problem-message [problem]="page.problem()" />
        @if (page.value(); as it) {
          <htsm-page-head isDesk [heading]="it.proposal.title">
            <span over class="over">
              <htsm-state-pill kind="proposal" [state]="it.outcome ?? 'under_review'" />
              <span>{{ t('reviews.proposal', { number: numberText(it.proposal.number) }) }}</span>
              <b>{{ it.proposal.organisationName }}</b>
              <span>{{ it.proposal.organisationCity }}</span>
            </span>
          </htsm-page-head>
          <htsm-proposal-document
            [proposal]="it.proposal"
            [criteria]="it.criteria"
            [filesPath]="'/api/my/received-proposals/' + proposalId() + '/attachments'"
          />
        } @else if (!page.problem()) {
          <htsm-skeleton [lines]="10" />
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
    .over {
      display: contents;
    }
    htsm-proposal-document {
      max-width: 46rem;
    }
  `,
})
export class ReceivedProposal {
  readonly id = input.required<string>();
  readonly proposalId = input.required<string>();

  protected readonly t = injectText();
  protected readonly numberText = numberText;
  protected readonly page = readScreen<OwnerProposalPageDto>(
    () => `/my/challenges/${this.id()}/proposals/${this.proposalId()}`,
  );

  constructor() {
    describePage(() => ({ title: this.page.value()?.proposal.title ?? this.t('reviews.received.title') }));
  }
}
