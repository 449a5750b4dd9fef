import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import {
  Database,
  EventLog,
  NotFound,
  ValidationFailed,
  VersionConflict,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { ChangeProfileDto, ProfileDto } from '../dto/profile.dto';
import { profileChanged } from './profile-changed';
import { toProfile } from './profiles.mapper';
import { ownProfiled } from './profiles.policy';
import { ProfilesRepository } from './profiles.repository';

/** What SMEs and knowledge institutes say of themselves. */
@Injectable()
export class Profiles {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfilesRepository,
    private readonly events: EventLog,
  ) {}

  /** Gives an own profile; one that was never saved shows what is known. Throws NotFound for another's organisation. */
  readOwn(actor: UserActor, wanted: string | undefined, locale: Locale): Promise<ProfileDto> {
    const organisationId = ownProfiled(actor, wanted);
    return this.database.as(actor, (tx) => this.show(tx, organisationId, locale));
  }

  /** Gives the profile of an organisation to whoever may read it; throws NotFound when it has saved none. */
  read(actor: UserActor, organisationId: string): Promise<ProfileDto> {
    return this.database.as(actor, async (tx) => {
      const row = await this.profiles.find(tx, organisationId);
      if (row === null || row.updatedAt === null) throw new NotFound();
      return toProfile(row, await this.profiles.documents(tx, organisationId), row.locale);
    });
  }

  /** Writes an own profile; throws VersionConflict with the present one, and ValidationFailed for a range upside down. */
  change(actor: UserActor, input: ChangeProfileDto, locale: Locale): Promise<ProfileDto> {
    const organisationId = ownProfiled(actor, input.organisationId);
    refuseUpsideDown(input);
    return this.database.as(actor, async (tx) => {
      await this.profiles.open(tx, organisationId, input.locale);
      const isChanged = await this.profiles.change(tx, organisationId, input.version, input);
      if (!isChanged) throw new VersionConflict(await this.show(tx, organisationId, locale));
      await this.events.append(tx, profileChanged(actor, organisationId));
      return this.show(tx, organisationId, locale);
    });
  }

  private async show(tx: Tx, organisationId: string, locale: Locale): Promise<ProfileDto> {
    const row = await this.profiles.find(tx, organisationId);
    if (row === null) throw new NotFound();
    return toProfile(row, await this.profiles.documents(tx, organisationId), locale);
  }
}

function refuseUpsideDown({ trlMin, trlMax }: ChangeProfileDto): void {
  if (trlMin === null || trlMax === null || trlMin <= trlMax) return;
  throw new ValidationFailed([{ path: 'trlMax', code: 'too_small', params: { min: trlMin } }]);
}
