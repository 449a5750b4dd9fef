import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx';

/** A change of state that somebody may later ask about: who, what, when and why. */
export interface DomainEvent {
  /** `<noun>.<past participle>`, such as `proposal.submitted`. */
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Null when the clock did it. */
  readonly actorId: string | null;
  readonly reason?: string;
  /** Ids and figures only; never content. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Organisations that may read this line of the log. */
  readonly visibleToOrgIds?: readonly string[];
  /** Whether even the taskforce may not know of it yet. */
  readonly isSealed?: boolean;
}

/** Adds to the audit log, in the transaction of the change itself. */
@Injectable()
export class EventLog {
  async append(tx: Tx, event: DomainEvent): Promise<void> {
    await tx.run(
      `INSERT INTO event (type, subject_type, subject_id, actor_id, reason, payload, visible_to_org_ids, is_sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        event.type,
        event.subjectType,
        event.subjectId,
        event.actorId,
        event.reason ?? null,
        JSON.stringify(event.payload ?? {}),
        event.visibleToOrgIds ?? [],
        event.isSealed ?? false,
      ],
    );
  }

  /** Lets the taskforce see the sealed lines about these things, those of before and those to come; only the worker may. */
  async unseal(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.run('INSERT INTO event_unsealed SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [[...subjectIds]]);
  }
}
