import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { REGISTRATION_KEPT_DAYS, type Locale } from '@htsm/domain';
import { Database, MailOutbox, type Tx } from '@htsm/api/core';
import type { RegisterDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';

/** A registration that was checked, with its password hashed. */
export interface CheckedRegistration extends Omit<RegisterDto, 'password'> {
  readonly passwordHash: string;
  readonly locale: Locale;
}

interface KnownPerson {
  user_id: string;
  email: string;
  name: string;
  locale: Locale;
}

/**
 * Keeps a registration and mails the link that confirms it. Nothing exists before that: no account, no organisation,
 * no taken KvK number. A known address runs the very same statements; only the text of the mail differs.
 */
@Injectable()
export class KeepRegistration {
  constructor(
    private readonly database: Database,
    private readonly links: LinkTokens,
    private readonly outbox: MailOutbox,
  ) {}

  async run(input: CheckedRegistration): Promise<void> {
    const tokenId = randomUUID();
    await this.database.as({ kind: 'token', tokenId }, async (tx) => {
      await tx.run('SELECT auth_forget_expired($1)', [REGISTRATION_KEPT_DAYS]);
      const known = await tx.row<KnownPerson>('SELECT user_id, email, name, locale FROM auth_user_by_email($1)', [
        input.email,
      ]);
      await this.links.add(tx, { id: tokenId, purpose: 'confirm_email', email: input.email });
      await tx.run(
        `INSERT INTO registration (token_id, name, locale, password_hash, organisation_name, organisation_kind, kvk_number)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          tokenId,
          input.name,
          input.locale,
          input.passwordHash,
          input.organisationName,
          input.organisationKind,
          input.kvkNumber,
        ],
      );
      await this.mail(tx, tokenId, known, input);
    });
  }

  private async mail(tx: Tx, tokenId: string, known: KnownPerson | null, typed: CheckedRegistration): Promise<void> {
    if (known === null) {
      await this.outbox.enqueue(tx, {
        kind: 'confirm_email',
        to: { userId: null, email: typed.email, name: typed.name, locale: typed.locale },
        variables: { name: typed.name, tokenId },
        dedupeKey: `confirm_email:${tokenId}`,
      });
      return;
    }
    await this.outbox.enqueue(tx, {
      kind: 'already_registered',
      // the stored address: letters that only look alike may match it, but lead to another mailbox
      to: { userId: known.user_id, email: known.email, name: known.name, locale: known.locale },
      variables: { name: known.name },
      dedupeKey: `already_registered:${tokenId}`,
    });
  }
}
