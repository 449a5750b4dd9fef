import { booleanAttribute, Component, DestroyRef, ElementRef, inject, input, Renderer2 } from '@angular/core';
import { Toasts } from '../feedback/toasts';

/** What a button is for: `primary` once per task, `risk` for what cannot be undone. */
export type ButtonKind = 'primary' | 'second' | 'plain' | 'risk';

/**
 * A button or a link that looks like one. While busy it changes words in place and ignores presses. With a `blocked`
 * reason it stays focusable and says the reason on press, so that nobody has to guess.
 */
@Component({
  // A native button or link must stay one, with its own keyboard and form behaviour.
  // eslint-disable-next-line @angular-eslint/component-selector -- attribute on a native element
  selector: 'button[htsm-button], a[htsm-button]',
  template: `@if (busy() && busyText()) {
      <span>{{ busyText() }}</span>
    } @else {
      <ng-content />
    }`,
  host: {
    class: 'btn',
    '[class.primary]': 'kind() === "primary"',
    '[class.second]': 'kind() === "second"',
    '[class.plain]': 'kind() === "plain"',
    '[class.risk]': 'kind() === "risk"',
    '[class.small]': 'isSmall()',
    '[class.full]': 'isFull()',
    '[attr.aria-disabled]': 'busy() || blocked() ? "true" : null',
    '[attr.aria-description]': 'blocked() || null',
  },
})
export class Button {
  private readonly toasts = inject(Toasts);

  readonly kind = input<ButtonKind>('second');
  readonly isSmall = input(false, { transform: booleanAttribute });
  readonly isFull = input(false, { transform: booleanAttribute });
  /** Whether the action is under way. */
  readonly busy = input(false, { transform: booleanAttribute });
  /** What it says while busy, such as “Indienen…”. */
  readonly busyText = input('');
  /** Why it cannot act yet; empty when it can. */
  readonly blocked = input<string | undefined>('');

  constructor() {
    // Captured, because Angular chains the listeners of one element: a plain listener could not stop the others.
    const stop = inject(Renderer2).listen(
      inject<ElementRef<HTMLElement>>(ElementRef).nativeElement,
      'click',
      (event: Event) => this.hold(event),
      { capture: true },
    );
    inject(DestroyRef).onDestroy(stop);
  }

  private hold(event: Event): void {
    if (!this.busy() && !this.blocked()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const reason = this.blocked();
    if (reason) this.toasts.show(reason);
  }
}
