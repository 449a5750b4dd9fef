import type { DomainEvent, UserActor } from '@htsm/api/core';

/** The line that the index of matches follows: something that an organisation says of itself is other than before. */
export function profileChanged(actor: UserActor, organisationId: string, documentId?: string): DomainEvent {
  return {
    type: 'profile.changed',
    subjectType: 'organisation',
    subjectId: organisationId,
    actorId: actor.userId,
    payload: documentId === undefined ? {} : { documentId },
    visibleToOrgIds: [organisationId],
  };
}
