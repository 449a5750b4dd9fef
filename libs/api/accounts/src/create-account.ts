import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale, OrganisationKind } from '@htsm/domain';
import { Database, EventLog, type Tx, type UserActor } from '@htsm/api/core';
import { AccountRows } from './account-rows';
import type { ChangeOrganisationDto } from './dto/organisation.dto';
import type { BodyName, MemberRole } from './dto/session.dto';
import { PasswordHasher } from './passwords/password-hasher';

/** A person to be made without mail: the caller vouches for the address. */
export interface AccountToCreate {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale?: Locale;
  /** Organisation to join, with `id`, or to make. */
  readonly organisation?: { readonly id: string; readonly role: MemberRole } | OrganisationToCreate;
  readonly bodies?: readonly BodyName[];
}

/** An organisation that the person becomes owner of. */
export interface OrganisationToCreate {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly kvkNumber: string;
  readonly isDemo?: boolean;
  readonly facts?: Partial<Omit<ChangeOrganisationDto, 'version'>>;
}

/** Makes confirmed accounts from code, for demo data and for the first administrator; no route leads here. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly accounts: AccountRows,
    private readonly events: EventLog,
  ) {}

  /** Gives the person as an actor, ready to use the services of every room. */
  async run(account: AccountToCreate): Promise<UserActor> {
    const passwordHash = await this.hasher.hash(account.password);
    const actor = actorOfNew(account);
    // to grant roles the transaction holds the one that may; the person gets only the roles that were asked for
    const granting: UserActor = { ...actor, bodies: [...actor.bodies, 'administration'] };
    await this.database.as(granting, async (tx) => {
      const { userId, email, name, locale } = actor;
      await this.accounts.addPerson(tx, { userId, email, name, locale, passwordHash });
      await this.addOrganisation(tx, actor, account);
      for (const body of actor.bodies) await this.addBody(tx, userId, body);
    });
    return actor;
  }

  private async addOrganisation(tx: Tx, actor: UserActor, account: AccountToCreate): Promise<void> {
    const own = actor.organisations[0];
    if (own === undefined || account.organisation === undefined) return;
    if ('kvkNumber' in account.organisation) {
      const { name, kind, kvkNumber, isDemo, facts } = account.organisation;
      await this.accounts.addOrganisation(tx, actor.userId, {
        id: own.id,
        name,
        kind,
        kvkNumber,
        isDemo: isDemo ?? false,
      });
      await fillFacts(tx, own.id, facts ?? {});
    }
    await this.accounts.addMembership(tx, { userId: actor.userId, organisationId: own.id, role: own.role });
  }

  private async addBody(tx: Tx, userId: string, body: BodyName): Promise<void> {
    await tx.run(`INSERT INTO membership (user_id, body, role) VALUES ($1, $2, 'member')`, [userId, body]);
    await this.events.append(tx, {
      type: 'role.granted',
      subjectType: 'user',
      subjectId: userId,
      actorId: null,
      payload: { userId, body },
    });
  }
}

function actorOfNew(account: AccountToCreate): UserActor {
  return {
    kind: 'user',
    userId: randomUUID(),
    sessionId: null,
    email: account.email,
    name: account.name,
    locale: account.locale ?? 'nl',
    bodies: account.bodies ?? [],
    organisations: organisationsOfNew(account.organisation),
  };
}

function organisationsOfNew(organisation: AccountToCreate['organisation']): UserActor['organisations'] {
  if (organisation === undefined) return [];
  if ('kvkNumber' in organisation) {
    return [{ id: randomUUID(), name: organisation.name, kind: organisation.kind, role: 'owner' }];
  }
  return [{ id: organisation.id, name: '', kind: 'sme', role: organisation.role }];
}

async function fillFacts(tx: Tx, id: string, facts: NonNullable<OrganisationToCreate['facts']>): Promise<void> {
  await tx.run(`UPDATE organisation SET city = $2, region = $3, website = $4, employees = $5 WHERE id = $1`, [
    id,
    facts.city ?? '',
    facts.region ?? null,
    facts.website ?? '',
    facts.employees ?? null,
  ]);
}
