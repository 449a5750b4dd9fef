import { ErrorHandler, inject, type Signal, signal } from '@angular/core';
import { ApiClient } from '../api/api-client';
import { Problem } from '../api/problem';

/** Something a button does: whether it is under way, and why it was refused. */
export interface Action {
  readonly isBusy: Signal<boolean>;
  /** Why the last attempt was refused; null when it was not. */
  readonly problem: Signal<Problem | null>;
  /** Does the work once at a time; gives whether it was done. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

/** Makes an action; call it where `inject` works. */
export function createAction(): Action {
  const api = inject(ApiClient);
  const faults = inject(ErrorHandler);
  const isBusy = signal(false);
  const problem = signal<Problem | null>(null);
  const refuse = (error: unknown): void => {
    if (!(error instanceof Problem)) faults.handleError(error);
    problem.set(error instanceof Problem ? error : api.problem(500, {}));
  };
  return {
    isBusy: isBusy.asReadonly(),
    problem: problem.asReadonly(),
    run: async (work) => {
      if (isBusy()) return false;
      isBusy.set(true);
      problem.set(null);
      try {
        await work();
        return true;
      } catch (error) {
        refuse(error);
        return false;
      } finally {
        isBusy.set(false);
      }
    },
  };
}
