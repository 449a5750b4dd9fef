import { Component, computed, inject, input, resource, signal, viewChild } from '@angular/core';
import { type MemberDto, type MembersDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText, Session, type SessionOrganisation } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary, Skeleton, Toasts } from '@htsm/web/ui';

/** The people of an organisation; an owner can remove somebody. */
@Component({
  selector: 'htsm-colleagues',
  imports: [Button, Confirm, ErrorSummary, Skeleton],
  templateUrl: './colleagues.html',
  styleUrl: '../form.css',
})
export class Colleagues {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  readonly organisation = input.required<SessionOrganisation>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly removing = createForm({ initial: {} });
  /** Whom the question on the screen is about. */
  protected readonly asked = signal<MemberDto | undefined>(undefined);
  protected readonly list = resource({
    params: () => this.organisation().id,
    loader: ({ params }) => this.api.get<MembersDto>(`/organisation/${params}/members`),
  });
  protected readonly shown = computed(() => (this.list.hasValue() ? this.list.value().items : undefined));

  /** Whether the reader may remove this person. */
  protected canRemove(member: MemberDto): boolean {
    return this.organisation().role === 'owner' && member.userId !== this.session.user()?.id;
  }

  protected async remove(member: MemberDto): Promise<void> {
    this.asked.set(member);
    if (!(await this.sure().ask())) return;
    const done = await this.removing.submit(async () => {
      await this.api.delete(`/organisation/${this.organisation().id}/members/${member.userId}`);
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.colleagues.removed', { name: member.name }));
    this.list.reload();
  }
}
