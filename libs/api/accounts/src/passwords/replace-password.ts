import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { EventLog, MailOutbox, type Tx } from '@htsm/api/core';

/** Whose password changes. */
interface Owner {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

/** The new password and what happens around it. */
interface Replacement {
  readonly passwordHash: string;
  /** Session that stays signed in, or null to end all. */
  readonly keepSessionId: string | null;
  /** Names this change in the key of the mail. */
  readonly causeId: string;
}

/** Puts a new password in place: other sessions and open reset links end, and the person is told by mail. */
@Injectable()
export class ReplacePassword {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly events: EventLog,
  ) {}

  /** The transaction must already see the person's own rows. */
  async run(tx: Tx, owner: Owner, replacement: Replacement): Promise<void> {
    await tx.run('UPDATE user_credential SET password_hash = $2, changed_at = htsm_now() WHERE user_id = $1', [
      owner.id,
      replacement.passwordHash,
    ]);
    await tx.run('DELETE FROM session WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid', [
      owner.id,
      replacement.keepSessionId,
    ]);
    await tx.run('DELETE FROM sign_in_step WHERE user_id = $1', [owner.id]);
    await tx.run(
      `UPDATE account_token SET used_at = htsm_now() WHERE user_id = $1 AND purpose = 'reset_password' AND used_at IS NULL`,
      [owner.id],
    );
    await this.events.append(tx, {
      type: 'account.password_changed',
      subjectType: 'user',
      subjectId: owner.id,
      actorId: owner.id,
    });
    await this.outbox.enqueue(tx, {
      kind: 'password_changed',
      to: { userId: owner.id, email: owner.email, name: owner.name, locale: owner.locale },
      variables: { name: owner.name },
      dedupeKey: `password_changed:${replacement.causeId}`,
    });
  }
}
