import { Component, computed, inject, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type InvitationOfferDto, type SessionDto } from '@htsm/contracts';
import {
  ApiClient,
  createForm,
  describePage,
  injectLinkProof,
  injectLinkToken,
  injectText,
  Problem,
  Session,
} from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, Skeleton, Toasts } from '@htsm/web/ui';
import { NewcomerForm } from './newcomer-form';

/** Page `/accept-invite#<token>`: joins with an existing account, or makes one. */
@Component({
  selector: 'htsm-accept-invite',
  imports: [Button, ErrorSummary, Message, NewcomerForm, PageHead, RouterLink, Skeleton],
  templateUrl: './accept-invite.html',
  styleUrl: '../form.css',
})
export class AcceptInvite {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** Proves the invitation. */
  protected readonly token = injectLinkToken();
  private readonly proof = injectLinkProof();

  protected readonly t = injectText();
  protected readonly session = inject(Session);
  protected readonly joining = createForm({ initial: {} });
  protected readonly offer = resource({
    params: () => this.token(),
    loader: async () => this.api.post<InvitationOfferDto>('/invitations/offer', { token: this.proof() }),
  });
  protected readonly shown = computed(() => (this.offer.hasValue() ? this.offer.value() : undefined));
  protected readonly refusal = computed(() => {
    const error = this.offer.error();
    return error instanceof Problem ? error : undefined;
  });
  /** What this reader can do: join, sign out first, sign in first, or make an account. */
  protected readonly way = computed<'join' | 'other' | 'signIn' | 'newcomer'>(() => {
    const user = this.session.user();
    const offer = this.shown();
    if (user === null) return offer?.hasAccount === true ? 'signIn' : 'newcomer';
    return user.email.toLowerCase() === offer?.email.toLowerCase() ? 'join' : 'other';
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.invite.title') }));
  }

  protected async join(): Promise<void> {
    const answer = await this.joining.submit(() =>
      this.api.post<SessionDto>('/invitations/accept', { token: this.token() }),
    );
    if (answer !== undefined) await this.welcome(answer);
  }

  /** Takes over the new session or membership and goes to the reader's work. */
  protected async welcome(answer: SessionDto): Promise<void> {
    await this.session.take(answer);
    this.toasts.show(this.t('accounts.invite.done', { organisation: this.shown()?.organisationName ?? '' }));
    await this.router.navigateByUrl(this.session.homePath());
  }

  protected async signOut(): Promise<void> {
    await this.joining.submit(() => this.session.signOut());
  }
}
