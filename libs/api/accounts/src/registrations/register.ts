import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { REGISTRATION_KEPT_DAYS, isKvkNumber, tidyKvkNumber, type Locale } from '@htsm/domain';
import { ANONYMOUS, Database, MailOutbox, RateLimiter, ValidationFailed, type Tx } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { AcceptedDto, RegisterDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';
import { refuseWeakPassword } from '../passwords/password-field';
import { PasswordHasher } from '../passwords/password-hasher';
import { steadyAnswer } from '../steady-answer';

/** Where a request comes from and in which language it was made. */
export interface Asker {
  readonly networkAddress: string;
  readonly locale: Locale;
}

interface KnownPerson {
  user_id: string;
  email: string;
  name: string;
  locale: Locale;
}

/**
 * Takes a registration and mails a link that confirms it. Nothing exists before that: no account, no organisation,
 * no taken KvK number. A known address runs the very same statements; only the text of the mail differs.
 */
@Injectable()
export class Register {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly hasher: PasswordHasher,
    private readonly links: LinkTokens,
    private readonly outbox: MailOutbox,
  ) {}

  /** Throws ValidationFailed (KvK number, password) and TooManyAttempts. */
  async run(asker: Asker, input: RegisterDto): Promise<AcceptedDto> {
    await this.limiter.hit(LIMITS.registerAddress, asker.networkAddress);
    await this.limiter.hit(LIMITS.registerAccount, input.email);
    refuseWeakPassword('password', input.password, { ...input, organisationNames: [input.organisationName] });
    const kvkNumber = tidyKvkNumber(input.kvkNumber);
    await this.refuseKvkNumber(kvkNumber);
    return steadyAnswer(async () => {
      const passwordHash = await this.hasher.hash(input.password);
      await this.keep(asker.locale, { ...input, kvkNumber, passwordHash });
      return { email: input.email };
    });
  }

  private async refuseKvkNumber(kvkNumber: string): Promise<void> {
    if (!isKvkNumber(kvkNumber)) throw new ValidationFailed([{ path: 'kvkNumber', code: 'kvk_form' }]);
    const row = await this.database.as(ANONYMOUS, (tx) =>
      tx.row<{ is_taken: boolean }>('SELECT auth_kvk_is_taken($1) AS is_taken', [kvkNumber]),
    );
    if (row?.is_taken === true) throw new ValidationFailed([{ path: 'kvkNumber', code: 'kvk_taken' }]);
  }

  private async keep(locale: Locale, input: Omit<RegisterDto, 'password'> & { passwordHash: string }): Promise<void> {
    const tokenId = randomUUID();
    await this.database.as({ kind: 'token', tokenId }, async (tx) => {
      await tx.run('SELECT auth_forget_old_tokens($1)', [REGISTRATION_KEPT_DAYS]);
      const known = await tx.row<KnownPerson>('SELECT user_id, email, name, locale FROM auth_user_by_email($1)', [input.email]);
      await this.links.add(tx, { id: tokenId, purpose: 'confirm_email', email: input.email });
      await tx.run(
        `INSERT INTO registration (token_id, name, locale, password_hash, organisation_name, organisation_kind, kvk_number)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [tokenId, input.name, locale, input.passwordHash, input.organisationName, input.organisationKind, input.kvkNumber],
      );
      await this.mail(tx, tokenId, known, { email: input.email, name: input.name, locale });
    });
  }

  private async mail(
    tx: Tx,
    tokenId: string,
    known: KnownPerson | null,
    typed: { email: string; name: string; locale: Locale },
  ): Promise<void> {
    if (known === null) {
      await this.outbox.enqueue(tx, {
        kind: 'confirm_email',
        to: { userId: null, ...typed },
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
