import { Injectable } from '@nestjs/common';
import { PROFILE_LIMITS } from '@htsm/domain';
import { Database, EventLog, NotFound, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import type { AddProfileDocumentDto, ChangeProfileDocumentDto, ProfileDocumentDto } from '../dto/profile.dto';
import { ProfileFull } from '../matching.errors';
import { profileChanged } from './profile-changed';
import { toDocument } from './profiles.mapper';
import { ownProfiled, profiledOrganisations } from './profiles.policy';
import { ProfilesRepository } from './profiles.repository';

/** The projects, products and certificates of a profile. */
@Injectable()
export class ProfileDocuments {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfilesRepository,
    private readonly events: EventLog,
  ) {}

  /** Adds one, also before the profile itself was saved; throws ProfileFull, and NotFound for another's organisation. */
  add(actor: UserActor, input: AddProfileDocumentDto): Promise<ProfileDocumentDto> {
    const organisationId = ownProfiled(actor, input.organisationId);
    return this.database.as(actor, async (tx) => {
      await this.profiles.open(tx, organisationId, input.locale);
      const has = await this.profiles.countDocuments(tx, organisationId);
      if (has >= PROFILE_LIMITS.documents) throw new ProfileFull(PROFILE_LIMITS.documents);
      const document = await this.profiles.addDocument(tx, organisationId, input);
      if (document === null) throw new NotFound();
      await this.events.append(tx, profileChanged(actor, organisationId, document.id));
      return toDocument(document);
    });
  }

  /** Throws NotFound for another's, and VersionConflict with the present one. */
  change(actor: UserActor, id: string, input: ChangeProfileDocumentDto): Promise<ProfileDocumentDto> {
    return this.database.as(actor, async (tx) => {
      const present = await this.own(tx, actor, id);
      const changed = await this.profiles.changeDocument(tx, id, input.version, input);
      if (changed === null) throw new VersionConflict(toDocument(present));
      await this.events.append(tx, profileChanged(actor, present.organisationId, id));
      return toDocument(changed);
    });
  }

  /** Throws NotFound for another's. */
  remove(actor: UserActor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const { organisationId } = await this.own(tx, actor, id);
      await this.profiles.removeDocument(tx, id);
      await this.events.append(tx, profileChanged(actor, organisationId, id));
    });
  }

  /** Gives a document of an own organisation: the taskforce sees all of them and changes none. */
  private async own(tx: Tx, actor: UserActor, id: string): Promise<ProfileDocumentDto & { organisationId: string }> {
    const document = await this.profiles.document(tx, id);
    if (document === null || !profiledOrganisations(actor).includes(document.organisationId)) throw new NotFound();
    return document;
  }
}
