import { NotFound, type ActorOrganisation, type UserActor } from '@htsm/api/core';
import { NotOwner } from './accounts.errors';

/** Gives the actor's organisation; throws NotFound for a stranger and NotOwner for a member who is no owner. */
export function requireOwner(actor: UserActor, organisationId: string): ActorOrganisation {
  const organisation = requireMember(actor, organisationId);
  if (organisation.role !== 'owner') throw new NotOwner();
  return organisation;
}

/** Gives the actor's organisation; throws NotFound for a stranger. */
export function requireMember(actor: UserActor, organisationId: string): ActorOrganisation {
  const organisation = actor.organisations.find((own) => own.id === organisationId);
  if (organisation === undefined) throw new NotFound();
  return organisation;
}
