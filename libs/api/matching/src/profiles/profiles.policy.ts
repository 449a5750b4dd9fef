import { NotFound, type UserActor } from '@htsm/api/core';

/** Gives the ids of the actor's organisations that have a profile: those that solve, not those that ask; may be empty. */
export function profiledOrganisations(actor: UserActor): string[] {
  return actor.organisations.filter(({ kind }) => kind !== 'company').map(({ id }) => id);
}

/** Gives the wanted one of them, or the first; throws NotFound when there is none. */
export function ownProfiled(actor: UserActor, wanted: string | undefined): string {
  const mine = profiledOrganisations(actor);
  const chosen = wanted === undefined ? mine[0] : mine.find((id) => id === wanted);
  if (chosen === undefined) throw new NotFound();
  return chosen;
}
