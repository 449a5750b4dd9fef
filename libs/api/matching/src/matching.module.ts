import { Module } from '@nestjs/common';
import { ChallengesModule } from '@htsm/api/challenges';
import { BoardController } from './board/board.controller';
import { BoardRepository } from './board/board.repository';
import { Board } from './board/board.service';
import { TaskforceMatchesController } from './matches/matches.controller';
import { MatchesRepository } from './matches/matches.repository';
import { Matches } from './matches/matches.service';
import { MyMatchesController } from './matches/my-matches.controller';
import { RecordMatch } from './matches/record-match';
import { ProfileDocuments } from './profiles/profile-documents.service';
import { MyProfileController, TaskforceProfilesController } from './profiles/profiles.controller';
import { ProfilesRepository } from './profiles/profiles.repository';
import { Profiles } from './profiles/profiles.service';
import {
  MyRecommendationsController,
  TaskforceRecommendationsController,
} from './recommendations/recommendations.controller';
import { RecommendationsRepository } from './recommendations/recommendations.repository';
import { Recommendations } from './recommendations/recommendations.service';
import { ListedTerms, ListedTermsController } from './taxonomy/listed-terms';

/** The matching room: who fits which challenge, what came of awards, and the board of the taskforce, which knows every earlier room. */
@Module({
  imports: [ChallengesModule],
  controllers: [
    BoardController,
    TaskforceMatchesController,
    MyMatchesController,
    MyProfileController,
    TaskforceProfilesController,
    MyRecommendationsController,
    TaskforceRecommendationsController,
    ListedTermsController,
  ],
  providers: [
    Board,
    BoardRepository,
    Matches,
    MatchesRepository,
    RecordMatch,
    Profiles,
    ProfileDocuments,
    ProfilesRepository,
    Recommendations,
    RecommendationsRepository,
    ListedTerms,
  ],
  exports: [RecordMatch, Matches, Profiles, ProfileDocuments],
})
export class MatchingModule {}
