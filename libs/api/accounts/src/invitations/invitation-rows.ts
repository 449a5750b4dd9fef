import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventLog, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { InvitationDto, InviteDto } from '../dto/invitation.dto';
import { LinkTokens } from '../link-tokens';

/** More invitations than an organisation has waiting. */
const MOST_INVITATIONS = 200;

interface InvitationRow {
  id: string;
  email: string;
  created_at: Date;
  expires_at: Date;
}

/** Invitations in the database, each change with its line in the audit log. */
@Injectable()
export class InvitationRows {
  constructor(
    private readonly links: LinkTokens,
    private readonly events: EventLog,
  ) {}

  /** Waiting invitations of an organisation, the newest first. */
  async list(tx: Tx, organisationId: string): Promise<InvitationDto[]> {
    const rows = await tx.rows<InvitationRow>(
      `SELECT id, email, created_at, expires_at FROM account_token
       WHERE organisation_id = $1 AND purpose = 'invite' AND used_at IS NULL AND expires_at > htsm_now()
       ORDER BY created_at DESC, id LIMIT $2`,
      [organisationId, MOST_INVITATIONS],
    );
    return rows.map(invitationDto);
  }

  /** Adds an invitation in the place of those that wait for the same address. */
  async replace(tx: Tx, actor: UserActor, input: InviteDto): Promise<InvitationDto> {
    const id = randomUUID();
    const replaced = await tx.run(
      `DELETE FROM account_token WHERE organisation_id = $1 AND email = $2 AND purpose = 'invite' AND used_at IS NULL`,
      [input.organisationId, input.email],
    );
    await this.links.add(tx, { id, purpose: 'invite', email: input.email, organisationId: input.organisationId });
    await this.log(tx, actor, 'invitation.sent', {
      organisationId: input.organisationId,
      invitationId: id,
      replaced,
    });
    const row = await tx.row<InvitationRow>(
      'SELECT id, email, created_at, expires_at FROM account_token WHERE id = $1',
      [id],
    );
    if (row === null) throw new NotFound();
    return invitationDto(row);
  }

  /** Makes a mailed link worthless; throws NotFound for an invitation that is not the actor's to revoke. */
  async remove(tx: Tx, actor: UserActor, id: string): Promise<void> {
    const row = await tx.row<{ organisation_id: string }>(
      `DELETE FROM account_token WHERE id = $1 AND purpose = 'invite' AND used_at IS NULL RETURNING organisation_id`,
      [id],
    );
    if (row === null) throw new NotFound();
    await this.log(tx, actor, 'invitation.revoked', { organisationId: row.organisation_id, invitationId: id });
  }

  private async log(
    tx: Tx,
    actor: UserActor,
    type: string,
    payload: { organisationId: string; invitationId: string; replaced?: number },
  ): Promise<void> {
    await this.events.append(tx, {
      type,
      subjectType: 'organisation',
      subjectId: payload.organisationId,
      actorId: actor.userId,
      payload,
      visibleToOrgIds: [payload.organisationId],
    });
  }
}

function invitationDto(row: InvitationRow): InvitationDto {
  return {
    id: row.id,
    email: row.email,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
