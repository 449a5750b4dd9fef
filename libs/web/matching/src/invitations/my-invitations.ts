import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyInvitationsDto } from '@htsm/contracts';
import { injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';
import { ReadFailure } from '../shared/read-failure';
import { InvitationPill } from './invitation-pill';

/** What the taskforce asked of the reader's SME: those that wait for an answer first. Nothing when it asked nothing. */
@Component({
  selector: 'htsm-my-invitations',
  imports: [Button, InvitationPill, ReadFailure, RouterLink],
  template: `
    @if (page.problem(); as problem) {
      <htsm-read-failure [problem]="problem" (again)="page.reload()" />
    }
    @if (page.value(); as it) {
      @if (it.items.length > 0) {
        <section class="panel top-rule" aria-labelledby="invitations-head">
          <h2 id="invitations-head">{{ t('matching.invitation.mine') }}</h2>
          <ul class="invitations">
            @for (item of it.items; track item.id) {
              <li>
                <div>
                  <p>
                    <a [routerLink]="['/my/invitations', item.id]">{{ item.challengeTitle }}</a>
                  </p>
                  <p class="soft small">
                    {{ t('matching.recommendations.mine.of', { owner: item.ownerName }) }} ·
                    {{ t('matching.invitation.invited', { day: formats().shortDate(item.invitedAt) }) }}
                  </p>
                </div>
                <htsm-invitation-pill [state]="item.state" />
                @if (item.state === 'invited') {
                  <a htsm-button isSmall kind="primary" [routerLink]="['/my/invitations', item.id]"
                    >{{ t('matching.invitation.toAnswer') }}<span class="sr">: {{ item.challengeTitle }}</span></a
                  >
                }
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    section {
      margin-block-end: var(--space-5);
    }
    h2 {
      font-size: var(--text-lg);
    }
    .invitations {
      margin-block-start: var(--space-3);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-3);
      border-block-start: var(--rule) solid var(--line);
    }
    li > div {
      flex: 1 1 16rem;
      min-width: 0;
    }
    .small {
      font-size: var(--text-sm);
    }
  `,
})
export class MyInvitations {
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<MyInvitationsDto>(() => '/my/invitations');
}
