/** What the server asks of one field. */
export interface FieldConstraints {
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
}

/** Limits per DTO class and field. */
export type ConstraintTable = Readonly<Record<string, Readonly<Record<string, FieldConstraints>>>>;
