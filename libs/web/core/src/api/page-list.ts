import { computed, inject, type Signal } from '@angular/core';
import { createAction } from '../forms/action';
import { ApiClient } from './api-client';
import { type Problem } from './problem';
import { readScreen } from './screen-read';

/** One page of a list, as the API gives it. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list that is read page by page. */
export interface PageList<Item> {
  /** All items read so far; undefined before the first answer. */
  readonly items: Signal<readonly Item[] | undefined>;
  /** Whether there is more to read. */
  readonly hasMore: Signal<boolean>;
  /** Whether the next page is on its way. */
  readonly isBusy: Signal<boolean>;
  /** Why reading failed; undefined when it did not. */
  readonly problem: Signal<Problem | undefined>;
  /** Reads the next page. */
  readMore(): Promise<void>;
  /** Reads the list again from its start. */
  reload(): void;
}

/** Reads a list for a screen, again whenever its address changes. Call it where `inject` works. */
export function readPages<Item>(path: () => string): PageList<Item> {
  const api = inject(ApiClient);
  const pages = readScreen<Page<Item>>(path);
  const more = createAction();
  return {
    items: computed(() => pages.value()?.items),
    hasMore: computed(() => (pages.value()?.next ?? null) !== null),
    isBusy: more.isBusy,
    problem: computed(() => more.problem() ?? pages.problem()),
    readMore: async () => {
      const known = pages.value();
      const cursor = known?.next ?? undefined;
      if (known === undefined || cursor === undefined) return;
      const address = path();
      await more.run(async () => {
        const page = await api.get<Page<Item>>(address, { query: { cursor } });
        if (address === path()) pages.set({ items: [...known.items, ...page.items], next: page.next });
      });
    },
    reload: () => pages.reload(),
  };
}
