import { Injectable } from '@nestjs/common';
import { isKvkNumber, tidyKvkNumber } from '@htsm/domain';
import {
  Database,
  EventLog,
  NotFound,
  ValidationFailed,
  VersionConflict,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
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

  /** Members change their own; throws VersionConflict with the present one, and ValidationFailed for a number that is none. */
  change(actor: UserActor, id: string, input: ChangeOrganisationDto): Promise<OrganisationDto> {
    requireMember(actor, id);
    const groupKvkNumber = groupNumber(input.groupKvkNumber);
    return this.database.as(actor, async (tx) => {
      const changed = await tx.run(
        `UPDATE organisation SET city = $3, region = $4, website = $5, employees = $6, group_kvk_number = $7, version = version + 1
         WHERE id = $1 AND version = $2`,
        [id, input.version, input.city, input.region, input.website, input.employees, groupKvkNumber],
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

/** The number of the group without what people write around it; empty for none. */
function groupNumber(written: string): string {
  const number = tidyKvkNumber(written);
  if (number === '' || isKvkNumber(number)) return number;
  throw new ValidationFailed([{ path: 'groupKvkNumber', code: 'kvk_form' }]);
}

async function organisationOf(tx: Tx, id: string): Promise<OrganisationDto> {
  const organisation = await tx.of(OrganisationEntity).findOneBy({ id });
  if (organisation === null) throw new NotFound();
  return {
    id: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    kvkNumber: organisation.kvkNumber,
    groupKvkNumber: organisation.groupKvkNumber,
    city: organisation.city,
    region: organisation.region,
    website: organisation.website,
    employees: organisation.employees,
    version: organisation.version,
  };
}
