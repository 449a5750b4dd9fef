import { Injectable } from '@nestjs/common';
import { Database, EventLog, MailOutbox, type PersonRow, type Tx } from '@htsm/api/core';
import { LinkNotUsable } from '../accounts.errors';
import { become } from '../become';
import type { AcceptedDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';

/** Puts another e-mail address in place, for the bearer of the link that was mailed to it. */
@Injectable()
export class CompleteEmailChange {
  constructor(
    private readonly database: Database,
    private readonly links: LinkTokens,
    private readonly outbox: MailOutbox,
    private readonly events: EventLog,
  ) {}

  /** Ends every session and every open reset link, and tells the old address; throws LinkNotUsable. */
  run(token: string): Promise<AcceptedDto> {
    const bearer = this.links.bearer('change_email', token);
    return this.database.as(bearer, async (tx) => {
      const { user_id: userId, email } = await this.links.use(tx, 'change_email', bearer.tokenId);
      const row = await tx.row<{ person: PersonRow | null }>('SELECT auth_person($1) AS person', [userId]);
      const taken = await tx.row('SELECT user_id FROM auth_user_by_email($1)', [email]);
      if (!row?.person || taken !== null) throw new LinkNotUsable();
      await become(tx, row.person.id);
      await this.change(tx, row.person, { email, causeId: bearer.tokenId });
      return { email };
    });
  }

  private async change(tx: Tx, person: PersonRow, to: { email: string; causeId: string }): Promise<void> {
    await tx.run(
      'UPDATE app_user SET email = $2, email_confirmed_at = htsm_now(), version = version + 1 WHERE id = $1',
      [person.id, to.email],
    );
    await tx.run('DELETE FROM session WHERE user_id = $1', [person.id]);
    await tx.run('DELETE FROM sign_in_step WHERE user_id = $1', [person.id]);
    await tx.run(
      `UPDATE account_token SET used_at = htsm_now() WHERE user_id = $1 AND purpose = 'reset_password' AND used_at IS NULL`,
      [person.id],
    );
    await this.events.append(tx, {
      type: 'account.email_changed',
      subjectType: 'user',
      subjectId: person.id,
      actorId: person.id,
    });
    await this.outbox.enqueue(tx, {
      kind: 'email_changed',
      to: { userId: person.id, email: person.email, name: person.name, locale: person.locale },
      variables: { name: person.name, newEmail: to.email },
      dedupeKey: `email_changed:${to.causeId}`,
    });
  }
}
