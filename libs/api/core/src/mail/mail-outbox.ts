import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '../database/tx';
import type { MailKind, MailVariables } from './mail-kinds';

/** Somebody a mail can go to. */
export interface MailRecipient {
  readonly userId: string | null;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
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
}

interface RecipientRow {
  user_id: string;
  email: string;
  name: string;
  locale: Locale;
}

/** Puts mails into the outbox, inside the business transaction; the worker sends them afterwards. */
@Injectable()
export class MailOutbox {
  /** Adds a mail; when the same key was queued before, that mail goes out and this one does not. */
  async enqueue<Kind extends MailKind>(tx: Tx, mail: OutgoingMail<Kind>): Promise<void> {
    const id = randomUUID();
    await tx.run(
      `INSERT INTO mail_outbox (id, kind, to_email, to_user_id, subscription_id, locale, variables, dedupe_key, message_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
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
      ],
    );
  }

  /** The confirmed people of an organisation. */
  async peopleOfOrganisation(tx: Tx, organisationId: string): Promise<MailRecipient[]> {
    return (await tx.rows<RecipientRow>('SELECT * FROM mail_recipients_of_organisation($1)', [organisationId])).map(
      recipient,
    );
  }

  /** The confirmed people of the taskforce, the administration or the review panel. */
  async peopleOfBody(tx: Tx, body: 'taskforce' | 'administration' | 'review_panel'): Promise<MailRecipient[]> {
    return (await tx.rows<RecipientRow>('SELECT * FROM mail_recipients_of_body($1)', [body])).map(recipient);
  }
}

function recipient(row: RecipientRow): MailRecipient {
  return { userId: row.user_id, email: row.email, name: row.name, locale: row.locale };
}
