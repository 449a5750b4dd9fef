import { Service, signal } from '@angular/core';

/** A short message that may be missed. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

const shownFor = 8000;

/** Shows short messages at the bottom of the screen; never for what the reader must not miss. */
@Service()
export class Toasts {
  private readonly shown = signal<readonly Toast[]>([]);
  private next = 1;

  /** The messages now on the screen, oldest first. */
  readonly list = this.shown.asReadonly();

  /** Shows a message for eight seconds; with `undo` it stays until it is used or closed. */
  show(text: string, options: { undo?: () => void } = {}): void {
    const toast: Toast = { id: this.next++, text, undo: options.undo };
    this.shown.update((list) => [...list.filter((other) => other.text !== text), toast]);
    if (options.undo === undefined) setTimeout(() => this.close(toast.id), shownFor);
  }

  /** Takes a message away. */
  close(id: number): void {
    this.shown.update((list) => list.filter((toast) => toast.id !== id));
  }
}
