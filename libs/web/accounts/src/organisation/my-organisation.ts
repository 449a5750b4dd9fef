import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationDto } from '@htsm/contracts';
import { ApiClient, describePage, injectText, Problem, Session } from '@htsm/web/core';
import { Empty, Message, PageHead, Skeleton } from '@htsm/web/ui';
import { AccountMenu } from '../account/account-menu';
import { Colleagues } from './colleagues';
import { Invitations } from './invitations';
import { OrganisationFacts } from './organisation-facts';

/** Page `/my/organisation`, with `?id=` for somebody who belongs to several. */
@Component({
  selector: 'htsm-my-organisation',
  imports: [AccountMenu, Colleagues, Empty, Invitations, Message, OrganisationFacts, PageHead, RouterLink, Skeleton],
  templateUrl: './my-organisation.html',
  styleUrl: '../form.css',
})
export class MyOrganisation {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);

  /** Which of the reader's organisations; the first when it is left out. */
  readonly id = input<string>();

  protected readonly t = injectText();
  protected readonly own = computed(() => this.session.user()?.organisations ?? []);
  protected readonly chosen = computed(() => this.own().find(({ id }) => id === this.id()) ?? this.own()[0]);
  protected readonly loaded = resource({
    params: () => this.chosen()?.id,
    loader: ({ params }) => this.api.get<OrganisationDto>(`/organisation/${params}`),
  });
  protected readonly shown = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly refusal = computed(() => {
    const error = this.loaded.error();
    return error instanceof Problem ? error : undefined;
  });

  constructor() {
    describePage(() => ({ title: this.chosen()?.name ?? this.t('accounts.organisation.title') }));
  }
}
