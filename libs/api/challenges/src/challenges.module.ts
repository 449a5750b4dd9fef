import { Module } from '@nestjs/common';
import { ChallengeAttachmentsController } from './attachments/attachments.controller';
import { ChallengeAttachments } from './attachments/attachments.service';
import { ChallengeReading } from './challenge-reading';
import { ChallengeDrafts } from './drafts/challenge-drafts.service';
import { RemoveDraft } from './drafts/remove-draft';
import { ChallengesRepository } from './drafts/challenges.repository';
import { EmbedController } from './embed/embed.controller';
import { FeedWords } from './feeds/feed-words';
import { FeedsController } from './feeds/feeds.controller';
import { FeedsRepository } from './feeds/feeds.repository';
import { Feeds } from './feeds/feeds.service';
import { MyChallengesController } from './drafts/my-challenges.controller';
import { ModerationController } from './moderation/moderation.controller';
import { Moderation } from './moderation/moderation.service';
import { PublicAddresses } from './public/public-addresses';
import { PublicChallengesController } from './public/public-challenges.controller';
import { PublicChallenges } from './public/public-challenges.service';
import { PublicListRepository } from './public/public-list.repository';
import { PublicPageRepository } from './public/public-page.repository';
import { AnnouncedSteps } from './steps/announced-steps';
import { ChallengeClock } from './steps/challenge-clock';
import { ChallengeMails } from './steps/challenge-mails';
import { ChallengeSteps } from './steps/challenge-steps';

/** Challenges: writing, moderating, opening and closing by the clock, the public list and pages. */
@Module({
  controllers: [
    PublicChallengesController,
    MyChallengesController,
    ModerationController,
    ChallengeAttachmentsController,
    FeedsController,
    EmbedController,
  ],
  providers: [
    PublicChallenges,
    PublicListRepository,
    PublicPageRepository,
    ChallengeDrafts,
    RemoveDraft,
    ChallengesRepository,
    Moderation,
    ChallengeAttachments,
    AnnouncedSteps,
    ChallengeMails,
    ChallengeSteps,
    ChallengeClock,
    ChallengeReading,
    Feeds,
    FeedsRepository,
    FeedWords,
    PublicAddresses,
  ],
  exports: [ChallengeReading, ChallengeSteps, ChallengeClock, ChallengeDrafts, Moderation, PublicAddresses],
})
export class ChallengesModule {}
