import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type AddressConflictsDto, constraints, type InvitedExpertDto } from '@htsm/contracts';
import { ApiClient, createAction, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextField } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';
import { ConflictLines } from './conflict-lines';

const { email } = constraints['CheckAddressDto'];

/** Looks for conflicts of somebody whom the taskforce thinks of inviting. */
@Component({
  selector: 'htsm-check-address',
  imports: [Button, ConflictLines, ErrorSummary, ProblemMessage, TextField],
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
          <p class="soft">{{ t('reviews.panel.expert.' + step()) }}</p>
        }
      </div>
      @if (found() && canInvite()) {
        <htsm-problem-message [problem]="inviting.problem()" />
        <p>
          <button
            htsm-button
            kind="primary"
            type="button"
            [busy]="inviting.isBusy()"
            [busyText]="t('reviews.panel.expert.busy')"
            (click)="invite()"
          >
            {{ t('reviews.panel.expert.invite') }}
          </button>
        </p>
      }
    </form>
  `,
  styleUrl: '../shared/act-form.css',
})
export class CheckAddress {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  /** Whether the challenge has a panel to be on. */
  readonly isFormed = input.required<boolean>();
  /** Somebody was asked or added; in words. */
  readonly invited = output<string>();

  protected readonly t = injectText();
  /** What was found, with the address that was asked about. */
  protected readonly found = signal<(AddressConflictsDto & { readonly email: string }) | null>(null);
  protected readonly form = createForm({ initial: { email: '' }, constraints: { email } });

  protected readonly inviting = createAction();
  /** What can be done with the address: which sentence says it. */
  protected readonly step = computed(() => {
    if (!this.isFormed()) return 'formFirst';
    const counting = this.found()?.conflicts.filter(({ waivedUntil }) => waivedUntil === null) ?? [];
    if (counting.some(({ role }) => role === 'owner')) return 'bound';
    return counting.length > 0 ? 'knows' : 'free';
  });
  protected readonly canInvite = computed(() => this.step() === 'knows' || this.step() === 'free');

  protected async invite(): Promise<void> {
    const { email } = this.found() ?? {};
    await this.inviting.run(async () => {
      const { addedName } = await this.api.post<InvitedExpertDto>(
        `/taskforce/challenges/${this.challengeId()}/panel-invitations`,
        { email, knowsConflicts: this.step() === 'knows' },
      );
      this.found.set(null);
      this.form.reset({ email: '' });
      this.invited.emit(
        addedName === null
          ? this.t('reviews.panel.expert.mailed', { email: email ?? '' })
          : this.t('reviews.panel.expert.added', { name: addedName }),
      );
    });
  }

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
