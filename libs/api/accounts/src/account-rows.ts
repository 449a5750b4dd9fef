import { Injectable } from '@nestjs/common';
import type { Locale, OrganisationKind } from '@htsm/domain';
import { EventLog, type Tx } from '@htsm/api/core';
import type { MemberRole } from './dto/session.dto';

/** A person whose address is proven. */
export interface NewPerson {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly passwordHash: string;
}

/** An organisation as it is registered; its profile comes later. */
export interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly kvkNumber: string;
  readonly isDemo: boolean;
}

/** A person's place in an organisation. */
export interface NewMembership {
  readonly userId: string;
  readonly organisationId: string;
  readonly role: MemberRole;
}

/** Writes new people, organisations and memberships, each with its line in the audit log. */
@Injectable()
export class AccountRows {
  constructor(private readonly events: EventLog) {}

  async addPerson(tx: Tx, person: NewPerson): Promise<void> {
    await tx.run(
      'INSERT INTO app_user (id, email, name, locale, email_confirmed_at) VALUES ($1, $2, $3, $4, htsm_now())',
      [person.userId, person.email, person.name, person.locale],
    );
    await tx.run('INSERT INTO user_credential (user_id, password_hash) VALUES ($1, $2)', [
      person.userId,
      person.passwordHash,
    ]);
    await this.events.append(tx, {
      type: 'account.created',
      subjectType: 'user',
      subjectId: person.userId,
      actorId: person.userId,
    });
  }

  async addOrganisation(tx: Tx, actorId: string, organisation: NewOrganisation): Promise<void> {
    await tx.run('INSERT INTO organisation (id, name, kind, kvk_number, is_demo) VALUES ($1, $2, $3, $4, $5)', [
      organisation.id,
      organisation.name,
      organisation.kind,
      organisation.kvkNumber,
      organisation.isDemo,
    ]);
    await this.events.append(tx, {
      type: 'organisation.registered',
      subjectType: 'organisation',
      subjectId: organisation.id,
      actorId,
      visibleToOrgIds: [organisation.id],
    });
  }

  async addMembership(tx: Tx, membership: NewMembership): Promise<void> {
    await tx.run(`INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, 'organisation', $2, $3)`, [
      membership.userId,
      membership.organisationId,
      membership.role,
    ]);
    await this.events.append(tx, {
      type: 'membership.started',
      subjectType: 'organisation',
      subjectId: membership.organisationId,
      actorId: membership.userId,
      payload: { userId: membership.userId, role: membership.role },
      visibleToOrgIds: [membership.organisationId],
    });
  }
}
