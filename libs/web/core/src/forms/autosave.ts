import { DestroyRef, DOCUMENT, effect, inject, type Signal, signal, untracked } from '@angular/core';
import { type AutosaveState } from '@htsm/web/ui';
import { Problem } from '../api/problem';
import { Session } from '../session/session';
import { type KeptDraft, KeptDrafts } from './kept-drafts';

/** What a save gives back; the server decides both. */
export interface SaveReceipt {
  readonly version: number;
  readonly savedAt: string;
}

/** Two people changed the same draft: both texts, and the version to go on from. */
export interface AutosaveConflict<T> {
  readonly mine: T;
  /** The draft as the server has it, as it came in `current` of the answer. */
  readonly theirs: unknown;
  readonly version: number;
}

/** How an autosave starts. */
export interface AutosaveOptions<T> {
  /** The draft; a change is saved at most a second later. */
  readonly value: Signal<T>;
  /** Version of the draft as it was read. */
  readonly version: number;
  readonly save: (value: T, version: number) => Promise<SaveReceipt>;
  /** Milliseconds of rest before a save; at most 1000. */
  readonly wait?: number;
  /** Whether the server has just what was sent: a conflict is then the answer that got lost on the way. */
  readonly isSame?: (theirs: unknown, sent: T) => boolean;
  /** Keeps what could not be sent, for when the page is loaded again. */
  readonly keeping?: DraftKeeping<T>;
}

/** How a draft that could not be sent comes back. */
export interface DraftKeeping<T> {
  /** Names the draft among the reader's; its path. */
  readonly name: string;
  /** Reads what was kept; undefined when it does not fit the draft any more. */
  readonly read: (value: unknown) => T | undefined;
  /** Puts it in the form. */
  readonly restore: (value: T) => void;
}

/** Where an autosave keeps what could not be sent. */
export interface DraftPlace {
  readonly keep: (draft: KeptDraft) => void;
  readonly forget: () => void;
}

const retryAfter = 3000;
const slowAfter = 1000;

/** Reads the version of the resource that a conflict answer holds. */
function versionOf(current: unknown): number | undefined {
  if (typeof current !== 'object' || current === null || !('version' in current)) return undefined;
  return typeof current.version === 'number' ? current.version : undefined;
}

/** Reads when the resource that a conflict answer holds was saved; now when it does not say. */
function savedAtOf(current: unknown): string {
  if (typeof current !== 'object' || current === null || !('updatedAt' in current)) return new Date().toISOString();
  return String(current.updatedAt);
}

/**
 * Saves a draft by itself: one request at a time, always the newest text, again by itself after a lost connection.
 * Two people in one draft never overwrite each other: a conflict stops saving until the reader chooses.
 */
export class Autosave<T> {
  private readonly status = signal<AutosaveState>({ kind: 'idle' });
  private readonly clash = signal<AutosaveConflict<T> | null>(null);
  private saved: T;
  private version: number;
  private lastAt: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private unanswered: T | undefined;
  private isStopped = false;

  /** How saving stands. */
  readonly state = this.status.asReadonly();
  /** Both texts, while the reader has to choose; null otherwise. */
  readonly conflict = this.clash.asReadonly();

  constructor(
    private readonly options: AutosaveOptions<T>,
    private readonly place?: DraftPlace,
  ) {
    this.saved = untracked(options.value);
    this.version = options.version;
  }

  /** The version the server now has. */
  get currentVersion(): number {
    return this.version;
  }

  /** Whether something typed is not yet on the server. */
  get isPending(): boolean {
    return this.running !== undefined || untracked(this.options.value) !== this.saved;
  }

  /** Plans a save of the newest text. */
  schedule(wait = this.options.wait ?? 800): void {
    if (this.isStopped || this.clash() !== null) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.min(wait, retryAfter));
  }

  /** Saves now what is not yet saved, and waits for it. Says whether everything is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running !== undefined) await this.running;
    if (this.clash() === null && untracked(this.options.value) !== this.saved) {
      this.running = this.saveOnce().finally(() => (this.running = undefined));
      await this.running;
    }
    return !this.isPending;
  }

  /** Goes on with the reader's own text over the other one. */
  keepMine(): void {
    const conflict = this.clash();
    if (conflict === null) return;
    this.version = conflict.version;
    this.clash.set(null);
    void this.flush();
  }

  /** Goes on from the other text; the screen has put it in the form before calling this. */
  takeTheirs(): void {
    const conflict = this.clash();
    if (conflict === null) return;
    this.version = conflict.version;
    this.saved = untracked(this.options.value);
    this.clash.set(null);
    this.status.set({ kind: 'idle' });
  }

  /** Takes over a version that came from elsewhere, such as an upload to the same draft. */
  acceptVersion(version: number): void {
    this.version = version;
  }

  /** Goes on from what was kept when the page was loaded before; the caller has put it in the form. */
  resume(version: number, sent: T | undefined): void {
    this.version = version;
    this.unanswered = sent;
  }

  /** Keeps what is not on the server. */
  keep(): void {
    if (!this.isPending) return;
    this.place?.keep({ version: this.version, value: untracked(this.options.value), sent: this.unanswered });
  }

  /** Stops for good: the screen is gone. What is typed is still sent. */
  stop(): void {
    void this.flush();
    this.isStopped = true;
  }

  private async saveOnce(): Promise<void> {
    const value = untracked(this.options.value);
    const sentBefore = this.unanswered;
    this.unanswered = value;
    const slow = setTimeout(() => this.status.set({ kind: 'saving' }), slowAfter);
    try {
      this.accept(value, await this.options.save(value, this.version));
    } catch (error) {
      this.fail(error, value, sentBefore);
    } finally {
      clearTimeout(slow);
    }
  }

  private accept(value: T, receipt: SaveReceipt): void {
    this.saved = value;
    this.unanswered = undefined;
    this.version = receipt.version;
    this.lastAt = receipt.savedAt;
    this.status.set({ kind: 'saved', at: receipt.savedAt, version: receipt.version });
    this.place?.forget();
    if (untracked(this.options.value) !== value) this.schedule();
  }

  private fail(error: unknown, mine: T, sentBefore: T | undefined): void {
    const problem = error instanceof Problem ? error : undefined;
    const theirs = problem?.body['current'];
    const version = versionOf(theirs);
    if (problem?.isOffline !== true) this.unanswered = undefined;
    this.keep();
    if (problem?.code === 'version_conflict' && version !== undefined) {
      if (sentBefore !== undefined && this.options.isSame?.(theirs, sentBefore) === true) {
        this.accept(sentBefore, { version, savedAt: savedAtOf(theirs) });
        return;
      }
      this.clash.set({ mine, theirs, version });
      this.status.set({ kind: 'conflict' });
    } else if (problem?.isOffline === true) {
      this.status.set({ kind: 'offline', lastAt: this.lastAt });
      this.schedule(retryAfter);
    } else {
      this.status.set({ kind: 'failed', detail: problem?.detail ?? '' });
    }
  }
}

/**
 * Makes an autosave for the draft of a screen; call it where `inject` works, once the draft has been read. It saves
 * after every change, when the connection comes back, when the page is hidden, and when the screen is left.
 */
export function createAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const autosave = openAutosave(options);
  const window = inject(DOCUMENT).defaultView;
  const save = (): void => {
    autosave.keep();
    void autosave.flush();
  };
  const warn = (event: BeforeUnloadEvent): void => {
    if (autosave.isPending) event.preventDefault();
  };
  let isFirst = true;
  effect(() => {
    options.value();
    if (!isFirst) autosave.schedule();
    isFirst = false;
  });
  window?.addEventListener('online', save);
  window?.addEventListener('pagehide', save);
  window?.addEventListener('beforeunload', warn);
  inject(DestroyRef).onDestroy(() => {
    window?.removeEventListener('online', save);
    window?.removeEventListener('pagehide', save);
    window?.removeEventListener('beforeunload', warn);
    autosave.stop();
  });
  return autosave;
}

/** Makes the autosave; what the reader could not send before goes into the form, and from there to the server. */
function openAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const { keeping } = options;
  const readerId = inject(Session).user()?.id;
  if (keeping === undefined || readerId === undefined) return new Autosave(options);
  const drafts = inject(KeptDrafts);
  const name = `${readerId}:${keeping.name}`;
  const autosave = new Autosave(options, {
    keep: (draft) => drafts.keep(name, draft),
    forget: () => drafts.forget(name),
  });
  const kept = drafts.read(name);
  const value = kept === undefined ? undefined : keeping.read(kept.value);
  if (kept === undefined || value === undefined) return autosave;
  const isAllSent = JSON.stringify(kept.sent) === JSON.stringify(kept.value);
  autosave.resume(kept.version, isAllSent ? value : keeping.read(kept.sent));
  keeping.restore(value);
  autosave.schedule();
  return autosave;
}
