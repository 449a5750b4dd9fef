import { type TextFunction } from '../language/language';

/** The limits of one field, as the contract states them. */
export interface Constraint {
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly format?: string;
}

/** The limits of the fields of one schema, by field name. */
export type Constraints = Readonly<Record<string, Constraint>>;

/** The limits of a field that the contract always wants and that a person may leave empty. */
export function mayBeEmpty(limits: Constraint): Constraint {
  return { ...limits, required: false };
}

/** Whether a field holds nothing: no value, only spaces, an empty list. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function textError(value: string, limits: Constraint, t: TextFunction): string | undefined {
  const length = value.trim().length;
  if (limits.minLength !== undefined && length < limits.minLength)
    return t('core.form.minLength', { min: limits.minLength });
  if (limits.maxLength !== undefined && length > limits.maxLength)
    return t('core.form.maxLength', { max: limits.maxLength, length });
  if (limits.format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim())) return t('core.form.email');
  if (limits.pattern !== undefined && !new RegExp(limits.pattern, 'u').test(value)) return t('core.form.pattern');
  return undefined;
}

function numberError(value: number, limits: Constraint, t: TextFunction): string | undefined {
  if (Number.isNaN(value)) return t('core.form.number');
  if (limits.minimum !== undefined && value < limits.minimum) return t('core.form.minimum', { min: limits.minimum });
  if (limits.maximum !== undefined && value > limits.maximum) return t('core.form.maximum', { max: limits.maximum });
  return undefined;
}

function listError(value: readonly unknown[], limits: Constraint, t: TextFunction): string | undefined {
  if (limits.minItems !== undefined && value.length < limits.minItems)
    return t('core.form.minItems', { min: limits.minItems });
  if (limits.maxItems !== undefined && value.length > limits.maxItems)
    return t('core.form.maxItems', { max: limits.maxItems });
  return undefined;
}

/** Says what is wrong with a value and how to mend it; undefined when it is within its limits. */
export function constraintError(value: unknown, limits: Constraint, t: TextFunction): string | undefined {
  if (isEmpty(value)) return limits.required === true ? t('core.form.required') : undefined;
  if (Array.isArray(value)) return listError(value, limits, t);
  const isKnown = limits.enum === undefined || limits.enum.some((option) => option === value);
  if (!isKnown) return t('core.form.choice');
  if (typeof value === 'string') return textError(value, limits, t);
  return typeof value === 'number' ? numberError(value, limits, t) : undefined;
}
