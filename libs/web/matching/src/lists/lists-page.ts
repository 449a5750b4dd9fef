import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type TaxonomyDto, type TermDto } from '@htsm/contracts';
import { TAXONOMY_SCHEMES } from '@htsm/domain';
import { describePage, injectText, Lists, readScreen } from '@htsm/web/core';
import { PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';
import { FileImport } from './file-import';
import { TermAdder } from './term-adder';
import { TermBranch } from './term-branch';
import { VersionHistory } from './version-history';

/** Lists whose codes the program knows: their terms can be renamed only. */
const CLOSED: readonly string[] = ['company_size', 'region', 'readiness'];

/** Page `/taskforce/lists`: the words that challenges and organisations are described with, as trees to keep. */
@Component({
  selector: 'htsm-lists-page',
  imports: [FileImport, PageHead, ReadFailure, RouterLink, Skeleton, TermAdder, TermBranch, VersionHistory],
  templateUrl: './lists-page.html',
  styleUrl: './lists-page.css',
})
export class ListsPage {
  private readonly words = inject(Lists);

  /** Which list is shown: a scheme, themes without it. */
  readonly list = input<string>();

  protected readonly t = injectText();
  protected readonly schemes = TAXONOMY_SCHEMES;
  protected readonly scheme = computed(() => TAXONOMY_SCHEMES.find((one) => one === this.list()) ?? 'theme');
  protected readonly isClosed = computed(() => CLOSED.includes(this.scheme()));
  protected readonly read = readScreen<TaxonomyDto>(() => '/administration/taxonomy');
  /** How often something was changed here; the history is read again when it grows. */
  protected readonly changes = signal(0);
  protected readonly terms = computed(
    () => this.read.value()?.terms.filter((term) => term.scheme === this.scheme()) ?? [],
  );
  /** The top of the tree; capabilities stand below themes, which are another list. */
  protected readonly tops = computed(() => {
    const terms = this.terms();
    const codes = new Set(terms.map(({ code }) => code));
    return terms.filter(({ broader }) => !codes.has(broader));
  });
  /** What a new term can be put below. */
  protected readonly parents = computed<readonly TermDto[]>(() => {
    const all = this.read.value()?.terms ?? [];
    const active = all.filter(({ state }) => state === 'active');
    if (this.scheme() === 'capability') return active.filter(({ scheme }) => scheme === 'theme');
    return active.filter(({ scheme, broader }) => scheme === this.scheme() && broader === '');
  });

  constructor() {
    describePage(() => ({ title: this.t('matching.lists.title') }));
  }

  protected take(taxonomy: TaxonomyDto): void {
    this.read.set(taxonomy);
    this.changes.update((n) => n + 1);
    void this.words.load();
  }
}
