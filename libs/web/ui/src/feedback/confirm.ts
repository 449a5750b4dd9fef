import { Component, type ElementRef, input, viewChild } from '@angular/core';
import { Button, type ButtonKind } from '../button/button';
import { injectWords } from '../words';

/** Asks before doing what cannot be undone. The browser keeps focus inside and gives it back afterwards. */
@Component({
  selector: 'htsm-confirm',
  imports: [Button],
  template: `
    <dialog #dialog [attr.aria-labelledby]="headingId" (close)="answer()">
      <form method="dialog" class="in">
        <h2 [id]="headingId">{{ heading() }}</h2>
        <div><ng-content /></div>
        <div class="row">
          <button htsm-button type="submit" value="yes" [kind]="kind()">{{ confirmText() }}</button>
          <button htsm-button type="submit" value="no" kind="plain">{{ words.t('ui.confirm.cancel') }}</button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    :host {
      display: contents;
    }
    dialog {
      width: min(34rem, calc(100vw - 2rem));
      padding: 0;
      border: var(--rule) solid var(--line-strong);
      border-radius: var(--radius-3);
      background: var(--raised);
      color: var(--ink);
      box-shadow: var(--lift-2);
    }
    dialog::backdrop {
      background: oklch(0.2 0.02 185 / 0.55);
    }
    .in {
      display: grid;
      gap: var(--space-4);
      padding: var(--space-5);
    }
  `,
})
export class Confirm {
  private static count = 0;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private settle: ((isSure: boolean) => void) | undefined;

  readonly heading = input.required<string>();
  /** Verb and object, such as “Trek voorstel terug”. */
  readonly confirmText = input.required<string>();
  readonly kind = input<ButtonKind>('risk');

  protected readonly words = injectWords();
  protected readonly headingId = `htsm-confirm-${Confirm.count++}`;

  /** Opens the question; gives whether the reader is sure. Escape means no. */
  ask(): Promise<boolean> {
    const dialog = this.dialog().nativeElement;
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => (this.settle = resolve));
  }

  protected answer(): void {
    this.settle?.(this.dialog().nativeElement.returnValue === 'yes');
    this.settle = undefined;
  }
}
