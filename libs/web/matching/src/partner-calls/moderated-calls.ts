import { Component, inject, input, signal } from '@angular/core';
import { constraints, type PartnerCallDto, type PartnerCallsDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText, readScreen } from '@htsm/web/core';
import { Button, ErrorSummary, ReadFailure, TextArea, Toasts } from '@htsm/web/ui';
import { PartnerCallCard } from './partner-call-card';

/** The calls for partners about a challenge, for who moderates. */
@Component({
  selector: 'htsm-moderated-calls',
  imports: [Button, ErrorSummary, PartnerCallCard, ReadFailure, TextArea],
  template: `
    <section aria-labelledby="moderated-head">
      <h2 id="moderated-head">{{ t('matching.calls.here') }}</h2>
      <p class="soft">{{ t('matching.calls.moderateText') }}</p>
      @if (page.problem(); as problem) {
        <htsm-read-failure [problem]="problem" (again)="page.reload()" />
      }
      @if (page.value(); as it) {
        @for (call of it.items; track call.id) {
          <htsm-partner-call-card [call]="call">
            @if (call.state === 'open') {
              @if (open() === call.id) {
                <form (submit)="$event.preventDefault(); withdraw(call)" novalidate>
                  <htsm-error-summary [form]="form" />
                  <htsm-text-area
                    [htsmField]="form.field('reason')"
                    [label]="t('matching.calls.reason')"
                    [sees]="t('matching.calls.reasonSees', { name: call.organisationName })"
                    [rows]="2"
                  />
                  <p class="row">
                    <button
                      htsm-button
                      kind="risk"
                      type="submit"
                      [busy]="form.isBusy()"
                      [busyText]="t('matching.calls.busy')"
                    >
                      {{ t('matching.calls.withdraw') }}
                    </button>
                    <button htsm-button kind="plain" type="button" (click)="open.set('')">
                      {{ t('matching.board.cancel') }}
                    </button>
                  </p>
                </form>
              } @else {
                <p>
                  <button htsm-button isSmall type="button" (click)="open.set(call.id)">
                    {{ t('matching.calls.withdraw') }}<span class="sr">: {{ call.organisationName }}</span>
                  </button>
                </p>
              }
            }
          </htsm-partner-call-card>
        } @empty {
          <p class="soft">{{ t('matching.calls.hereNone') }}</p>
        }
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
      margin-block-start: var(--space-6);
    }
    section,
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
    h2 {
      font-size: var(--text-lg);
    }
  `,
})
export class ModeratedCalls {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  /** Of the challenge. */
  readonly id = input.required<string>();

  protected readonly t = injectText();
  /** The call that a reason is written for. */
  protected readonly open = signal('');
  protected readonly page = readScreen<PartnerCallsDto>(() => `/taskforce/challenges/${this.id()}/partner-calls`);
  protected readonly form = createForm<{ readonly reason: string }>({
    initial: { reason: '' },
    constraints: constraints['WithdrawPartnerCallDto'],
  });

  protected async withdraw({ id }: PartnerCallDto): Promise<void> {
    await this.form.submit(async ({ reason }) => {
      this.page.set(await this.api.post<PartnerCallsDto>(`/taskforce/partner-calls/${id}/withdrawal`, { reason }));
      this.open.set('');
      this.toasts.show(this.t('matching.calls.saved'));
      return { reason: '' };
    });
  }
}
