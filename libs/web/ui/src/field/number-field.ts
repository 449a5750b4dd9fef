import { Component, computed, input, linkedSignal, model } from '@angular/core';
import { FieldControl } from './field-control';
import { FieldFrame } from './field-frame';

/** Reads a number as people type it: spaces and points between thousands, a comma for decimals. */
export function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0€%]/g, '');
  if (bare === '') return null;
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replaceAll('.', '') : bare;
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
}

/** A number. What cannot be read as one is kept on the screen and given as NaN, so that the form can say so. */
@Component({
  selector: 'htsm-number-field',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <div class="with-unit">
        @if (unit() === '€') {
          <span class="unit" aria-hidden="true">€</span>
        }
        <input
          #input
          class="input num"
          inputmode="decimal"
          autocomplete="off"
          [id]="fieldId()"
          [attr.name]="htsmField()?.path ?? name()"
          [attr.required]="htsmField()?.isRequired ? '' : null"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="isInvalid()"
          [value]="text()"
          (input)="type(input.value)"
          (blur)="leave()"
        />
        @if (unit() && unit() !== '€') {
          <span class="unit">{{ unit() }}</span>
        }
      </div>
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    .with-unit {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      max-width: 16rem;
    }
    .unit {
      color: var(--ink-soft);
    }
  `,
})
export class NumberField extends FieldControl<number | null> {
  /** Unit beside the number, such as `€`, `%`, `uur`. */
  readonly unit = input('');
  override readonly value = model<number | null>(null);

  private readonly number = computed(() => this.current());
  /** What is typed; follows the value when that changes from outside. */
  protected readonly text = linkedSignal<number | null, string>({
    source: this.number,
    computation: (number, previous) => {
      const typed = previous?.value ?? '';
      const isSame = Object.is(readNumber(typed), number);
      return isSame ? typed : number === null || Number.isNaN(number) ? '' : String(number).replace('.', ',');
    },
  });

  protected type(text: string): void {
    this.text.set(text);
    this.change(readNumber(text));
  }

  protected override read(value: unknown): number | null {
    return typeof value === 'number' ? value : null;
  }
}
