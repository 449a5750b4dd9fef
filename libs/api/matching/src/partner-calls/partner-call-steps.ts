import { Injectable } from '@nestjs/common';
import { EventLog, NotFound, type Tx } from '@htsm/api/core';
import { PartnerCallMails, type Contact } from './partner-call-mails';
import { PartnerCallsRepository, type HeldCall } from './partner-calls.repository';

/** What steps with calls have in common: rows, mails, and the line in the log. */
@Injectable()
export class PartnerCallSteps {
  constructor(
    readonly calls: PartnerCallsRepository,
    readonly mails: PartnerCallMails,
    private readonly events: EventLog,
  ) {}

  /** Gives the own organisation that acts. */
  async solver(tx: Tx): Promise<{ readonly id: string; readonly name: string }> {
    const organisation = await this.calls.solver(tx);
    if (organisation === null) throw new NotFound();
    return organisation;
  }

  /** Gives who placed an own call. */
  placedBy(tx: Tx, callId: string): Promise<Contact | null> {
    return tx.row('SELECT u.name, u.email FROM partner_call p JOIN app_user u ON u.id = p.placed_by WHERE p.id = $1', [
      callId,
    ]);
  }

  /** Writes what was done. What two parties do together is sealed: it is nobody else's. */
  async note(
    tx: Tx,
    call: Pick<HeldCall, 'id' | 'challengeId' | 'organisationId'>,
    what: string,
    by: { readonly actorId: string; readonly reason?: string; readonly organisationIds?: readonly string[] },
  ): Promise<void> {
    const { actorId, reason, organisationIds } = by;
    await this.events.append(tx, {
      type: `partner_call.${what}`,
      subjectType: 'partner_call',
      subjectId: call.id,
      actorId,
      ...(reason === undefined ? {} : { reason }),
      payload: { challengeId: call.challengeId, organisationId: call.organisationId },
      visibleToOrgIds: [call.organisationId, ...(organisationIds ?? [])],
      isSealed: organisationIds !== undefined,
    });
  }
}
