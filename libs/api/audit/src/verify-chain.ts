import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Tx } from '@htsm/api/core';

/** How many lines are read at a time. */
const BATCH = 5_000;

/** What a walk along the chain found. */
export interface ChainReport {
  /** Lines that are as they were written. */
  readonly lines: number;
  /** Hash of the last line (hex): noted elsewhere, it proves later that nothing before it was rewritten. */
  readonly head: string;
  /** The first line that is not as it was written; null when all are. */
  readonly broken: BrokenLine | null;
}

/** The first place where the log was tampered with. */
export interface BrokenLine {
  /** Place in the chain; null for a line that has none. */
  readonly position: string | null;
  readonly eventId: string | null;
  /** One sentence in English, for the operator. */
  readonly reason: string;
}

interface Link {
  readonly position: string;
  readonly eventId: string;
  readonly contentHash: Buffer;
  readonly hash: Buffer;
  /** The line without its words, as it was hashed; null when the event is gone. */
  readonly line: string | null;
  /** The words as they were hashed; null when they were erased. */
  readonly content: string | null;
  readonly isErasureLogged: boolean;
}

/**
 * Walks along the hash chain of the event log in one snapshot and stops at the first broken line. The hashes are made
 * here and not by the database's own function, which somebody may have replaced. `notedHead` is a head noted earlier:
 * the chain must hold it.
 */
export async function verifyChain(source: DataSource, notedHead?: string): Promise<ChainReport> {
  const runner = source.createQueryRunner();
  await runner.connect();
  await runner.startTransaction('REPEATABLE READ');
  try {
    return await walk(new Tx(runner), notedHead?.toLowerCase());
  } finally {
    await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

async function walk(tx: Tx, notedHead: string | undefined): Promise<ChainReport> {
  let hash: Buffer = Buffer.alloc(32);
  let lines = 0;
  let isNoted = notedHead === undefined;
  for (let links = await readLinks(tx, '0'); links.length > 0; links = await readLinks(tx, String(lines))) {
    for (const link of links) {
      const reason = faultOf(link, lines + 1, hash);
      if (reason !== null) return report(lines, hash, { position: link.position, eventId: link.eventId, reason });
      hash = link.hash;
      lines += 1;
      isNoted ||= hash.toString('hex') === notedHead;
    }
  }
  const broken = (await faultBesideTheChain(tx, lines, hash)) ?? (isNoted ? null : NOTED_HEAD_IS_MISSING);
  return report(lines, hash, broken);
}

const NOTED_HEAD_IS_MISSING: BrokenLine = {
  position: null,
  eventId: null,
  reason: 'the head that was noted earlier is not in the chain: it was rewritten',
};

function report(lines: number, hash: Buffer, broken: BrokenLine | null): ChainReport {
  return { lines, head: hash.toString('hex'), broken };
}

function readLinks(tx: Tx, after: string): Promise<Link[]> {
  return tx.rows<Link>(
    `SELECT c.position, c.event_id AS "eventId", c.content_hash AS "contentHash", c.hash,
       CASE WHEN e.id IS NOT NULL THEN jsonb_build_array(c.position, e.id, e.type, e.subject_type, e.subject_id, e.actor_id,
         e.request_id, (extract(epoch FROM e.occurred_at) * 1000000)::bigint, e.visible_to_org_ids, e.is_sealed,
         encode(c.content_hash, 'hex'))::text END AS line,
       CASE WHEN e.words_erased_at IS NULL THEN jsonb_build_array(e.salt, e.reason, e.payload)::text END AS content,
       e.words_erased_at IS NOT NULL AND EXISTS (SELECT FROM event x WHERE x.type = 'audit.words_erased'
         AND x.subject_type = e.subject_type AND x.subject_id = e.subject_id AND x.payload->>'eventId' = e.id::text) AS "isErasureLogged"
     FROM event_chain c LEFT JOIN event e ON e.id = c.event_id WHERE c.position > $1 ORDER BY c.position LIMIT ${BATCH}`,
    [after],
  );
}

function faultOf(link: Link, expectedPosition: number, previous: Buffer): string | null {
  if (link.position !== String(expectedPosition)) return `line ${expectedPosition} is missing from the chain`;
  if (link.line === null) return 'the line was deleted';
  if (link.content === null && !link.isErasureLogged) return 'its words were erased and no line says so';
  if (link.content !== null && !sha256(link.content).equals(link.contentHash))
    return 'its reason or payload was changed';
  if (!sha256(previous, link.line).equals(link.hash)) return 'it was changed, or a line before it was exchanged';
  return null;
}

/** Looks for lines that were put in past the chain, and for a chain that was cut off at its end. */
async function faultBesideTheChain(tx: Tx, lines: number, hash: Buffer): Promise<BrokenLine | null> {
  const [head] = await tx.rows<{ position: string; hash: Buffer }>('SELECT position, hash FROM event_chain_head');
  if (head?.position !== String(lines) || !head.hash.equals(hash)) {
    return {
      position: String(lines + 1),
      eventId: null,
      reason: 'the chain was cut off here, or its head was changed',
    };
  }
  const [stray] = await tx.rows<{ id: string }>(
    'SELECT e.id FROM event e WHERE NOT EXISTS (SELECT FROM event_chain c WHERE c.event_id = e.id) ORDER BY e.id LIMIT 1',
  );
  return stray === undefined
    ? null
    : { position: null, eventId: stray.id, reason: 'the line was put in past the chain' };
}

function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
