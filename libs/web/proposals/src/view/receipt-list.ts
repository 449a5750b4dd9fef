import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ProposalReceiptSummaryDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Pill } from '@htsm/web/ui';

/** The receipts of a proposal, newest first, each to download. */
@Component({
  selector: 'htsm-receipt-list',
  imports: [Pill, RouterLink],
  template: `
    <section aria-labelledby="receipts">
      <h2 id="receipts">{{ t('proposals.receipt.heading') }}</h2>
      <p class="soft">
        {{ t('proposals.receipt.lead') }} <a routerLink="/receipts/verify">{{ t('proposals.receipt.verify') }}</a>
      </p>
      <ul>
        @for (receipt of receipts(); track receipt.id) {
          <li>
            <div>
              <b class="num">{{ receipt.number }}</b>
              <htsm-pill [tone]="receipt.isCurrent ? 'good' : 'still'">{{
                receipt.isCurrent ? t('proposals.receipt.current') : t('proposals.receipt.earlier')
              }}</htsm-pill>
            </div>
            <p class="soft">
              {{
                t('proposals.receipt.line', {
                  when: formats().moment(receipt.submittedAt),
                  version: receipt.proposalVersion,
                })
              }}
            </p>
            <p class="hash"><span class="soft">SHA-256</span> {{ receipt.manifestSha256 }}</p>
            <a [href]="'/api/my/proposals/' + proposalId() + '/receipts/' + receipt.id + '/download'" download
              >{{ t('proposals.receipt.download') }}<span class="sr"> {{ receipt.number }}</span></a
            >
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    ul {
      margin-block-start: var(--space-3);
      padding: 0;
      list-style: none;
      border-block-start: var(--rule) solid var(--line);
    }
    li {
      padding-block: var(--space-3);
      border-block-end: var(--rule) solid var(--line);
      font-size: var(--text-sm);
    }
    li > div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      font-size: var(--text-ui);
    }
    .hash {
      overflow-wrap: anywhere;
      font-size: var(--text-xs);
    }
    a {
      display: inline-block;
      padding-block: var(--space-1);
    }
  `,
})
export class ReceiptList {
  readonly proposalId = input.required<string>();
  readonly receipts = input.required<readonly ProposalReceiptSummaryDto[]>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
}
