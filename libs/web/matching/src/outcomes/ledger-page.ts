import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CollaborationDto, type CollaborationsDto } from '@htsm/contracts';
import { ApiClient, createAction, describePage, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, ReadFailure, SelectField, Skeleton } from '@htsm/web/ui';
import { CollaborationCard } from './collaboration-card';

/** Page `/taskforce/outcomes`: every challenge and SME that agreed, with the words of both sides next to each other. */
@Component({
  selector: 'htsm-ledger-page',
  imports: [Button, CollaborationCard, Empty, PageHead, ReadFailure, RouterLink, SelectField, Skeleton],
  templateUrl: './ledger-page.html',
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
    .list {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
      padding-block-start: var(--space-4);
    }
    htsm-select {
      display: block;
      max-width: 22rem;
    }
  `,
})
export class LedgerPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);

  /** `disputed` for only those whose sides differ. */
  readonly only = input<string>();

  protected readonly t = injectText();
  protected readonly isDisputed = computed(() => this.only() === 'disputed');
  private readonly path = computed(() => `/taskforce/collaborations${this.isDisputed() ? '?only=disputed' : ''}`);
  protected readonly list = readScreen<CollaborationsDto>(() => this.path());
  protected readonly reading = createAction();
  protected readonly choices = computed(() => [
    { value: '', label: this.t('matching.ledger.all') },
    { value: 'disputed', label: this.t('matching.ledger.disputed') },
  ]);

  constructor() {
    describePage(() => ({ title: this.t('matching.ledger.title') }));
  }

  protected async choose(only: string): Promise<void> {
    await this.router.navigate(['/taskforce/outcomes'], { queryParams: only === '' ? {} : { only } });
  }

  protected replace(changed: CollaborationDto): void {
    const page = this.list.value();
    if (page === undefined) return;
    this.list.set({ ...page, items: page.items.map((item) => (item.id === changed.id ? changed : item)) });
  }

  protected async readMore(): Promise<void> {
    const known = this.list.value();
    if (known === undefined || known.next === null) return;
    const [path, cursor] = [this.path(), known.next];
    await this.reading.run(async () => {
      const page = await this.api.get<CollaborationsDto>(path, { query: { cursor } });
      if (path === this.path()) this.list.set({ ...page, items: [...known.items, ...page.items] });
    });
  }
}
