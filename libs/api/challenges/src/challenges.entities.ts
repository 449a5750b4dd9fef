import { ChallengeEntity } from './challenge.entity';
import { CriterionEntity } from './criterion.entity';

/** The tables of this room that forms write, for the connection's entity list. */
export const challengesEntities: (abstract new () => object)[] = [ChallengeEntity, CriterionEntity];
