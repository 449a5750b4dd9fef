import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyInvitationsDto } from '@htsm/contracts';
import { injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, ReadFailure } from '@htsm/web/ui';
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
          <ul>
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
  styleUrl: '../shared/short-list.css',
})
export class MyInvitations {
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<MyInvitationsDto>(() => '/my/invitations');
}
