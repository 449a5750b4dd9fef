import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyProposalSummaryDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText } from '@htsm/web/core';
import { StatePill, TimeLeft } from '@htsm/web/ui';
import { injectTitleOf } from '../shared/own-language';
import { isOpen } from './proposal-groups';

/** One proposal on the home page: time left, what it is about, where it stands and what comes next. */
@Component({
  selector: 'htsm-proposal-row',
  imports: [RouterLink, StatePill, TimeLeft],
  template: `
    <article>
      <div class="time">
        @if (open() && (proposal().state === 'draft' || proposal().state === 'submitted')) {
          <htsm-time-left
            [opensAt]="proposal().challenge.openedAt"
            [closesAt]="proposal().challenge.closesAt"
            [now]="now()"
          />
        } @else {
          <p class="soft">{{ t('proposals.row.closed', { when: formats().date(proposal().challenge.closesAt) }) }}</p>
        }
      </div>
      <div class="what">
        <p class="over">
          <htsm-state-pill kind="proposal" [state]="proposal().state" />
          <span>{{ titleOf(proposal().challenge) }}, {{ proposal().challenge.ownerName }}</span>
        </p>
        <h3>
          <a [routerLink]="path()">{{ proposal().title.trim() || t('proposals.untitled') }}</a>
        </h3>
        <p>{{ next() }}</p>
        <p class="soft">{{ t('proposals.row.changed', { when: formats().moment(proposal().updatedAt) }) }}</p>
      </div>
    </article>
  `,
  styles: `
    :host {
      display: block;
      border-block-end: var(--rule) solid var(--line);
    }
    article {
      display: grid;
      gap: var(--space-3) var(--space-6);
      padding-block: var(--space-4);
    }
    .what {
      display: grid;
      gap: var(--space-1);
      max-width: var(--measure);
    }
    .over {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
    h3 {
      font-size: var(--text-lg);
      line-height: 1.3;
    }
    .soft {
      font-size: var(--text-sm);
    }
    @media (min-width: 48rem) {
      article {
        grid-template-columns: 11rem minmax(0, 1fr);
      }
    }
  `,
})
export class ProposalRow {
  readonly proposal = input.required<MyProposalSummaryDto>();
  /** The server's time in milliseconds. */
  readonly now = input.required<number>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly titleOf = injectTitleOf();
  private readonly plural = injectPlural();
  protected readonly open = computed(() => isOpen(this.proposal(), this.now()));
  protected readonly path = computed(() => {
    const { id, state, gapCount } = this.proposal();
    if (state !== 'draft') return `/my/proposals/${id}`;
    return `/my/proposals/${id}/${gapCount === 0 ? 'check' : 'solution'}`;
  });
  protected readonly next = computed(() => {
    const { state, gapCount, challenge } = this.proposal();
    if (state !== 'draft')
      return this.t('proposals.row.next.' + state, { when: this.decision(challenge.decisionDueAt) });
    if (!this.open()) return this.t('proposals.row.draftClosed');
    return gapCount === 0 ? this.t('proposals.row.draftReady') : this.plural('proposals.row.draftOpen', gapCount);
  });

  private decision(at: string | null): string {
    return at === null ? this.t('proposals.row.later') : this.formats().date(at);
  }
}
