import { computed, inject, linkedSignal, resource, type Signal } from '@angular/core';
import { Language } from '../language/language';
import { ServerClock } from '../time/server-clock';
import { ApiClient } from './api-client';
import { Problem } from './problem';

/** What a screen reads from one address. */
export interface ScreenRead<T> {
  /** The answer; undefined until there is one. It stays while the same address is read again. */
  readonly value: Signal<T | undefined>;
  /** Whether the address does not exist for this reader. */
  readonly isMissing: Signal<boolean>;
  /** Why reading failed, for another reason than that; undefined when it did not. */
  readonly problem: Signal<Problem | undefined>;
  /** Reads again. */
  reload(): void;
  /** Puts a newer answer in place, such as what a change gave back. */
  set(value: T): void;
}

/**
 * Reads an address for a screen, again after a switch of language and whenever the address changes; the old answer
 * stays until the new one is there. An answer with `now` sets the clock. With a `body` it is asked by POST: for what may not
 * stand in an address. Call it where `inject` works.
 */
export function readScreen<T extends object>(path: () => string, body?: () => object): ScreenRead<T> {
  const api = inject(ApiClient);
  const language = inject(Language);
  const clock = inject(ServerClock);
  const key = () => `${path()} ${JSON.stringify(body?.() ?? null)}`;
  const answer = resource({
    params: () => ({ path: path(), body: body?.(), key: key(), language: language.current() }),
    loader: async ({ params }) => {
      const { body: asked } = params;
      const value = await (asked === undefined ? api.get<T>(params.path) : api.post<T>(params.path, asked));
      if ('now' in value && typeof value.now === 'string') clock.sync(value.now);
      return { key: params.key, value };
    },
  });
  const kept = linkedSignal<{ key: string; value: T } | undefined, { key: string; value: T } | undefined>({
    source: () => (answer.hasValue() ? answer.value() : undefined),
    computation: (now, previous) => now ?? previous?.value,
  });
  const problem = computed(() => {
    const error = answer.error();
    return error instanceof Problem ? error : undefined;
  });
  return {
    value: computed(() => (kept()?.key === key() && !isMissing(problem()) ? kept()?.value : undefined)),
    isMissing: computed(() => isMissing(problem())),
    problem: computed(() => (isMissing(problem()) ? undefined : problem())),
    reload: () => answer.reload(),
    set: (value) => kept.set({ key: key(), value }),
  };
}

function isMissing(problem: Problem | undefined): boolean {
  return problem?.status === 404;
}
