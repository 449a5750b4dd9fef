import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { OrganisationKind } from '@htsm/domain';
import type { AccessRequest } from './access-request';
import { ANONYMOUS, type Actor, type Body, type UserActor } from './actor';
import { NotSignedIn } from './access.errors';

/** Who may call a route: any signed-in person, members of a kind of organisation, or holders of a role. */
export type Audience = 'signed_in' | OrganisationKind | Body;

export const ACCESS_METADATA = 'htsm:access';

/** What a route declares; the guard refuses every route without it. */
export type AccessDeclaration = { readonly public: true } | { readonly audiences: readonly Audience[] };

/** Opens a route to everyone, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS_METADATA, { public: true } satisfies AccessDeclaration);

/** Opens a route to the given audiences; one match is enough. Rows are still decided by the database. */
export const Allow = (...audiences: [Audience, ...Audience[]]): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS_METADATA, { audiences } satisfies AccessDeclaration);

export const BEFORE_SECOND_FACTOR = 'htsm:before-second-factor';

/** Keeps a route open to somebody who still owes a second factor; every other route refuses them. */
export const BeforeSecondFactor = (): MethodDecorator & ClassDecorator => SetMetadata(BEFORE_SECOND_FACTOR, true);

/** Whether the actor belongs to one of the audiences. */
export function belongsTo(actor: Actor, audiences: readonly Audience[]): boolean {
  if (actor.kind !== 'user') return false;
  return audiences.some(
    (audience) =>
      audience === 'signed_in' ||
      actor.bodies.some((body) => body === audience) ||
      actor.organisations.some((organisation) => organisation.kind === audience),
  );
}

/** Injects whoever makes the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<AccessRequest>().actor ?? ANONYMOUS;
});

/** Injects the signed-in person; throws NotSignedIn when there is none. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserActor => {
  const actor = context.switchToHttp().getRequest<AccessRequest>().actor;
  if (actor?.kind !== 'user') throw new NotSignedIn();
  return actor;
});
