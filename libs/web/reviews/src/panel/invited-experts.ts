import { Component, inject, input, output } from '@angular/core';
import { type InvitedExpertDto, type PanelInvitationDto } from '@htsm/contracts';
import { ApiClient, createAction, injectFormats, injectText } from '@htsm/web/core';
import { Button, Pill } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';

/** Outside experts who were asked onto the panel and did not answer yet. */
@Component({
  selector: 'htsm-invited-experts',
  imports: [Button, Pill, ProblemMessage],
  template: `
    <htsm-problem-message [problem]="acting.problem()" />
    <ul>
      @for (invitation of invitations(); track invitation.id) {
        <li>
          <p>
            <b>{{ invitation.email }}</b>&ngsp;<htsm-pill [tone]="invitation.isExpired ? 'stop' : 'wait'">{{
              t(invitation.isExpired ? 'reviews.panel.expert.expired' : 'reviews.panel.expert.waiting')
            }}</htsm-pill>
          </p>
          <p class="soft">
            {{
              t('reviews.panel.expert.sent', {
                name: invitation.invitedByName,
                day: formats().day(invitation.sentAt),
                moment: formats().moment(invitation.expiresAt),
              })
            }}
          </p>
          <p class="row">
            <button htsm-button isSmall type="button" [busy]="acting.isBusy()" (click)="again(invitation)">
              {{ t('reviews.panel.expert.again') }}<span class="sr">: {{ invitation.email }}</span>
            </button>
            <button
              htsm-button
              isSmall
              kind="plain"
              type="button"
              [busy]="acting.isBusy()"
              (click)="withdraw(invitation)"
            >
              {{ t('reviews.panel.expert.withdraw') }}<span class="sr">: {{ invitation.email }}</span>
            </button>
          </p>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
      padding: 0;
      list-style: none;
      overflow-wrap: anywhere;
    }
    li {
      display: grid;
      gap: var(--space-2);
      padding-block-start: var(--space-3);
      border-block-start: var(--rule) solid var(--line);
    }
  `,
})
export class InvitedExperts {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  readonly invitations = input.required<readonly PanelInvitationDto[]>();
  /** What happened, in words. */
  readonly changed = output<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly acting = createAction();

  protected async again({ email }: PanelInvitationDto): Promise<void> {
    const isDone = await this.acting.run(() =>
      this.api.post<InvitedExpertDto>(`/taskforce/challenges/${this.challengeId()}/panel-invitations`, {
        email,
        knowsConflicts: true,
      }),
    );
    if (isDone) this.changed.emit(this.t('reviews.panel.expert.mailed', { email }));
  }

  protected async withdraw({ email }: PanelInvitationDto): Promise<void> {
    const isDone = await this.acting.run(() =>
      this.api.post(`/taskforce/challenges/${this.challengeId()}/panel-invitations/withdrawal`, { email }),
    );
    if (isDone) this.changed.emit(this.t('reviews.panel.expert.withdrawn', { email }));
  }
}
