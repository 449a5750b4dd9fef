import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { type ExpertOfferDto, type SessionDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, Session } from '@htsm/web/core';
import { Message, PageHead, Skeleton, Toasts } from '@htsm/web/ui';
import { OtherAccount } from '../invited/other-account';
import { readOffer } from '../invited/read-offer';
import { JoinPanelForm } from './join-panel-form';

/** Page `/join-panel#<token>`: an outside expert joins the panel of one challenge. */
@Component({
  selector: 'htsm-join-panel',
  imports: [JoinPanelForm, Message, OtherAccount, PageHead, Skeleton],
  template: `
    <div class="wrap">
      @if (offer.shown(); as invitation) {
        <htsm-page-head
          [heading]="t('accounts.joinPanel.heading', { title: invitation.challengeTitle })"
          [lead]="
            t('accounts.joinPanel.lead', {
              owner: invitation.ownerName,
              email: invitation.email,
              moment: formats().moment(invitation.expiresAt),
            })
          "
        />
        @if (offer.way() === 'join' || offer.way() === 'newcomer') {
          <htsm-join-panel-form
            [token]="offer.token()"
            [offer]="invitation"
            [isNewcomer]="offer.way() === 'newcomer'"
            (joined)="welcome($event)"
          />
        } @else {
          <htsm-other-account page="/join-panel" [token]="offer.token()" />
        }
      } @else if (offer.refusal(); as problem) {
        <htsm-page-head [heading]="problem.title" />
        <div class="form">
          <htsm-message tone="stop" [isAlert]="true">
            {{ problem.code === 'link_not_usable' ? t('accounts.joinPanel.askAgain') : problem.detail }}
          </htsm-message>
        </div>
      } @else {
        <htsm-page-head [heading]="t('accounts.joinPanel.title')" />
        <htsm-skeleton />
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class JoinPanel {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  private readonly session = inject(Session);
  protected readonly offer = readOffer<ExpertOfferDto>('/panel-invitations/offer');

  constructor() {
    describePage(() => ({ title: this.t('accounts.joinPanel.title') }));
  }

  /** Takes over the new session or role and goes to the reader's work. */
  protected async welcome(answer: SessionDto): Promise<void> {
    await this.session.take(answer);
    this.toasts.show(this.t('accounts.joinPanel.done'));
    await this.router.navigateByUrl('/my/reviews');
  }
}
