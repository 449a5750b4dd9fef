import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import { LastOwner } from '../accounts.errors';
import { requireMember, requireOwner } from '../accounts.policy';
import type { MemberDto } from '../dto/organisation.dto';
import type { MemberRole } from '../dto/session.dto';

/** More colleagues than a page shows. */
const MOST_MEMBERS = 500;

interface MemberRow {
  user_id: string;
  name: string;
  email: string;
  role: MemberRole;
  created_at: Date;
}

/** The people of an organisation. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /** Colleagues, owners first, then by name; throws NotFound for a stranger. */
  async list(actor: UserActor, organisationId: string): Promise<MemberDto[]> {
    requireMember(actor, organisationId);
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<MemberRow>(
        `SELECT m.user_id, u.name, u.email, m.role, m.created_at FROM membership m JOIN app_user u ON u.id = m.user_id
         WHERE m.organisation_id = $1 ORDER BY m.role DESC, lower(u.name), u.id LIMIT $2`,
        [organisationId, MOST_MEMBERS],
      ),
    );
    return rows.map((row) => ({
      userId: row.user_id,
      name: row.name,
      email: row.email,
      role: row.role,
      since: row.created_at.toISOString(),
    }));
  }

  /** Ends a membership; throws NotOwner, NotFound and LastOwner. */
  async remove(actor: UserActor, organisationId: string, userId: string): Promise<void> {
    requireOwner(actor, organisationId);
    await this.database.as(actor, async (tx) => {
      await refuseLastOwner(tx, organisationId, userId);
      const removed = await tx.run('DELETE FROM membership WHERE organisation_id = $1 AND user_id = $2', [
        organisationId,
        userId,
      ]);
      if (removed === 0) throw new NotFound();
      await this.events.append(tx, {
        type: 'membership.ended',
        subjectType: 'organisation',
        subjectId: organisationId,
        actorId: actor.userId,
        payload: { userId },
        visibleToOrgIds: [organisationId],
      });
    });
  }
}

/** Locks the organisation's people first: two owners who remove each other at once must not both succeed. */
async function refuseLastOwner(tx: Tx, organisationId: string, userId: string): Promise<void> {
  await tx.run("SELECT pg_advisory_xact_lock(hashtextextended('members:' || $1, 0))", [organisationId]);
  const owners = await tx.rows<{ user_id: string }>(
    `SELECT user_id FROM membership WHERE organisation_id = $1 AND role = 'owner'`,
    [organisationId],
  );
  if (owners.length === 1 && owners[0]?.user_id === userId) throw new LastOwner();
}
