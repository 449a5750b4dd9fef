import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, StepNotAllowed, type Tx, type UserActor } from '@htsm/api/core';
import { MailRenderer } from '../mail/mail-renderer';
import type { MailReasonDto, MailState, ResentMailDto } from './outbox.dto';
import { STATE_IN_WORDS } from './outbox-rows';
import { AddressStopped, MailLinkSpent, MailUnderWay } from './outbox.errors';

/** Moves a mail ($1) to a state ($2) from one of others ($3), unless a sender has it in hand. */
export const MOVE_MAIL = `UPDATE mail_outbox SET state = $2, claimed_by = NULL, last_error = CASE WHEN $2 = 'suppressed' THEN 'dropped' END,
           not_before = CASE WHEN $2 = 'queued' THEN clock_timestamp() ELSE not_before END
         WHERE id = $1 AND state = ANY ($3::text[]) AND claimed_by IS NULL`;

interface Mail {
  state: string;
  words: MailState;
  to_email: string;
}

/**
 * What administrators decide about mails. Each is one statement on a row in the state that it names, so a mail that a sender
 * has claimed meanwhile stays the sender's (docs/adr/0005-mail-once.md).
 */
@Injectable()
export class MailDecisions {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /** Keeps a waiting mail until it is released. Throws NotFound and StepNotAllowed. */
  hold(actor: UserActor, id: string): Promise<void> {
    return this.move(actor, id, { from: ['waiting', 'queued'], to: 'held', event: 'mail.held' });
  }

  /** Lets a held mail go. Throws NotFound and StepNotAllowed. */
  release(actor: UserActor, id: string): Promise<void> {
    return this.move(actor, id, { from: ['held'], to: 'queued', event: 'mail.released' });
  }

  /** Settles that a mail never goes out. Throws NotFound and StepNotAllowed. */
  drop(actor: UserActor, id: string): Promise<void> {
    return this.move(actor, id, { from: ['uncertain', 'failed', 'held'], to: 'suppressed', event: 'mail.dropped' });
  }

  /** Keeps all mails of a kind until it is released, also those to come. Twice is once. Throws NotFound. */
  async holdKind(actor: UserActor, kind: string, { reason }: MailReasonDto): Promise<void> {
    if (!MailRenderer.knows(kind)) throw new NotFound();
    await this.database.as(actor, async (tx) => {
      const held = await tx.row<{ id: string }>(
        'INSERT INTO mail_kind_hold (kind, reason) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id',
        [kind, reason],
      );
      if (held !== null) await this.logKind(tx, actor, { type: 'mail_kind.held', id: held.id, kind, reason });
    });
  }

  /** Lets a kind go; what is held one by one stays so. Throws NotFound. */
  async releaseKind(actor: UserActor, kind: string): Promise<void> {
    if (!MailRenderer.knows(kind)) throw new NotFound();
    await this.database.as(actor, async (tx) => {
      const held = await tx.row<{ id: string }>('DELETE FROM mail_kind_hold WHERE kind = $1 RETURNING id', [kind]);
      if (held !== null) await this.logKind(tx, actor, { type: 'mail_kind.released', id: held.id, kind });
    });
  }

  /**
   * Sends a mail again. One that nobody knows the fate of, or that was stopped, goes under its own Message-ID; one that was
   * sent or failed as a new row. A bounce of its address is forgiven: whoever sends again knows that it works. Throws
   * NotFound, StepNotAllowed, MailLinkSpent, MailUnderWay and AddressStopped.
   */
  resend(actor: UserActor, id: string): Promise<ResentMailDto> {
    return this.database.as(actor, async (tx) => {
      const mail = await find(tx, id);
      await this.allowAddress(tx, actor, { id, email: mail.to_email });
      const copy = ['accepted', 'failed'].includes(mail.state) ? await copyMail(tx, id) : await requeue(tx, id, mail);
      const payload = copy === id ? {} : { copy };
      await this.events.append(tx, { ...about(actor, id, 'mail.sent_again'), payload });
      return { id: copy };
    });
  }

  private async move(
    actor: UserActor,
    id: string,
    { from, to, event }: { from: readonly string[]; to: string; event: string },
  ): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const moved = await tx.run(MOVE_MAIL, [id, to, from]);
      if (moved === 0) throw new StepNotAllowed((await find(tx, id)).words, event);
      await this.events.append(tx, about(actor, id, event));
    });
  }

  private async allowAddress(tx: Tx, actor: UserActor, { id, email }: { id: string; email: string }): Promise<void> {
    const lifted = await tx.run(`DELETE FROM mail_suppression WHERE email = $1 AND reason IN ('refused', 'bounced')`, [
      email,
    ]);
    if (lifted > 0) await this.events.append(tx, about(actor, id, 'mail.address_allowed'));
    if ((await tx.row('SELECT FROM mail_suppression WHERE email = $1', [email])) !== null) throw new AddressStopped();
  }

  private logKind(
    tx: Tx,
    actor: UserActor,
    { type, id, kind, reason }: { type: string; id: string; kind: string; reason?: string },
  ): Promise<void> {
    const why = reason === undefined ? {} : { reason };
    const event = { type, subjectType: 'mail_kind', subjectId: id, actorId: actor.userId, payload: { kind }, ...why };
    return this.events.append(tx, event);
  }
}

function about(actor: UserActor, id: string, type: string) {
  return { type, subjectType: 'mail', subjectId: id, actorId: actor.userId };
}

async function find(tx: Tx, id: string): Promise<Mail> {
  const mail = await tx.row<Mail>(
    `SELECT m.state, ${STATE_IN_WORDS} AS words, m.to_email FROM mail_outbox m WHERE m.id = $1`,
    [id],
  );
  if (mail === null) throw new NotFound();
  return mail;
}

async function copyMail(tx: Tx, id: string): Promise<string> {
  const made = await tx.row<{ outcome: string; copy: string | null }>('SELECT * FROM copy_mail($1)', [id]);
  if (made?.outcome === 'spent') throw new MailLinkSpent();
  if (made?.outcome === 'under_way') throw new MailUnderWay();
  if (made?.copy == null) throw new NotFound();
  return made.copy;
}

async function requeue(tx: Tx, id: string, { words }: Mail): Promise<string> {
  const live = await tx.row<{ is_link_live: boolean }>(`SELECT is_link_live FROM mail_for_administration($1, '')`, [
    id,
  ]);
  if (live?.is_link_live === false) throw new MailLinkSpent();
  const queued = await tx.run(
    `UPDATE mail_outbox SET state = 'queued', attempts = 0, not_before = clock_timestamp(), claimed_by = NULL,
       handover_at = NULL, last_error = NULL WHERE id = $1 AND state IN ('uncertain', 'suppressed') AND claimed_by IS NULL`,
    [id],
  );
  if (queued === 0) throw new StepNotAllowed(words, 'mail.sent_again');
  return id;
}
