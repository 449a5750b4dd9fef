import {
  booleanAttribute,
  computed,
  Directive,
  effect,
  inject,
  input,
  type ModelSignal,
  output,
  signal,
} from '@angular/core';
import { type Field, fieldId } from './field';
import { keepTyped } from './keep-typed';
import { Press } from './press';

let count = 0;

/**
 * What every field has: a label, a hint, who may read it, and what is wrong. A field follows `[htsmField]` when it is
 * given, and otherwise its own `[(value)]`, `[error]` and `name`.
 */
@Directive()
export abstract class FieldControl<T> {
  readonly label = input.required<string>();
  readonly hint = input<string | undefined>('');
  /** Who may read what is filled in, and when; nothing is shown when empty. */
  readonly sees = input<string | undefined>('');
  /** Whether fewer people than usual may read it. */
  readonly isNarrow = input(false, { transform: booleanAttribute });
  /** Whether to say that the field may stay empty. */
  readonly isOptional = input(false, { transform: booleanAttribute });
  readonly htsmField = input<Field | undefined>();
  readonly error = input<string | undefined>('');
  readonly name = input('');
  /** The reader left the field. */
  readonly left = output();

  /** What is filled in; two-way. */
  abstract readonly value: ModelSignal<T>;

  private readonly pressing = inject(Press);
  private readonly ownId = `f-own-${count++}`;
  private readonly ownError = signal<string | undefined>(undefined);

  /** What the control shows now. */
  readonly current = computed<T>(() => {
    const field = this.htsmField();
    return field === undefined ? this.value() : this.read(field.value());
  });
  /** Id of the control itself. */
  readonly fieldId = computed(() => {
    const path = this.htsmField()?.path ?? this.name();
    return path === '' ? this.ownId : fieldId(path);
  });
  /** What is wrong, when that should be shown now. */
  readonly shownError = computed(() => this.ownError() ?? this.htsmField()?.error() ?? (this.error() || undefined));
  /** Ids of the texts that explain the control; null when there are none. */
  readonly describedBy = computed(() => {
    const ids = [
      this.shownError() === undefined ? '' : `${this.fieldId()}-error`,
      this.hint() ? `${this.fieldId()}-hint` : '',
    ].filter((id) => id !== '');
    return ids.length === 0 ? null : ids.join(' ');
  });
  /** `true` for `aria-invalid` when something is wrong, null otherwise. */
  readonly isInvalid = computed(() => (this.shownError() === undefined ? null : 'true'));

  constructor() {
    keepTyped();
    effect(() => this.htsmField()?.label(this.label()));
  }

  /** Takes over what the reader did. */
  change(next: T): void {
    this.value.set(next);
    this.htsmField()?.set(next);
  }

  /** The reader left the control. What is wrong is said once the button is let go that the reader may be pressing. */
  leave(): void {
    this.pressing.after(() => {
      this.htsmField()?.leave();
      this.left.emit();
    });
  }

  /** Shows what the control itself finds wrong; undefined when it is mended. */
  protected complain(message: string | undefined): void {
    this.ownError.set(message);
  }

  /** Turns what a form holds into what this control can show. */
  protected abstract read(value: unknown): T;
}

/** Reads a text; empty when it is something else. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Counts words as a reader does: runs of anything but space. */
export function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}
