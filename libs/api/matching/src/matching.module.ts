import { Module } from '@nestjs/common';
import { BoardController } from './board/board.controller';
import { BoardRepository } from './board/board.repository';
import { Board } from './board/board.service';
import { TaskforceMatchesController } from './matches/matches.controller';
import { MatchesRepository } from './matches/matches.repository';
import { Matches } from './matches/matches.service';
import { MyMatchesController } from './matches/my-matches.controller';
import { RecordMatch } from './matches/record-match';

/** The matching room: what came of awards, and the board of the taskforce, which knows every earlier room. */
@Module({
  controllers: [BoardController, TaskforceMatchesController, MyMatchesController],
  providers: [Board, BoardRepository, Matches, MatchesRepository, RecordMatch],
  exports: [RecordMatch, Matches],
})
export class MatchingModule {}
