import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { type InvitationOfferDto, type SessionDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText, Session } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, Skeleton, Toasts } from '@htsm/web/ui';
import { OtherAccount } from '../invited/other-account';
import { readOffer } from '../invited/read-offer';
import { NewcomerForm } from './newcomer-form';

/** Page `/accept-invite#<token>`: joins with an existing account, or makes one. */
@Component({
  selector: 'htsm-accept-invite',
  imports: [Button, ErrorSummary, Message, NewcomerForm, OtherAccount, PageHead, Skeleton],
  templateUrl: './accept-invite.html',
  styleUrl: '../form.css',
})
export class AcceptInvite {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly t = injectText();
  private readonly session = inject(Session);
  protected readonly offer = readOffer<InvitationOfferDto>('/invitations/offer');
  protected readonly joining = createForm({ initial: {} });

  constructor() {
    describePage(() => ({ title: this.t('accounts.invite.title') }));
  }

  protected async join(): Promise<void> {
    const answer = await this.joining.submit(() =>
      this.api.post<SessionDto>('/invitations/accept', { token: this.offer.token() }),
    );
    if (answer !== undefined) await this.welcome(answer);
  }

  /** Takes over the new session or membership and goes to the reader's work. */
  protected async welcome(answer: SessionDto): Promise<void> {
    await this.session.take(answer);
    this.toasts.show(this.t('accounts.invite.done', { organisation: this.offer.shown()?.organisationName ?? '' }));
    await this.router.navigateByUrl(this.session.homePath());
  }
}
