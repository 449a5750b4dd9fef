import { Component, computed, effect, inject, linkedSignal, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type PublicChallengesDto } from '@htsm/contracts';
import {
  ApiClient,
  describePage,
  injectFeeds,
  injectPlural,
  injectText,
  Language,
  Problem,
  ServerClock,
} from '@htsm/web/core';
import { Button, Empty, Message, PageHead, Skeleton, keepTyped } from '@htsm/web/ui';
import { ChallengeCard } from '../shared/challenge-card';
import { injectFilterWord } from './filter-word';
import { ListFilters } from './list-filters';
import {
  chosenFilters,
  effectiveSort,
  type FilterName,
  type ListQuery,
  listSorts,
  readListQuery,
  toggleFilter,
  writeListQuery,
} from './list-query';

/** The public list of challenges: search, filters, order. Everything chosen is in the address. */
@Component({
  selector: 'htsm-challenge-list',
  host: { class: 'wrap' },
  imports: [Button, ChallengeCard, Empty, ListFilters, Message, PageHead, RouterLink, Skeleton],
  templateUrl: './challenge-list.html',
  styleUrl: './challenge-list.css',
})
export class ChallengeList {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);
  private readonly language = inject(Language);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  private readonly feedsOf = injectFeeds();
  protected readonly word = injectFilterWord();
  protected readonly query = computed(() => readListQuery(this.params()));
  protected readonly feeds = computed(() => this.feedsOf(this.query()));
  protected readonly followed = computed(() => {
    const [atom, json, ics] = this.feeds().map(({ href }) => href);
    return { atom, json, ics };
  });
  protected readonly sort = computed(() => effectiveSort(this.query()));
  protected readonly sorts = computed(() => listSorts.filter((sort) => sort !== 'relevance' || this.query().q !== ''));
  protected readonly chosen = computed(() => chosenFilters(this.query()));
  protected readonly found = resource({
    id: 'challenges.list',
    params: () => ({ query: this.query(), language: this.language.current() }),
    loader: ({ params: { query } }) =>
      this.api.get<PublicChallengesDto>('/challenges', {
        query: { ...query, sort: query.sort ?? undefined, cursor: query.cursor || undefined },
      }),
  });
  /** The last answer stays on the screen while the next one is on its way. */
  protected readonly page = linkedSignal<PublicChallengesDto | undefined, PublicChallengesDto | undefined>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (answer, previous) => answer ?? previous?.value,
  });
  protected readonly problem = computed(() => {
    const error = this.found.error();
    return error instanceof Problem ? error : undefined;
  });

  /** What a mail about the like of this search asks for: its words, themes and regions. */
  protected readonly searched = computed(() => {
    const { q, theme, region } = this.query();
    return { q: q.trim() || null, theme, region };
  });
  protected readonly isNarrowed = computed(() => {
    const { q, theme, region } = this.query();
    return q.trim() !== '' || theme.length + region.length > 0;
  });

  constructor() {
    keepTyped('#q');
    effect(() => {
      const now = this.page()?.now;
      if (now !== undefined) this.clock.sync(now);
    });
    describePage(() => ({
      title: this.t('challenges.list.title'),
      description: this.t('challenges.list.lead'),
      feeds: this.feeds(),
    }));
  }

  protected search(q: string): void {
    this.show({ ...this.query(), q, cursor: '' });
  }

  protected sortBy(chosen: string): void {
    this.show({ ...this.query(), sort: listSorts.find((sort) => sort === chosen) ?? null, cursor: '' });
  }

  protected toggle({ name, value }: { name: FilterName; value: string }): void {
    this.show(toggleFilter(this.query(), name, value));
  }

  protected clear(): void {
    this.show({ ...this.query(), theme: [], region: [], state: ['open'], cursor: '' });
  }

  /** Parameters of the page that a cursor leads to; without one the first page. */
  protected pageAt(cursor: string): ReturnType<typeof writeListQuery> {
    return writeListQuery({ ...this.query(), cursor });
  }

  private show(query: ListQuery): void {
    void this.router.navigate(['/challenges'], { queryParams: writeListQuery(query) });
  }
}
