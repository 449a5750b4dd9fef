import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { TestRequest } from '@htsm/api/core/testing';

/** A part of a JSON schema, as far as the attempts need it. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** One operation of the contract with the schema of its body, references resolved one level at a time. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { name: string; in: string }[];
  readonly body: Schema | null;
  readonly resolve: (schema: Schema) => Schema;
  /** Whether a success would sign the tester out. */
  readonly endsSession: boolean;
}

/** One request that no honest client would send. */
export interface Attempt {
  readonly name: string;
  readonly path: string;
  readonly options: TestRequest;
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];
const STRANGE = [
  "' OR 1=1 --",
  '\u0000',
  '%00',
  '../../etc/passwd',
  '💥'.repeat(50),
  '-1',
  'null',
  '__proto__',
  'x'.repeat(3000),
];
const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  '',
  'x'.repeat(200_000),
  '\u0000',
  '\ud800',
  [],
  {},
  [[[]]],
  { $gt: '' },
  '2026-02-30T25:61:00Z',
];

/** Lists every operation of the contract. */
export function operations(description: OpenAPIObject): Operation[] {
  const schemas = (description.components?.schemas ?? {}) as Record<string, Schema>; // generated from our DTO classes
  const resolve = (schema: Schema): Schema => {
    const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return reference === undefined ? schema : (schemas[reference.split('/').at(-1) ?? ''] ?? {});
  };
  return Object.entries(description.paths).flatMap(([path, verbs]) =>
    VERBS.flatMap((verb) => {
      const operation = (verbs as Record<string, RawOperation>)[verb]; // a path item holds operations by verb
      return operation === undefined ? [] : [read(verb.toUpperCase(), path, operation, resolve)];
    }),
  );
}

interface RawOperation {
  readonly parameters?: readonly { name: string; in: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

function read(method: string, path: string, raw: RawOperation, resolve: Operation['resolve']): Operation {
  const body = raw.requestBody?.content?.['application/json']?.schema ?? null;
  const endsSession = method === 'DELETE' && /session/.test(path);
  return { method, path, parameters: raw.parameters ?? [], body, resolve, endsSession };
}

/** Strange values in place of every id in the path. */
export function badPaths(operation: Operation): Attempt[] {
  if (!operation.path.includes('{')) return [];
  return [...STRANGE, randomUUID()].map((value) => ({
    name: `path ${JSON.stringify(value).slice(0, 30)}`,
    path: operation.path.replace(/\{\w+\}/g, encodeURIComponent(value.toWellFormed())),
    options: operation.body === null ? {} : { body: validShape(operation, operation.body) },
  }));
}

/** Strange, repeated and unknown query parameters. */
export function badQueries(operation: Operation): Attempt[] {
  const names = operation.parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
  const queries = [...names, 'unknown', '__proto__', 'constructor'].flatMap((name) => [
    ...STRANGE.map((value) => `${name}=${encodeURIComponent(value.toWellFormed())}`),
    `${name}=a&${name}=b`,
    `${name}[]=a`,
    `${name}[x]=a`,
    `${name}=%E0%A4%A`,
  ]);
  return (operation.method === 'GET' ? queries : queries.slice(0, 2)).map((query) => ({
    name: `query ${query.slice(0, 40)}`,
    path: `${filled(operation)}?${query}`,
    options: {},
  }));
}

/** Bodies that are no JSON, of the wrong form, with wrong values in each field, and with fields nobody asked for. */
export function badBodies(operation: Operation): Attempt[] {
  if (operation.method === 'GET') return [];
  const path = filled(operation);
  const raw = (name: string, payload: string, type = 'application/json'): Attempt => ({
    name,
    path,
    options: { body: payload, headers: { 'content-type': type } },
  });
  const attempts = [
    raw('not json', '{"a":'),
    raw('prototype', '{"__proto__":{"isAdmin":true}}'),
    raw('constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'),
    raw('xml', '<a/>', 'application/xml'),
    raw('text', 'hello', 'text/plain'),
    raw('multipart without parts', 'nothing', 'multipart/form-data; boundary=x'),
    raw('array', '[]'),
    raw('number', '1'),
    raw('deep', `${'['.repeat(5000)}${']'.repeat(5000)}`),
    raw('large', JSON.stringify({ text: 'x'.repeat(600_000) })),
    { name: 'nothing', path, options: {} },
  ];
  return [...attempts, ...wrongFields(operation, path)];
}

function wrongFields(operation: Operation, path: string): Attempt[] {
  if (operation.body === null) return [];
  const valid = validShape(operation, operation.body);
  if (typeof valid !== 'object' || valid === null) return [];
  const unknown = { name: 'unknown field', path, options: { body: { ...valid, isAdministrator: true } } };
  const wrong = Object.keys(valid).flatMap((field) =>
    WRONG_VALUES.map((value) => ({
      name: `${field} = ${(JSON.stringify(value) ?? 'undefined').slice(0, 30)}`,
      path,
      options: { body: { ...valid, [field]: value } },
    })),
  );
  return [unknown, ...wrong];
}

/** A body with a plausible value in every field, so that one wrong field at a time is what is judged. */
function validShape(operation: Operation, given: Schema, depth = 0): unknown {
  const schema = operation.resolve(given);
  if (schema.properties !== undefined) {
    const entries = Object.entries(schema.properties);
    return Object.fromEntries(
      entries.map(([name, property]) => [name, depth > 3 ? null : validShape(operation, property, depth + 1)]),
    );
  }
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return [validShape(operation, schema.items ?? {}, depth + 1)];
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return false;
  const texts: Record<string, string> = {
    uuid: randomUUID(),
    email: 'a@example.nl',
    'date-time': '2026-12-01T12:00:00Z',
    date: '2026-12-01',
  };
  return texts[schema.format ?? ''] ?? 'Text of some length';
}

function filled(operation: Operation): string {
  return operation.path.replace(/\{\w+\}/g, randomUUID());
}
