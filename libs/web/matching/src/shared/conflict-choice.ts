import { Component, input, output } from '@angular/core';
import { injectText } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';

/** One field as a colleague saved it. */
export interface TheirField {
  readonly label: string;
  readonly value: string;
}

/** A colleague saved first: shows that text, keeps the reader's below, and chooses nothing for the reader. */
@Component({
  selector: 'htsm-conflict-choice',
  imports: [Button],
  template: `
    <div class="msg act" role="alert">
      <strong>{{ t('matching.conflict.title') }}</strong>
      <p>{{ t('matching.conflict.text') }}</p>
      <dl class="facts">
        @for (field of theirs(); track field.label) {
          <div>
            <dt>{{ field.label }}</dt>
            <dd>{{ field.value || t('matching.conflict.empty') }}</dd>
          </div>
        }
      </dl>
      <p class="row">
        <button htsm-button isSmall type="button" (click)="keepMine.emit()">{{ t('matching.conflict.mine') }}</button>
        <button htsm-button isSmall type="button" (click)="takeTheirs.emit()">
          {{ t('matching.conflict.theirs') }}
        </button>
      </p>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    dt {
      color: var(--ink-soft);
    }
    dd {
      white-space: pre-line;
    }
  `,
})
export class ConflictChoice {
  readonly theirs = input.required<readonly TheirField[]>();
  readonly keepMine = output();
  readonly takeTheirs = output();

  protected readonly t = injectText();
}
