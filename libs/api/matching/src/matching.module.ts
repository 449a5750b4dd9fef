import { Module } from '@nestjs/common';
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

/** The matching room: what came of awards, and the board of the taskforce, which knows every earlier room. */
@Module({
  controllers: [
    BoardController,
    TaskforceMatchesController,
    MyMatchesController,
    MyProfileController,
    TaskforceProfilesController,
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
  ],
  exports: [RecordMatch, Matches, Profiles, ProfileDocuments],
})
export class MatchingModule {}
