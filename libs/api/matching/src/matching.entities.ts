import { MatchEntity, MatchNoteEntity } from './match.entity';
import { ProfileDocumentEntity, ProfileEntity } from './profiles/profile.entity';

/** The tables of this room, for the connection's entity list. */
export const matchingEntities: (abstract new () => object)[] = [
  MatchEntity,
  MatchNoteEntity,
  ProfileEntity,
  ProfileDocumentEntity,
];
