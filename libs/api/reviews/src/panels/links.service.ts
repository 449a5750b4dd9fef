import { Injectable } from '@nestjs/common';
import { isKvkNumber, isMailDomain, LINK_LIMITS, tidyKvkNumber, tidyMailDomain } from '@htsm/domain';
import {
  Database,
  EventLog,
  NotFound,
  ValidationFailed,
  VersionConflict,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { ChangeLinkDto, LinkDto, LinkFieldsDto, LinksDto } from '../dto/links.dto';
import { LinkConflicts } from './link-conflicts';
import { LinksRepository } from './links.repository';

/**
 * What binds a member of the panel to organisations, by themselves. It counts with the next request: a proposal of whoever
 * they are bound to is not there for them any more.
 */
@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly links: LinksRepository,
    private readonly conflicts: LinkConflicts,
    private readonly events: EventLog,
  ) {}

  list(actor: UserActor): Promise<LinksDto> {
    return this.database.as(actor, async (tx) => ({ items: await this.links.of(tx, actor.userId) }));
  }

  /** Throws ValidationFailed for a number or domain that is none, and for more than somebody can have. */
  declare(actor: UserActor, input: LinkFieldsDto): Promise<LinkDto> {
    return this.database.as(actor, async (tx) => {
      const has = await this.links.of(tx, actor.userId);
      if (has.length >= LINK_LIMITS.count)
        throw new ValidationFailed([{ path: 'organisationName', code: 'links_full' }]);
      const link = await this.links.add(tx, actor.userId, tidied(input));
      await this.log(tx, actor, 'link.declared', link.id);
      await this.conflicts.tell(tx, actor, link);
      return link;
    });
  }

  /** Throws NotFound for another's, ValidationFailed as above, and VersionConflict with the present one. */
  change(actor: UserActor, linkId: string, input: ChangeLinkDto): Promise<LinkDto> {
    return this.database.as(actor, async (tx) => {
      const present = await this.own(tx, actor, linkId);
      const changed = await this.links.change(tx, linkId, tidied(input));
      if (changed === null) throw new VersionConflict(present);
      await this.log(tx, actor, 'link.changed', linkId);
      await this.conflicts.tell(tx, actor, changed);
      return changed;
    });
  }

  /** Takes back what was declared by mistake; the log keeps that it was. Throws NotFound for another's. */
  remove(actor: UserActor, linkId: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await this.own(tx, actor, linkId);
      await this.links.remove(tx, linkId);
      await this.log(tx, actor, 'link.removed', linkId);
    });
  }

  private async own(tx: Tx, actor: UserActor, linkId: string): Promise<LinkDto> {
    const link = await this.links.own(tx, actor.userId, linkId);
    if (link === null) throw new NotFound();
    return link;
  }

  private log(tx: Tx, actor: UserActor, type: string, linkId: string): Promise<void> {
    return this.events.append(tx, { type, subjectType: 'reviewer_link', subjectId: linkId, actorId: actor.userId });
  }
}

/** Number and domain without what people write around them. */
function tidied<Link extends LinkFieldsDto>(input: Link): Link {
  const kvkNumber = tidyKvkNumber(input.kvkNumber);
  const mailDomain = tidyMailDomain(input.mailDomain);
  const faults = [
    ...(kvkNumber === '' || isKvkNumber(kvkNumber) ? [] : [{ path: 'kvkNumber', code: 'link_kvk_form' }]),
    ...(mailDomain === '' || isMailDomain(mailDomain) ? [] : [{ path: 'mailDomain', code: 'mail_domain_form' }]),
  ];
  if (faults.length > 0) throw new ValidationFailed(faults);
  return { ...input, kvkNumber, mailDomain };
}
