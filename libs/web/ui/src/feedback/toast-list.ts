import { Component, inject } from '@angular/core';
import { injectWords } from '../words';
import { type Toast, Toasts } from './toasts';

/** The place of the toasts; once, in the root of the application. */
@Component({
  selector: 'htsm-toast-list',
  template: `
    <div class="toasts" role="status">
      @for (toast of toasts.list(); track toast.id) {
        <div class="toast">
          <span>{{ toast.text }}</span>
          @if (toast.undo) {
            <button type="button" class="btn small plain" (click)="undo(toast)">{{ words.t('ui.toast.undo') }}</button>
          }
          <button type="button" class="btn small plain" (click)="toasts.close(toast.id)">
            {{ words.t('ui.toast.close') }}
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .toasts {
      position: fixed;
      inset-block-end: var(--space-4);
      inset-inline: var(--space-4);
      z-index: 8;
      display: grid;
      gap: var(--space-2);
      justify-items: center;
      pointer-events: none;
    }
    .toast {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-1) var(--space-4);
      max-width: 34rem;
      padding: var(--space-3) var(--space-4);
      border: var(--rule) solid var(--line);
      border-inline-start: 4px solid var(--tone-live-mark);
      border-radius: var(--radius-2);
      background: var(--raised);
      box-shadow: var(--lift-2);
      font-size: var(--text-sm);
      pointer-events: auto;
    }
  `,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
  protected readonly words = injectWords();

  protected undo(toast: Toast): void {
    toast.undo?.();
    this.toasts.close(toast.id);
  }
}
