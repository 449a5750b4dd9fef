import { Component, inject, input, output, signal } from '@angular/core';
import { constraints, type MyPartnerCallsDto } from '@htsm/contracts';
import { PARTNER_CALL_LIMITS } from '@htsm/domain';
import { ApiClient, createForm, injectText, mayBeEmpty } from '@htsm/web/core';
import { Button, ErrorSummary, TextArea, TextField } from '@htsm/web/ui';
import { WordList } from '../profile/word-list';

const { capabilities, ...limits } = constraints['PlacePartnerCallDto'];

interface CallForm {
  readonly brings: string;
  readonly seeks: string;
  readonly capabilities: readonly string[];
  readonly lastDay: string;
}

/** A call for partners about one challenge. */
@Component({
  selector: 'htsm-place-call',
  imports: [Button, ErrorSummary, TextArea, TextField, WordList],
  template: `
    @if (!isOpen()) {
      <p>
        <button htsm-button type="button" (click)="isOpen.set(true)">{{ t('matching.calls.place.open') }}</button>
      </p>
    } @else {
      <form (submit)="$event.preventDefault(); place()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-text-area
          [htsmField]="form.field('brings')"
          [label]="t('matching.calls.place.brings')"
          [sees]="t('matching.calls.place.sees')"
          [rows]="3"
        />
        <htsm-text-area [htsmField]="form.field('seeks')" [label]="t('matching.calls.place.seeks')" [rows]="3" />
        <htsm-word-list
          [htsmField]="form.field('capabilities')"
          [label]="t('matching.calls.place.capabilities')"
          [hint]="t('matching.profile.hint.capabilities')"
          [longest]="limits.capability"
          [most]="limits.capabilities"
        />
        <htsm-text-field
          type="date"
          [htsmField]="form.field('lastDay')"
          [label]="t('matching.calls.place.lastDay')"
          [hint]="t('matching.calls.place.lastDayHint')"
        />
        <p class="row">
          <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('matching.calls.busy')">
            {{ t('matching.calls.place.go') }}
          </button>
          <button htsm-button kind="plain" type="button" (click)="isOpen.set(false)">
            {{ t('matching.board.cancel') }}
          </button>
        </p>
      </form>
    }
  `,
  styleUrl: '../shared/act-form.css',
})
export class PlaceCall {
  private readonly api = inject(ApiClient);

  /** Of the challenge. */
  readonly slug = input.required<string>();
  readonly done = output<MyPartnerCallsDto>();

  protected readonly t = injectText();
  protected readonly limits = PARTNER_CALL_LIMITS;
  protected readonly isOpen = signal(false);
  protected readonly form = createForm<CallForm>({
    initial: { brings: '', seeks: '', capabilities: [], lastDay: '' },
    constraints: { ...limits, capabilities: mayBeEmpty(capabilities) },
  });

  protected async place(): Promise<void> {
    await this.form.submit(async (call) => {
      const path = `/challenges/${encodeURIComponent(this.slug())}/partner-calls`;
      this.done.emit(await this.api.post<MyPartnerCallsDto>(path, call));
      this.isOpen.set(false);
      return call;
    });
  }
}
