import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type GlossaryDto, type PairDto } from '@htsm/contracts';
import { ApiClient, createAction, describePage, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, ReadFailure, Skeleton, TextField, Toasts } from '@htsm/web/ui';
import { FileImport } from './file-import';
import { VersionHistory } from './version-history';

/** Page `/taskforce/glossary`: pairs of terms that the operator adds to the thesaurus. */
@Component({
  selector: 'htsm-glossary-page',
  imports: [Button, Empty, FileImport, PageHead, ReadFailure, RouterLink, Skeleton, TextField, VersionHistory],
  templateUrl: './glossary-page.html',
  styleUrl: './lists-page.css',
})
export class GlossaryPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** Part of a word to look for. */
  readonly q = input<string>();
  /** Where the page begins. */
  readonly cursor = input<string>();

  protected readonly t = injectText();
  protected readonly changes = signal(0);
  protected readonly removing = createAction();
  protected readonly read = readScreen<GlossaryDto>(() => {
    const query = new URLSearchParams({ q: this.q() ?? '', cursor: this.cursor() ?? '' });
    for (const name of ['q', 'cursor']) if (query.get(name) === '') query.delete(name);
    return `/administration/glossary?${query.toString()}`;
  });
  protected readonly problem = computed(() => this.removing.problem() ?? this.read.problem());

  constructor() {
    describePage(() => ({ title: this.t('matching.glossary.title') }));
  }

  protected search(q: string): void {
    void this.router.navigate(['/taskforce/glossary'], { queryParams: q.trim() === '' ? {} : { q: q.trim() } });
  }

  protected refresh(): void {
    this.read.reload();
    this.changes.update((n) => n + 1);
  }

  protected async remove(pair: PairDto): Promise<void> {
    const isDone = await this.removing.run(() => this.api.delete(`/administration/glossary/${pair.id}`));
    if (!isDone) return;
    this.toasts.show(this.t('matching.glossary.removed', { word: pair.nl }));
    this.refresh();
  }
}
