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
 * stays until the new one is there. An answer with `now` sets the clock. Call it where `inject` works.
 */
export function readScreen<T extends object>(path: () => string): ScreenRead<T> {
  const api = inject(ApiClient);
  const language = inject(Language);
  const clock = inject(ServerClock);
  const answer = resource({
    params: () => ({ path: path(), language: language.current() }),
    loader: async ({ params }) => {
      const value = await api.get<T>(params.path);
      if ('now' in value && typeof value.now === 'string') clock.sync(value.now);
      return { path: params.path, value };
    },
  });
  const kept = linkedSignal<{ path: string; value: T } | undefined, { path: string; value: T } | undefined>({
    source: () => (answer.hasValue() ? answer.value() : undefined),
    computation: (now, previous) => now ?? previous?.value,
  });
  const problem = computed(() => {
    const error = answer.error();
    return error instanceof Problem ? error : undefined;
  });
  return {
    value: computed(() => (kept()?.path === path() && !isMissing(problem()) ? kept()?.value : undefined)),
    isMissing: computed(() => isMissing(problem())),
    problem: computed(() => (isMissing(problem()) ? undefined : problem())),
    reload: () => answer.reload(),
    set: (value) => kept.set({ path: path(), value }),
  };
}

function isMissing(problem: Problem | undefined): boolean {
  return problem?.status === 404;
}
