import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { AccessRequest } from './access-request';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One refused access, as the audit log keeps it. */
interface RefusedAccess {
  readonly personId: string;
  readonly requestId: string;
  /** `not_allowed` or `not_found`: the code of the refusal. */
  readonly code: string;
  readonly operation: string;
  /** The ids in the address; words in an address may be secrets or somebody's typing, so they are left out. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * Writes refused accesses (403 and 404) of signed-in people on operations that exist into the audit log, before the answer
 * leaves. Whoever is not signed in has no name to write down, and could fill the log at will: 401 and visitors are left out.
 * While one write is under way the next refusals wait and go together, so a flood costs few turns of the chain.
 */
export class RefusalLog {
  private waiting: RefusedAccess[] = [];
  private nextWrite: Promise<void> | null = null;
  private lastWrite: Promise<void> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  /** Gives when the line is safe; throws when it could not be written. */
  add(refused: RefusedAccess): Promise<void> {
    this.waiting.push(refused);
    this.nextWrite ??= this.lastWrite.then(() => this.write());
    return this.nextWrite;
  }

  private async write(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const mine = this.nextWrite ?? Promise.resolve();
    this.lastWrite = mine.catch(() => undefined);
    this.nextWrite = null;
    await this.source.query(
      `INSERT INTO event (type, subject_type, subject_id, actor_id, reason, payload, request_id)
       SELECT 'access.refused', 'person', (line->>'personId')::uuid, (line->>'personId')::uuid, (line->>'code') || ': ' || (line->>'operation'),
         jsonb_build_object('ids', line->'ids'), (line->>'requestId')::uuid
       FROM jsonb_array_elements($1::jsonb) line`,
      [JSON.stringify(batch)],
    );
  }
}

/** Hands every refused access of this server to the audit log. */
export function addRefusalLog(server: FastifyInstance, source: DataSource): void {
  const log = new RefusalLog(source);
  server.addHook('onSend', async (request: AccessRequest, reply, payload) => {
    const refused = refusedAccess(request, reply.statusCode);
    if (refused !== null) {
      await log.add(refused).catch((fault: unknown) => request.log.error({ err: fault }, 'a refusal was not logged'));
    }
    return payload;
  });
}

function refusedAccess(request: AccessRequest, status: number): RefusedAccess | null {
  const route = request.routeOptions.url;
  if ((status !== 403 && status !== 404) || request.actor?.kind !== 'user' || route?.startsWith('/api/') !== true) {
    return null;
  }
  const params = Object.entries((request.params ?? {}) as Record<string, unknown>); // of the route, each a string
  const ids = params.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && UUID.test(entry[1]));
  return {
    personId: request.actor.userId,
    requestId: String(request.id),
    code: status === 403 ? 'not_allowed' : 'not_found',
    operation: `${request.method} ${route}`,
    ids: Object.fromEntries(ids),
  };
}
