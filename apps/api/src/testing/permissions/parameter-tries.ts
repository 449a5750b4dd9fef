import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import { operations, type Operation } from '../bad-input';
import { bodyOf, type Own } from './bodies';

/** A request that names a thing somewhere else than in its own place: in a query, a cursor or a body. */
export interface ParameterTry {
  readonly name: string;
  readonly operation: string;
  /** Gives the query and the body that name `value`; the same but for the value each time. */
  readonly with: (value: string) => { readonly query: string; readonly body: unknown };
}

const AN_INSTANT = '2026-11-22 12:00:00+00';
/** Cursors as the lists write them: their keys, with the id of the last row at the end. */
const CURSOR_KEYS: readonly (readonly string[])[] = [[AN_INSTANT], ['a'], ['text', AN_INSTANT], []];

/** Lists every query parameter and every field of a body that could name something. */
export function parameterTries(description: OpenAPIObject, own: Own): ParameterTry[] {
  return operations(description).flatMap((operation) => [...queryTries(operation, own), ...bodyTries(operation, own)]);
}

function queryTries(operation: Operation, own: Own): ParameterTry[] {
  const name = `${operation.method} ${operation.path}`;
  const body = bodyOf(name, own);
  return operation.parameters
    .filter((parameter) => parameter.in === 'query' && parameter.name !== 'token')
    .flatMap((parameter): ParameterTry[] => {
      const plain = tryOf(name, `?${parameter.name}=…`, (value) => ({ query: `?${parameter.name}=${value}`, body }));
      if (parameter.name !== 'cursor') return [plain];
      return CURSOR_KEYS.map((keys) =>
        tryOf(name, `?cursor=[${[...keys, '…'].join()}]`, (value) => ({
          query: `?cursor=${Buffer.from(JSON.stringify([...keys, value])).toString('base64url')}`,
          body,
        })),
      );
    });
}

function bodyTries(operation: Operation, own: Own): ParameterTry[] {
  const name = `${operation.method} ${operation.path}`;
  const body = bodyOf(name, own);
  if (operation.body === null || body === null || typeof body !== 'object') return [];
  const { properties = {} } = operation.resolve(operation.body);
  return Object.keys(properties).flatMap((field): ParameterTry[] => {
    const sample = withId(operation, operation.resolve(operation.body ?? {}).properties?.[field] ?? {}, field);
    if (sample === null) return [];
    return [tryOf(name, `body.${field}`, (value) => ({ query: '', body: { ...body, [field]: sample(value) } }))];
  });
}

type Schema = Parameters<Operation['resolve']>[0];

/** Gives a value of the field's form that names `value`, or null for a field that names nothing. */
function withId(operation: Operation, given: Schema, field: string): ((value: string) => unknown) | null {
  const schema = operation.resolve(given);
  if (schema.format === 'uuid' || field === 'challengeSlug') return (value) => value;
  if (schema.type !== 'array') return null;
  const item = operation.resolve(schema.items ?? {});
  if (item.format === 'uuid') return (value) => [value];
  const idField = Object.keys(item.properties ?? {}).find((name) => name === 'id' || name.endsWith('Id'));
  return idField === undefined ? null : (value) => [{ ...ITEM[field], [idField]: value }];
}

const LABELS = ['0', '1', '2', '3', '4', '5'];
/** The other fields of items that name something. */
const ITEM: Readonly<Record<string, object>> = {
  criteria: {
    titleNl: 'A',
    titleEn: 'A',
    weight: 100,
    knockOutMinimum: null,
    scoreLabelsNl: LABELS,
    scoreLabelsEn: LABELS,
  },
  fits: { text: 'Dat past.' },
  scores: { score: 3, isNotApplicable: false, reason: 'Daarom.' },
  reasons: { text: 'Daarom.' },
};

function tryOf(operation: string, place: string, make: ParameterTry['with']): ParameterTry {
  return { name: `${operation} ${place}`, operation, with: make };
}

/** A value of the same form that was never given out. */
export function neverGivenOut(value: string): string {
  return /^[0-9a-f-]{36}$/.test(value) ? randomUUID() : `${value.slice(0, -4)}qqqq`;
}
