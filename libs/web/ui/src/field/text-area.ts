import { Component, computed, input, model } from '@angular/core';
import { injectWords } from '../words';
import { asText, countWords, FieldControl } from './field-control';
import { FieldFrame } from './field-frame';

/** Several lines of text, with a count of words when there is a limit. */
@Component({
  selector: 'htsm-text-area',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <textarea
        #area
        class="input"
        [id]="fieldId()"
        [rows]="rows()"
        [attr.name]="htsmField()?.path ?? name()"
        [attr.required]="htsmField()?.isRequired ? '' : null"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="isInvalid()"
        [value]="current()"
        (input)="change(area.value)"
        (blur)="leave()"
      ></textarea>
      @if (maxWords() > 0) {
        <p class="under" [class.over]="isOver()">{{ count() }}</p>
      }
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    textarea {
      min-height: 0;
    }
    .over {
      color: var(--tone-stop-ink);
      font-weight: var(--weight-medium);
    }
  `,
})
export class TextArea extends FieldControl<string> {
  readonly rows = input(5);
  /** Most words allowed; 0 for no count. */
  readonly maxWords = input(0);
  override readonly value = model('');

  private readonly words = injectWords();
  private readonly length = computed(() => countWords(this.current()));
  protected readonly isOver = computed(() => this.length() > this.maxWords());
  protected readonly count = computed(() => this.words.t('ui.field.words', { n: this.length(), max: this.maxWords() }));

  protected override read(value: unknown): string {
    return asText(value);
  }
}
