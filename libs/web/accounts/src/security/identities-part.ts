import { Component, DOCUMENT, inject, signal, viewChild } from '@angular/core';
import { type OwnIdentitiesDto, type OwnIdentityDto, type ProviderAddressDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary, Toasts } from '@htsm/web/ui';
import { Proofs } from '../proof/proofs';

/** The accounts at organisations that the reader signs in with; nothing is shown where there can be none. */
@Component({
  selector: 'htsm-identities-part',
  imports: [Button, Confirm, ErrorSummary],
  template: `
    @if (list.value(); as shown) {
      @if (shown.canLink || shown.items.length > 0) {
        <section class="part" aria-labelledby="identities">
          <h2 id="identities">{{ t('accounts.identities.title') }}</h2>
          <p>{{ t('accounts.identities.text') }}</p>
          <htsm-error-summary [form]="form" />
          <ul class="list">
            @for (identity of shown.items; track identity.id) {
              <li class="row">
                <span class="mail">
                  {{
                    t('accounts.identities.since', { issuer: identity.issuer, at: formats().moment(identity.linkedAt) })
                  }}
                </span>
                <button htsm-button type="button" kind="second" [isSmall]="true" (click)="remove(identity)">
                  {{ t('accounts.identities.remove') }}<span class="sr"> {{ identity.issuer }}</span>
                </button>
              </li>
            }
          </ul>
          @if (shown.canLink && shown.items.length === 0) {
            <div class="row">
              <button htsm-button type="button" kind="second" [busy]="form.isBusy()" (click)="link()">
                {{ t('accounts.identities.link') }}
              </button>
            </div>
          }
        </section>
      }
    }
    <htsm-confirm [heading]="t('accounts.identities.sure')" [confirmText]="t('accounts.identities.remove')">
      {{ t('accounts.identities.sureText', { issuer: asked()?.issuer ?? '' }) }}
    </htsm-confirm>
  `,
  styleUrl: '../form.css',
})
export class IdentitiesPart {
  private readonly api = inject(ApiClient);
  private readonly proofs = inject(Proofs);
  private readonly toasts = inject(Toasts);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly sure = viewChild.required(Confirm);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly list = readScreen<OwnIdentitiesDto>(() => '/account/identities');
  protected readonly form = createForm({ initial: {} });
  /** The account that is about to be let go. */
  protected readonly asked = signal<OwnIdentityDto | undefined>(undefined);

  protected async link(): Promise<void> {
    const answer = await this.form.submit(() =>
      this.proofs.with(() => this.api.post<ProviderAddressDto>('/account/identities')),
    );
    if (answer !== undefined && answer.url !== null) this.view?.location.assign(answer.url);
  }

  protected async remove(identity: OwnIdentityDto): Promise<void> {
    this.asked.set(identity);
    if (!(await this.sure().ask())) return;
    const done = await this.form.submit(async () => {
      await this.proofs.with(() => this.api.delete(`/account/identities/${identity.id}`));
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.identities.removed'));
    this.list.reload();
  }
}
