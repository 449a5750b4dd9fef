import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ValidationFailed, type FieldFault } from '../errors/refusal';

/** Names of class-validator's checks → our fault codes; what is not named here has no form at all. */
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown',
  isString: 'text',
  minLength: 'too_short',
  maxLength: 'too_long',
  matches: 'object',
  isEmail: 'email',
  isUrl: 'url',
  isInt: 'number',
  isNumber: 'number',
  min: 'too_small',
  max: 'too_big',
  isIn: 'choice',
  isBoolean: 'boolean',
  isUuid: 'id',
  isIso8601: 'instant',
  isArray: 'list',
  arrayMaxSize: 'too_many',
  arrayMinSize: 'too_few',
  arrayUnique: 'list',
};

/** Checks every body and query against its DTO class: unknown fields are refused, all faults are named at once. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => faults(error, ''))),
  });
}

function faults(error: ValidationError, parent: string): FieldFault[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([check, message]) =>
    fault(path, check, message, error.value),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, path))];
}

function fault(path: string, check: string, message: string, value: unknown): FieldFault {
  if (value === undefined && check !== 'whitelistValidation') return { path, code: 'required' };
  const code = CODES[check] ?? 'object';
  const limit = /(\d+)/.exec(message)?.[1];
  if (limit === undefined || !code.startsWith('too_')) return { path, code };
  const bound = code === 'too_long' || code === 'too_big' || code === 'too_many' ? 'max' : 'min';
  if (code === 'too_short' && value === '') return { path, code: 'required' };
  return { path, code, params: { [bound]: Number(limit) } };
}
