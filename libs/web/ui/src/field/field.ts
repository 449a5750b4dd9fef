import { type Signal } from '@angular/core';

/** One field of a form, as a control needs it. `FormState` of core makes them. */
export interface Field {
  /** Path in the value, such as `criteria.0.weight`. */
  readonly path: string;
  readonly value: Signal<unknown>;
  /** What is wrong, when that should be shown now. */
  readonly error: Signal<string | undefined>;
  /** Whether the contract asks for a value. */
  readonly isRequired: boolean;
  /** Takes over what the reader typed. */
  set(value: unknown): void;
  /** The reader left the field: its error may be shown. */
  leave(): void;
  /** Tells the form the name of the field, for the list of errors. */
  label(text: string): void;
}

/** One line of the list of errors. */
export interface FormError {
  /** Path of the field; empty for an error that belongs to no field. */
  readonly path: string;
  /** Name of the field; may be empty. */
  readonly label: string;
  readonly message: string;
}

/** Gives the id of the control of a path: what the list of errors links to. */
export function fieldId(path: string): string {
  return `f-${path.replace(/[^\w-]/g, '-')}`;
}
