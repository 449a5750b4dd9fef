import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MatchableProposalDto } from '@htsm/contracts';
import { injectPlural, injectText } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';

/** Awarded proposals of which nothing is recorded yet. */
@Component({
  selector: 'htsm-to-record',
  imports: [Button, RouterLink],
  template: `
    <section class="panel top-rule" aria-labelledby="to-record-head">
      <h2 id="to-record-head">{{ plural('matching.toRecord.head', awards().length) }}</h2>
      <p class="soft">{{ t('matching.toRecord.text') }}</p>
      <ul class="awards">
        @for (award of awards(); track award.proposalId) {
          <li>
            <p>
              <b>{{ award.organisationName }}</b>
              <small>{{
                t('matching.toRecord.for', { challenge: award.challengeTitle, owner: award.ownerName })
              }}</small>
            </p>
            <a
              htsm-button
              isSmall
              kind="primary"
              routerLink="/taskforce/matches"
              [queryParams]="{ proposal: award.proposalId }"
              >{{ t('matching.toRecord.go') }}<span class="sr">: {{ award.organisationName }}</span></a
            >
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      font-size: var(--text-lg);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-5);
      padding-block: var(--space-3);
      border-block-start: var(--rule) solid var(--line);
    }
    .awards {
      padding-block-start: var(--space-3);
    }
    p small {
      display: block;
      color: var(--ink-soft);
    }
  `,
})
export class ToRecord {
  readonly awards = input.required<readonly MatchableProposalDto[]>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
}
