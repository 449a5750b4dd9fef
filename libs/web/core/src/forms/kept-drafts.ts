import { DOCUMENT, inject, Service } from '@angular/core';

/** What was typed and may not be on the server, with the version it is based on. */
export interface KeptDraft {
  readonly version: number;
  readonly value: unknown;
  /** What was sent last without an answer; undefined when nothing was. */
  readonly sent?: unknown;
}

const PREFIX = 'htsm-draft:';

/**
 * Keeps what could not be sent, so that a page that is loaded again has it. It stays in this tab alone and goes with
 * the tab or at signing out: a computer that others use too keeps nothing.
 */
@Service()
export class KeptDrafts {
  private readonly storage = storageOf(inject(DOCUMENT).defaultView);

  /** Keeps a draft under a name, in place of an earlier one. */
  keep(name: string, draft: KeptDraft): void {
    try {
      this.storage?.setItem(PREFIX + name, JSON.stringify(draft));
    } catch {
      // a full storage must not stop the reader from typing; the text is still on the screen
    }
  }

  /** Gives the draft that was kept under a name, or undefined. */
  read(name: string): KeptDraft | undefined {
    const text = this.storage?.getItem(PREFIX + name) ?? null;
    if (text === null) return undefined;
    const found: unknown = JSON.parse(text);
    return isKeptDraft(found) ? found : undefined;
  }

  forget(name: string): void {
    this.storage?.removeItem(PREFIX + name);
  }

  /** Forgets everything: the reader signed out. */
  forgetAll(): void {
    const names = Object.keys(this.storage ?? {}).filter((name) => name.startsWith(PREFIX));
    for (const name of names) this.storage?.removeItem(name);
  }
}

function isKeptDraft(value: unknown): value is KeptDraft {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number';
}

/** The storage of the tab, or undefined where there is none or it is switched off. */
function storageOf(window: (Window & typeof globalThis) | null): Storage | undefined {
  try {
    return window?.sessionStorage;
  } catch {
    return undefined;
  }
}
