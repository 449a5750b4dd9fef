import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import { requireMember } from '../accounts.policy';
import type { ChangeOrganisationDto, OrganisationDto } from '../dto/organisation.dto';
import { OrganisationEntity } from './organisation.entity';

/** Facts of organisations. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /** Throws NotFound for whoever may not see the organisation. */
  read(actor: UserActor, id: string): Promise<OrganisationDto> {
    return this.database.as(actor, (tx) => organisationOf(tx, id));
  }

  /** Members change their own; throws VersionConflict with the present one. */
  change(actor: UserActor, id: string, input: ChangeOrganisationDto): Promise<OrganisationDto> {
    requireMember(actor, id);
    return this.database.as(actor, async (tx) => {
      const changed = await tx.run(
        `UPDATE organisation SET city = $3, region = $4, website = $5, employees = $6, version = version + 1
         WHERE id = $1 AND version = $2`,
        [id, input.version, input.city, input.region, input.website, input.employees],
      );
      if (changed === 0) throw new VersionConflict(await organisationOf(tx, id));
      await this.events.append(tx, {
        type: 'organisation.changed',
        subjectType: 'organisation',
        subjectId: id,
        actorId: actor.userId,
        visibleToOrgIds: [id],
      });
      return organisationOf(tx, id);
    });
  }
}

async function organisationOf(tx: Tx, id: string): Promise<OrganisationDto> {
  const organisation = await tx.of(OrganisationEntity).findOneBy({ id });
  if (organisation === null) throw new NotFound();
  return {
    id: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    kvkNumber: organisation.kvkNumber,
    city: organisation.city,
    region: organisation.region,
    website: organisation.website,
    employees: organisation.employees,
    version: organisation.version,
  };
}
