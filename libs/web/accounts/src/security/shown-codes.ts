import { afterNextRender, Component, DOCUMENT, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { injectText } from '@htsm/web/core';
import { Button, Message, Toasts } from '@htsm/web/ui';

/** New recovery codes, to be copied or printed: they are not shown again. */
@Component({
  selector: 'htsm-shown-codes',
  imports: [Button, Message],
  template: `
    <section class="part" aria-labelledby="new-codes">
      <h2 id="new-codes" tabindex="-1" #heading>{{ t('accounts.recovery.newTitle') }}</h2>
      <htsm-message tone="act" [isAlert]="true">{{ t('accounts.recovery.newText') }}</htsm-message>
      <ul class="codes">
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ul>
      <div class="row">
        <button htsm-button type="button" kind="second" (click)="copy()">{{ t('accounts.recovery.copy') }}</button>
        <button htsm-button type="button" kind="primary" (click)="kept.emit()">
          {{ t('accounts.recovery.kept') }}
        </button>
      </div>
    </section>
  `,
  styleUrls: ['../form.css', './security.css'],
})
export class ShownCodes {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly toasts = inject(Toasts);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly codes = input.required<readonly string[]>();
  /** The reader says that the codes are kept. */
  readonly kept = output();

  protected readonly t = injectText();

  constructor() {
    // they come above what the reader was doing, and only once
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async copy(): Promise<void> {
    await this.view?.navigator.clipboard.writeText(this.codes().join('\n'));
    this.toasts.show(this.t('accounts.recovery.copied'));
  }
}
