import { Component, inject, input, signal } from '@angular/core';
import { type AddressConflictsDto, constraints } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextField } from '@htsm/web/ui';
import { ConflictLines } from './conflict-lines';

const { email } = constraints['CheckAddressDto'];

/** Looks for conflicts of somebody whom the taskforce thinks of inviting. */
@Component({
  selector: 'htsm-check-address',
  imports: [Button, ConflictLines, ErrorSummary, TextField],
  template: `
    <form (submit)="$event.preventDefault(); check()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-text-field
        type="email"
        [htsmField]="form.field('email')"
        [label]="t('reviews.panel.address')"
        [hint]="t('reviews.panel.addressHint')"
        inputMode="email"
      />
      <p>
        <button htsm-button type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.panel.checking')">
          {{ t('reviews.panel.check') }}
        </button>
      </p>
      <div role="status">
        @if (found(); as it) {
          <p>
            <b>{{ it.email }}</b>:
            {{
              it.name === null ? t('reviews.panel.unknownAddress') : t('reviews.panel.knownAddress', { name: it.name })
            }}
            @if (it.conflicts.length === 0) {
              {{ t('reviews.panel.nothingFound') }}
            }
          </p>
          <htsm-conflict-lines [conflicts]="it.conflicts" />
        }
      </div>
    </form>
  `,
  styleUrl: '../shared/act-form.css',
})
export class CheckAddress {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();

  protected readonly t = injectText();
  /** What was found, with the address that was asked about. */
  protected readonly found = signal<(AddressConflictsDto & { readonly email: string }) | null>(null);
  protected readonly form = createForm({ initial: { email: '' }, constraints: { email } });

  protected async check(): Promise<void> {
    const found = await this.form.submit(async (asked) => ({
      ...(await this.api.post<AddressConflictsDto>(
        `/taskforce/challenges/${this.challengeId()}/conflict-checks`,
        asked,
      )),
      email: asked.email,
    }));
    if (found !== undefined) this.found.set(found);
  }
}
