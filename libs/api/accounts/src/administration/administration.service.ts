import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Database,
  EventLog,
  MailOutbox,
  NotFound,
  readCursor,
  toPage,
  type MailRecipient,
  type MailVariables,
  type Page,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import { OwnAdministration } from '../accounts.errors';
import type { PeopleQueryDto, PersonDto, PersonOrganisationDto } from '../dto/administration.dto';
import type { BodyName } from '../dto/session.dto';

const PAGE_SIZE = 50;

interface PersonListRow {
  id: string;
  name: string;
  sort_name: string;
  email: string;
  is_confirmed: boolean;
  is_disabled: boolean;
  created_at: Date;
  bodies: BodyName[];
  organisations: PersonOrganisationDto[];
}

/** People and the roles apart from their organisations. */
@Injectable()
export class AdministrationService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly outbox: MailOutbox,
  ) {}

  /** People by name; `q` is part of a name, an address or an organisation. */
  async people(actor: UserActor, query: PeopleQueryDto): Promise<Page<PersonDto>> {
    const after = query.cursor === undefined ? null : readCursor(query.cursor, 2);
    const pattern = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<PersonListRow>(PEOPLE, [pattern, after?.[0] ?? null, after?.[1] ?? null, PAGE_SIZE + 1]),
    );
    return toPage(rows, PAGE_SIZE, personDto, (row) => [row.sort_name, row.id]);
  }

  /** Gives a role; nothing happens when the person has it. Throws NotFound. */
  async grant(actor: UserActor, userId: string, body: BodyName): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const person = await findRecipient(tx, userId);
      if (person === null) throw new NotFound();
      const granted = await tx.run(
        `INSERT INTO membership (user_id, body, role) VALUES ($1, $2, 'member') ON CONFLICT DO NOTHING`,
        [userId, body],
      );
      if (granted === 0) return;
      await this.log(tx, actor, 'role.granted', { userId, body });
      const variables = { name: person.name, role: body, path: '/home' };
      await this.mail(tx, person, { kind: 'role_granted', variables });
    });
  }

  /** Takes a role away; nothing happens when the person does not have it. Throws OwnAdministration. */
  async revoke(actor: UserActor, userId: string, body: BodyName): Promise<void> {
    if (userId === actor.userId && body === 'administration') throw new OwnAdministration();
    await this.database.as(actor, async (tx) => {
      const revoked = await tx.run('DELETE FROM membership WHERE user_id = $1 AND body = $2', [userId, body]);
      if (revoked === 0) return;
      await this.log(tx, actor, 'role.revoked', { userId, body });
      const person = await findRecipient(tx, userId);
      if (person !== null)
        await this.mail(tx, person, { kind: 'role_revoked', variables: { name: person.name, role: body } });
    });
  }

  /** Tells a person of a change of role; every change is a mail of its own. */
  private async mail<Kind extends 'role_granted' | 'role_revoked'>(
    tx: Tx,
    to: MailRecipient,
    { kind, variables }: { kind: Kind; variables: MailVariables[Kind] },
  ): Promise<void> {
    await this.outbox.enqueue(tx, { kind, to, variables, dedupeKey: `${kind}:${randomUUID()}` });
  }

  private async log(
    tx: Tx,
    actor: UserActor,
    type: string,
    payload: { userId: string; body: BodyName },
  ): Promise<void> {
    await this.events.append(tx, {
      type,
      subjectType: 'user',
      subjectId: payload.userId,
      actorId: actor.userId,
      payload,
    });
  }
}

function findRecipient(tx: Tx, userId: string): Promise<MailRecipient | null> {
  return tx.row('SELECT id AS "userId", email, name, locale FROM app_user WHERE id = $1', [userId]);
}

const PEOPLE = `
  SELECT u.id, u.name, lower(u.name) AS sort_name, u.email, u.email_confirmed_at IS NOT NULL AS is_confirmed, u.disabled_at IS NOT NULL AS is_disabled, u.created_at,
    coalesce((SELECT jsonb_agg(m.body ORDER BY m.body) FROM membership m WHERE m.user_id = u.id AND m.body <> 'organisation'), '[]') AS bodies,
    coalesce((SELECT jsonb_agg(jsonb_build_object('name', o.name, 'role', m.role) ORDER BY o.name)
      FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.user_id = u.id), '[]') AS organisations
  FROM app_user u
  WHERE ($1 = '%%' OR u.name ILIKE $1 OR u.email::text ILIKE $1
      OR EXISTS (SELECT FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.user_id = u.id AND o.name ILIKE $1))
    AND ($2::text IS NULL OR (lower(u.name), u.id) > ($2::text, $3::uuid))
  ORDER BY lower(u.name), u.id LIMIT $4`;

function personDto(row: PersonListRow): PersonDto {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    bodies: row.bodies,
    organisations: row.organisations.map(({ name, role }) => ({ name, role })),
    isConfirmed: row.is_confirmed,
    isDisabled: row.is_disabled,
    createdAt: row.created_at.toISOString(),
  };
}
