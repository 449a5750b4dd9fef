import type { FastifyInstance } from 'fastify';
import { UnreadableInput } from '../errors/refusal';

/** Deeper nesting than any DTO has; beyond it the walk of the validator itself would overflow. */
const DEEPEST = 20;

/** Refuses bodies that are too deep, or hold text that Postgres and UTF-8 cannot: a zero byte, half a surrogate pair. */
export function addPlainJsonHook(server: FastifyInstance): void {
  server.addHook('preValidation', async (request) => {
    if (!isPlain(request.body) || !isPlain(request.query)) throw new UnreadableInput();
  });
}

/** Whether every text in the value can be stored, and the value is of ordinary depth; walks without recursion. */
export function isPlain(value: unknown): boolean {
  const todo: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    if (item.depth > DEEPEST) return false;
    if (typeof item.value === 'string' && !isStorable(item.value)) return false;
    if (typeof item.value !== 'object' || item.value === null) continue;
    const depth = item.depth + 1;
    for (const [key, inner] of Object.entries(item.value)) {
      if (!isStorable(key)) return false;
      todo.push({ value: inner, depth });
    }
  }
  return true;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
