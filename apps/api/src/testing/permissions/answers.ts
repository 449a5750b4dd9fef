import { randomUUID } from 'node:crypto';
import type { TestResponse } from '@htsm/api/core/testing';

/** All of an answer that could tell two cases apart: without the clock, the request's number and the ids that were tried. */
export function essence(answer: TestResponse, tried: readonly string[] = []): string {
  const { date, etag, ...headers } = answer.headers;
  // the tag is a digest of the text, which may say again what was asked; a calendar breaks it over lines
  const tag = tried.length === 0 ? etag : etag !== undefined;
  const text = answer.text.replaceAll('\r\n ', '');
  const whole = JSON.stringify({ status: answer.status, headers, tag, text, hasDate: date !== undefined });
  const plain = whole.replace(/\\"(now|requestId)\\":\\"[^"\\]*\\"/g, '');
  return tried.reduce((text, value) => text.replaceAll(value, 'tried'), plain);
}

/** Like `essence`, also without what every write makes anew: ids of its rows, and instants. */
export function essenceOfWrite(answer: TestResponse, tried: readonly string[]): string {
  return essence(answer, tried).replace(MADE_ANEW, 'new');
}

const MADE_ANEW = /(?<="(?:id|slug|createdAt|updatedAt|savedAt|expiresAt|dueAt|remindedAt)\\":\\")[^"\\]*/g;

/** Writes the values of a thing into the address of an operation; what it has no value for becomes an unknown id. */
export function fill(path: string, params: Readonly<Record<string, string>>): string {
  // a proposal's address may begin with its challenge
  const values: Readonly<Record<string, string | undefined>> = path.includes('{proposalId}')
    ? { ...params, id: params['challengeId'] }
    : params;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? randomUUID());
}

/** The parameters with ids that were never given out. */
export function unknownParams(params: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(params).map(([name, value]) => [name, name === 'body' ? value : randomUUID()]);
  return Object.fromEntries(entries) as Record<string, string>; // names and texts
}
