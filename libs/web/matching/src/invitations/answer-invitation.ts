import { Component, computed, inject, input, output, signal } from '@angular/core';
import { constraints, type MyInvitationDto } from '@htsm/contracts';
import { DECLINE_REASONS } from '@htsm/domain';
import { ApiClient, createAction, createForm, injectText, mayBeEmpty } from '@htsm/web/core';
import { Button, ErrorSummary, Message, RadioGroup, TextArea } from '@htsm/web/ui';

interface NoForm {
  readonly reason: string;
  readonly words: string;
}

/** The answer of an SME: yes with one press, no with a reason. */
@Component({
  selector: 'htsm-answer-invitation',
  imports: [Button, ErrorSummary, Message, RadioGroup, TextArea],
  template: `
    @if (accepting.problem(); as problem) {
      <htsm-message tone="stop" [heading]="problem.title" isAlert>{{ problem.detail }}</htsm-message>
    }
    @if (item().canAccept) {
      <p class="soft">{{ t('matching.invitation.yesMeans', { owner: item().ownerName }) }}</p>
    }
    <p class="row">
      @if (item().canAccept) {
        <button
          htsm-button
          kind="primary"
          type="button"
          [busy]="accepting.isBusy()"
          [busyText]="t('matching.invitation.busy')"
          (click)="accept()"
        >
          {{ t('matching.invitation.yes') }}
        </button>
      }
      @if (item().canDecline && !isDeclining()) {
        <button htsm-button type="button" (click)="isDeclining.set(true)">{{ t('matching.invitation.no') }}</button>
      }
    </p>
    @if (item().canDecline && isDeclining()) {
      <form (submit)="$event.preventDefault(); decline()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-radio-group
          [htsmField]="form.field('reason')"
          [label]="t('matching.invitation.whyNot')"
          [sees]="t('matching.invitation.whyNotSees')"
          [options]="reasons()"
        />
        <htsm-text-area
          [htsmField]="form.field('words')"
          [label]="t('matching.invitation.inWords')"
          [hint]="t('matching.invitation.inWordsHint')"
          isOptional
          [rows]="3"
        />
        <p class="row">
          <button
            htsm-button
            kind="primary"
            type="submit"
            [busy]="form.isBusy()"
            [busyText]="t('matching.invitation.busy')"
          >
            {{ t('matching.invitation.sendNo') }}
          </button>
          <button htsm-button kind="plain" type="button" (click)="isDeclining.set(false)">
            {{ t('matching.board.cancel') }}
          </button>
        </p>
      </form>
    }
  `,
  styles: `
    :host,
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }
  `,
})
export class AnswerInvitation {
  private readonly api = inject(ApiClient);

  readonly item = input.required<MyInvitationDto>();
  readonly done = output<MyInvitationDto>();

  protected readonly t = injectText();
  protected readonly accepting = createAction();
  protected readonly isDeclining = signal(false);
  protected readonly reasons = computed(() =>
    DECLINE_REASONS.map((value) => ({ value, label: this.t(`matching.invitation.reason.${value}`) })),
  );
  protected readonly form = createForm<NoForm>({
    initial: { reason: '', words: '' },
    constraints: { words: mayBeEmpty(constraints['AnswerInvitationDto'].words) },
    check: ({ reason }) => ({
      reason: reason === '' ? this.t('matching.invitation.needsReason') : undefined,
    }),
  });

  protected async accept(): Promise<void> {
    await this.accepting.run(async () => this.tell({ answer: 'interested', reason: null, words: '' }));
  }

  protected async decline(): Promise<void> {
    await this.form.submit(({ reason, words }) => this.tell({ answer: 'declined', reason, words }));
  }

  private async tell(answer: object): Promise<MyInvitationDto> {
    const item = await this.api.post<MyInvitationDto>(`/my/invitations/${this.item().id}/answer`, answer);
    this.isDeclining.set(false);
    this.done.emit(item);
    return item;
  }
}
