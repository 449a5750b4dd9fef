import { Injectable } from '@nestjs/common';
import { EventLog, MailOutbox, type Tx } from '@htsm/api/core';

/** Something that happened to one reviewer's task. */
export interface TaskEvent {
  /** `review.<past participle>`. */
  readonly type: string;
  /** Null for the platform itself. */
  readonly actorId: string | null;
  readonly task: { readonly id: string; readonly challengeId: string; readonly proposalId: string };
  readonly reason?: string;
}

/** What a step of judging leaves behind for others: a line in the audit log, and mails. */
@Injectable()
export class ReviewNews {
  constructor(
    readonly events: EventLog,
    readonly outbox: MailOutbox,
  ) {}

  /** Logs what happened to a task; ids only, never what was judged. */
  async logTask(tx: Tx, { type, actorId, task, reason }: TaskEvent): Promise<void> {
    await this.events.append(tx, {
      type,
      subjectType: 'review_assignment',
      subjectId: task.id,
      actorId,
      ...(reason === undefined ? {} : { reason }),
      payload: { challengeId: task.challengeId, proposalId: task.proposalId },
    });
  }
}
