import { AccountsModule, accountsEntities, accountsTexts } from '@htsm/api/accounts';
import { AuditModule, auditEntities, auditTexts } from '@htsm/api/audit';
import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { MatchingModule, matchingEntities, matchingTexts } from '@htsm/api/matching';
import { MeetingsModule, meetingsEntities, meetingsTexts } from '@htsm/api/meetings';
import { NotificationsModule, notificationsEntities, notificationsTexts } from '@htsm/api/notifications';
import { ProposalsModule, proposalsEntities, proposalsTexts } from '@htsm/api/proposals';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';

/** Every room, in the order of the life of a challenge. */
export const roomModules = [
  AccountsModule,
  ChallengesModule,
  ProposalsModule,
  ReviewsModule,
  MatchingModule,
  MeetingsModule,
  NotificationsModule,
  AuditModule,
];

/** Every table that TypeORM knows. */
export const entities = [
  ...accountsEntities,
  ...challengesEntities,
  ...proposalsEntities,
  ...reviewsEntities,
  ...matchingEntities,
  ...meetingsEntities,
  ...notificationsEntities,
  ...auditEntities,
];

/** Every room's sentences. */
export const texts = [
  accountsTexts,
  challengesTexts,
  proposalsTexts,
  reviewsTexts,
  matchingTexts,
  meetingsTexts,
  notificationsTexts,
  auditTexts,
];
