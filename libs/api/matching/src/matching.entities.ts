import { AppointmentEntity, AppointmentSlotEntity } from './appointments/appointment.entity';
import { ImpressionEntity } from './exposure/impression.entity';
import { PlaceAtActEntity } from './figures/place-at-act.entity';
import { MatchEntity, MatchNoteEntity } from './match.entity';
import { CheckInEntity, CollaborationEntity, OutcomeEntity } from './outcomes/outcome.entity';
import { ProfileDocumentEntity, ProfileEntity } from './profiles/profile.entity';
import {
  MatchAnalysisEntity,
  MatchChangeEntity,
  RecommendationEntity,
  RecommendationWordsEntity,
} from './recommendations/recommendation.entity';
import {
  GlossaryTermEntity,
  TaxonomyTermEntity,
  VocabularyChangeEntity,
  VocabularyVersionEntity,
} from './taxonomy/vocabulary.entity';
import {
  SuggestionEntity,
  SuggestionInvitationEntity,
  SuggestionJudgementEntity,
} from './suggestions/suggestion.entity';
import { PartnerAnswerEntity, PartnerCallEntity } from './partner-calls/partner-call.entity';
import { TeamOfferEntity } from './teams/team-offer.entity';

/** The tables of this room, for the connection's entity list. */
export const matchingEntities: (abstract new () => object)[] = [
  MatchEntity,
  MatchNoteEntity,
  ProfileEntity,
  ProfileDocumentEntity,
  RecommendationEntity,
  RecommendationWordsEntity,
  MatchChangeEntity,
  VocabularyVersionEntity,
  VocabularyChangeEntity,
  TaxonomyTermEntity,
  GlossaryTermEntity,
  SuggestionEntity,
  SuggestionJudgementEntity,
  SuggestionInvitationEntity,
  AppointmentEntity,
  AppointmentSlotEntity,
  MatchAnalysisEntity,
  TeamOfferEntity,
  CollaborationEntity,
  CheckInEntity,
  OutcomeEntity,
  ImpressionEntity,
  PlaceAtActEntity,
  PartnerCallEntity,
  PartnerAnswerEntity,
];
