import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '../database/tx';
import type { Body } from '../access/actor';
import type { MailKind, MailVariables } from './mail-kinds';
import { NOTICE_TOPIC_OF, waitsToBeMerged, type NoticeSubject } from './notice-rules';

/** Somebody a mail can go to. */
export interface MailRecipient {
  readonly userId: string | null;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** As what they get it: once they are not that any more, its notice is not theirs either. Left out when it is their own. */
  readonly role?: Body;
  readonly organisationId?: string;
}

/** A mail to be sent once the transaction that causes it has committed. */
export interface OutgoingMail<Kind extends MailKind> {
  readonly kind: Kind;
  readonly to: MailRecipient;
  readonly variables: MailVariables[Kind];
  /** The same key never sends twice, whoever asks; name the cause and the recipient in it. */
  readonly dedupeKey: string;
  /** Set for mails of a digest subscription: they carry the one-click sign-off. */
  readonly subscriptionId?: string;
  /** What it is about; kinds that are notices need one, except about the own account. */
  readonly about?: NoticeSubject;
}

interface RecipientRow {
  user_id: string;
  email: string;
  name: string;
  locale: Locale;
}

/**
 * Puts mails into the outbox, and their notices beside them, inside the business transaction; the worker sends them afterwards.
 * This is the one place where it is decided that something reaches a person (docs/adr/0020-notices-and-merging.md).
 */
@Injectable()
export class MailOutbox {
  /** Adds a mail; when the same key was queued before, that mail goes out and this one does not. */
  async enqueue<Kind extends MailKind>(tx: Tx, mail: OutgoingMail<Kind>): Promise<void> {
    const id = randomUUID();
    await tx.run(
      `INSERT INTO mail_outbox (id, kind, to_email, to_user_id, subscription_id, locale, variables, dedupe_key, message_id, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [
        id,
        mail.kind,
        mail.to.email,
        mail.to.userId,
        mail.subscriptionId ?? null,
        mail.to.locale,
        JSON.stringify(mail.variables),
        mail.dedupeKey,
        `<${id}@htsm-challenges>`,
        mail.to.userId !== null && waitsToBeMerged(mail.kind) ? 'waiting' : 'queued',
      ],
    );
    await this.note(tx, id, mail);
  }

  /** Writes the notice under the key of its mail, so that it is there exactly as often: once. */
  private async note<Kind extends MailKind>(tx: Tx, id: string, mail: OutgoingMail<Kind>): Promise<void> {
    const { kind, to, about, variables } = mail;
    if (NOTICE_TOPIC_OF[kind] === null || to.userId === null) return;
    const subject = about ?? ownSubject(kind, to.userId);
    await tx.run(
      `INSERT INTO notice (id, user_id, kind, about_type, about_id, role, organisation_id, path, dedupe_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        id,
        to.userId,
        kind,
        subject.type,
        subject.id,
        to.role ?? null,
        to.organisationId ?? null,
        about?.path ?? ('path' in variables ? variables.path : (PATH_OF[subject.type]?.(subject.id) ?? null)),
        mail.dedupeKey,
      ],
    );
  }

  /** The confirmed people of an organisation. */
  async peopleOfOrganisation(tx: Tx, organisationId: string): Promise<MailRecipient[]> {
    return (await tx.rows<RecipientRow>('SELECT * FROM mail_recipients_of_organisation($1)', [organisationId])).map(
      (row) => ({ ...recipient(row), organisationId }),
    );
  }

  /** The confirmed people of the taskforce, the administration or the review panel. */
  async peopleOfBody(tx: Tx, body: Body): Promise<MailRecipient[]> {
    return (await tx.rows<RecipientRow>('SELECT * FROM mail_recipients_of_body($1)', [body])).map((row) => ({
      ...recipient(row),
      role: body,
    }));
  }
}

function recipient(row: RecipientRow): MailRecipient {
  return { userId: row.user_id, email: row.email, name: row.name, locale: row.locale };
}

/** Where a notice leads whose mail leads nowhere. */
const PATH_OF: Partial<Record<NoticeSubject['type'], (id: string) => string>> = {
  proposal: (id) => `/my/proposals/${id}`,
  own: () => '/account',
};

function ownSubject(kind: MailKind, userId: string): NoticeSubject {
  if (NOTICE_TOPIC_OF[kind] !== 'security') throw new Error(`A notice ${kind} must say what it is about`);
  return { type: 'own', id: userId };
}
