import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { type ProviderAddressDto } from '@htsm/contracts';
import { isOwnPath, OWN_PATH_MAX } from '@htsm/domain';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message } from '@htsm/web/ui';

/** The way to the sign-in page of the reader's own organisation, found by the domain of the address. */
@Component({
  selector: 'htsm-at-organisation',
  imports: [Button, ErrorSummary, Message],
  template: `
    <htsm-error-summary [form]="form" />
    @if (notice()) {
      <htsm-message tone="act" [isAlert]="true">{{ t('accounts.provider.' + notice()) }}</htsm-message>
    }
    <button
      htsm-button
      type="button"
      kind="second"
      [busy]="form.isBusy()"
      [busyText]="t('accounts.signIn.busy')"
      (click)="leave()"
    >
      {{ t('accounts.provider.use') }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-3);
    }
  `,
})
export class AtOrganisation {
  private readonly api = inject(ApiClient);
  private readonly view = inject(DOCUMENT).defaultView;

  /** What was typed as the address. */
  readonly email = input.required<string>();
  /** Where the reader wanted to go. */
  readonly next = input<string>();

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: {} });
  protected readonly notice = signal<'needEmail' | 'none' | undefined>(undefined);

  protected async leave(): Promise<void> {
    const email = this.email().trim();
    this.notice.set(email === '' ? 'needEmail' : undefined);
    if (email === '') return;
    const answer = await this.form.submit(() =>
      this.api.post<ProviderAddressDto>('/session/provider', { email, ...this.way() }),
    );
    if (answer === undefined) return;
    if (answer.url === null) this.notice.set('none');
    else this.view?.location.assign(answer.url);
  }

  /** The page to come back to, when it is one of ours. */
  private way(): { readonly next?: string } {
    const next = this.next();
    return isOwnPath(next) && next.length <= OWN_PATH_MAX ? { next } : {};
  }
}
