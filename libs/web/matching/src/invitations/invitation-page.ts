import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyInvitationDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, NotFound, readScreen } from '@htsm/web/core';
import { PageHead, ReadFailure, Skeleton, Toasts } from '@htsm/web/ui';
import { AppointmentCard } from '../appointments/appointment-card';
import { AnswerInvitation } from './answer-invitation';
import { InvitationPill } from './invitation-pill';

/** One invitation of the taskforce: what it is about, and the answer. Opening it answers nothing. */
@Component({
  selector: 'htsm-invitation-page',
  imports: [AnswerInvitation, AppointmentCard, InvitationPill, NotFound, PageHead, ReadFailure, RouterLink, Skeleton],
  templateUrl: './invitation-page.html',
  styleUrl: './invitation-page.css',
})
export class InvitationPage {
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<MyInvitationDto>(() => `/my/invitations/${this.id()}`);

  constructor() {
    describePage(() => ({ title: this.page.value()?.challengeTitle ?? this.t('matching.invitation.title') }));
  }

  protected take(item: MyInvitationDto): void {
    this.page.set(item);
    this.toasts.show(this.t('matching.invitation.told'));
  }
}
