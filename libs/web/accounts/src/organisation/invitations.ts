import { Component, computed, inject, input, resource } from '@angular/core';
import { constraints, type InvitationDto, type InvitationsDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText, type SessionOrganisation } from '@htsm/web/core';
import { Button, Empty, ErrorSummary, Skeleton, TextField, Toasts } from '@htsm/web/ui';

/** An owner asks colleagues in, and takes an invitation back. */
@Component({
  selector: 'htsm-invitations',
  imports: [Button, Empty, ErrorSummary, Skeleton, TextField],
  templateUrl: './invitations.html',
  styleUrl: '../form.css',
})
export class Invitations {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly organisation = input.required<SessionOrganisation>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly form = createForm({
    initial: { email: '' },
    constraints: { email: constraints['InviteDto'].email },
  });
  protected readonly revoking = createForm({ initial: {} });
  protected readonly list = resource({
    params: () => this.organisation().id,
    loader: ({ params }) => this.api.get<InvitationsDto>('/invitations', { query: { organisationId: params } }),
  });
  protected readonly shown = computed(() => (this.list.hasValue() ? this.list.value().items : undefined));

  protected async invite(): Promise<void> {
    const sent = await this.form.submit(({ email }) =>
      this.api.post<InvitationDto>('/invitations', { organisationId: this.organisation().id, email }),
    );
    if (sent === undefined) return;
    this.form.reset({ email: '' });
    this.toasts.show(this.t('accounts.invitations.sent', { email: sent.email }));
    this.list.reload();
  }

  protected async revoke(invitation: InvitationDto): Promise<void> {
    const done = await this.revoking.submit(async () => {
      await this.api.delete(`/invitations/${invitation.id}`);
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.invitations.revoked', { email: invitation.email }));
    this.list.reload();
  }
}
