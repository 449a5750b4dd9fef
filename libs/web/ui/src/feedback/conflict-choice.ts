import { Component, input, output } from '@angular/core';
import { Button } from '../button/button';
import { injectWords } from '../words';

/** One field as somebody else saved it. */
export interface TheirField {
  readonly label: string;
  readonly value: string;
}

/** Somebody else saved first: shows their text, keeps the reader's below, and chooses nothing for the reader. */
@Component({
  selector: 'htsm-conflict-choice',
  imports: [Button],
  template: `
    <div class="msg act" role="alert">
      <strong>{{ t('ui.conflict.title') }}</strong>
      <p>{{ t('ui.conflict.text') }}</p>
      <dl class="facts">
        @for (field of theirs(); track field.label) {
          <div>
            <dt>{{ field.label }}</dt>
            <dd>{{ field.value || t('ui.conflict.empty') }}</dd>
          </div>
        }
      </dl>
      <p class="row">
        <button htsm-button type="button" kind="second" (click)="keepMine.emit()">
          {{ t('ui.conflict.keepMine') }}
        </button>
        <button htsm-button type="button" kind="second" (click)="takeTheirs.emit()">
          {{ t('ui.conflict.takeTheirs') }}
        </button>
      </p>
    </div>
  `,
  styles: `
    :host {
      display: block;
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

  protected readonly t = injectWords().t;
}
