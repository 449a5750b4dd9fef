import { type Signal } from '@angular/core';

/** How saving stands. `saving` shows only when it takes longer than a second. */
export type AutosaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string; readonly version: number }
  /** No network: the text is kept and sent as soon as there is one. */
  | { readonly kind: 'offline'; readonly lastAt: string | undefined }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'conflict' };

/** What the status line needs of an autosave. */
export interface AutosaveView {
  readonly state: Signal<AutosaveState>;
  /** Tries again now. */
  flush(): Promise<unknown>;
}
