import { Component, computed, inject, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ExpertOfferDto, type SessionDto } from '@htsm/contracts';
import {
  ApiClient,
  createForm,
  describePage,
  injectFormats,
  injectLinkProof,
  injectLinkToken,
  injectText,
  Problem,
  Session,
} from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, Skeleton, Toasts } from '@htsm/web/ui';
import { JoinPanelForm } from './join-panel-form';

/** Page `/join-panel#<token>`: an outside expert joins the panel of one challenge. */
@Component({
  selector: 'htsm-join-panel',
  imports: [Button, ErrorSummary, JoinPanelForm, Message, PageHead, RouterLink, Skeleton],
  template: `
    <div class="wrap">
      @if (shown(); as invitation) {
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
        @switch (way()) {
          @case ('signIn') {
            <div class="form">
              <p>{{ t('accounts.invite.signInFirst') }}</p>
              <p class="row">
                <a
                  htsm-button
                  kind="primary"
                  routerLink="/sign-in"
                  [queryParams]="{ next: '/join-panel' }"
                  [fragment]="token()"
                >
                  {{ t('accounts.signIn.send') }}
                </a>
              </p>
            </div>
          }
          @case ('other') {
            <div class="form">
              <htsm-error-summary [form]="leaving" />
              <p>{{ t('accounts.invite.otherAddress', { email: session.user()?.email ?? '' }) }}</p>
              <p class="row">
                <button htsm-button type="button" kind="second" [busy]="leaving.isBusy()" (click)="signOut()">
                  {{ t('accounts.invite.signOut') }}
                </button>
              </p>
            </div>
          }
          @default {
            <htsm-join-panel-form
              [token]="token()"
              [offer]="invitation"
              [isNewcomer]="way() === 'newcomer'"
              (joined)="welcome($event)"
            />
          }
        }
      } @else if (refusal(); as problem) {
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
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** Proves the invitation. */
  protected readonly token = injectLinkToken();
  private readonly proof = injectLinkProof();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly session = inject(Session);
  protected readonly leaving = createForm({ initial: {} });
  protected readonly offer = resource({
    params: () => this.token(),
    loader: async () => this.api.post<ExpertOfferDto>('/panel-invitations/offer', { token: this.proof() }),
  });
  protected readonly shown = computed(() => (this.offer.hasValue() ? this.offer.value() : undefined));
  protected readonly refusal = computed(() => {
    const error = this.offer.error();
    return error instanceof Problem ? error : undefined;
  });
  /** What this reader can do: join, sign out first, sign in first, or make an account too. */
  protected readonly way = computed<'join' | 'other' | 'signIn' | 'newcomer'>(() => {
    const user = this.session.user();
    const offer = this.shown();
    if (user === null) return offer?.hasAccount === true ? 'signIn' : 'newcomer';
    return user.email.toLowerCase() === offer?.email.toLowerCase() ? 'join' : 'other';
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.joinPanel.title') }));
  }

  /** Takes over the new session or role and goes to the reader's work. */
  protected async welcome(answer: SessionDto): Promise<void> {
    await this.session.take(answer);
    this.toasts.show(this.t('accounts.joinPanel.done'));
    await this.router.navigateByUrl('/my/reviews');
  }

  protected async signOut(): Promise<void> {
    await this.leaving.submit(() => this.session.signOut());
  }
}
