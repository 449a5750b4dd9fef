import { Component, model } from '@angular/core';
import { injectWords } from '../words';
import { FieldControl } from './field-control';

/** One yes or no. */
@Component({
  selector: 'htsm-checkbox',
  template: `
    <div class="field" [class.wrong]="shownError()">
      @if (shownError(); as error) {
        <p class="error" [id]="fieldId() + '-error'">
          <span
            ><span class="sr">{{ words.t('ui.field.error') }} </span>{{ error }}</span
          >
        </p>
      }
      <label class="check">
        <input
          #box
          type="checkbox"
          [id]="fieldId()"
          [attr.name]="htsmField()?.path ?? name()"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="isInvalid()"
          [checked]="current()"
          (change)="change(box.checked)"
          (blur)="leave()"
        />
        <span>{{ label() }}</span>
      </label>
      @if (hint(); as text) {
        <p class="hint" [id]="fieldId() + '-hint'">{{ text }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    .hint {
      margin-inline-start: 2rem;
    }
  `,
})
export class Checkbox extends FieldControl<boolean> {
  override readonly value = model(false);

  protected readonly words = injectWords();

  protected override read(value: unknown): boolean {
    return value === true;
  }
}
