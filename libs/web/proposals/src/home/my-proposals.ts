import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyProposalListDto } from '@htsm/contracts';
import { ApiClient, describePage, injectPlural, injectText, Problem, ServerClock } from '@htsm/web/core';
import { Button, Empty, Message, PageHead, Skeleton } from '@htsm/web/ui';
import { groupProposals } from './proposal-groups';
import { ProposalRow } from './proposal-row';

/** The home of an SME: what must be done now and how much time is left, then what others are doing with the rest. */
@Component({
  selector: 'htsm-my-proposals',
  imports: [Button, Empty, Message, PageHead, ProposalRow, RouterLink, Skeleton],
  templateUrl: './my-proposals.html',
  styles: `
    :host {
      display: block;
    }
    .group {
      padding-block: var(--space-3) var(--space-5);
    }
    h2 {
      padding-block-end: var(--space-2);
      border-block-end: var(--rule-bold) solid var(--ink);
    }
  `,
})
export class MyProposals {
  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly clock = inject(ServerClock);
  private readonly first = resource({ loader: () => this.read(undefined) });
  /** All pages read so far. */
  protected readonly list = linkedSignal(() => (this.first.hasValue() ? this.first.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.first.error();
    return error instanceof Problem ? error : undefined;
  });
  protected readonly isReadingMore = signal(false);
  protected readonly groups = computed(() => groupProposals(this.list()?.items ?? [], this.clock.minute()));
  protected readonly lead = computed(() => {
    const todo = this.groups().find(({ name }) => name === 'todo')?.items.length ?? 0;
    return todo === 0 ? this.t('proposals.home.leadNothing') : this.plural('proposals.home.lead', todo);
  });

  constructor() {
    describePage(() => ({ title: this.t('proposals.home.title') }));
  }

  protected again(): void {
    this.first.reload();
  }

  protected async readMore(): Promise<void> {
    const known = this.list();
    if (known === undefined || known.next === null) return;
    this.isReadingMore.set(true);
    try {
      const more = await this.read(known.next);
      this.list.set({ ...more, items: [...known.items, ...more.items] });
    } finally {
      this.isReadingMore.set(false);
    }
  }

  private async read(cursor: string | undefined): Promise<MyProposalListDto> {
    const page = await this.api.get<MyProposalListDto>('/my/proposals', { query: { cursor } });
    this.clock.sync(page.now);
    return page;
  }
}
