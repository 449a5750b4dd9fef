import { AnchorEntity } from './anchor.entity';
import { AnswerEntity, AnswerReasonEntity } from './answer.entity';
import { AnswerQuestionEntity } from './answer-question.entity';
import { AssignmentEntity } from './assignment.entity';
import { DecisionEntity } from './decision.entity';
import { ExpertiseEntity } from './expertise.entity';
import { LinkEntity } from './link.entity';
import { ReviewEntity, ReviewScoreEntity } from './review.entity';
import { WaiverEntity } from './waiver.entity';

/** The tables of this room, for the connection's entity list. */
export const reviewsEntities: (abstract new () => object)[] = [
  AnchorEntity,
  AssignmentEntity,
  ReviewEntity,
  ReviewScoreEntity,
  AnswerEntity,
  AnswerReasonEntity,
  AnswerQuestionEntity,
  DecisionEntity,
  ExpertiseEntity,
  LinkEntity,
  WaiverEntity,
];
