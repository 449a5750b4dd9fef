import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, type UserActor } from '@htsm/api/core';
import { OverviewDto, OverviewQueryDto, TaskforceBoardDto } from '../dto/board.dto';
import { Board } from './board.service';

/** The taskforce's home. */
@ApiTags('taskforce')
@Controller('taskforce')
@Allow('taskforce')
export class BoardController {
  constructor(private readonly board: Board) {}

  @Get('board')
  @ApiOkResponse({ type: TaskforceBoardDto })
  read(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<TaskforceBoardDto> {
    return this.board.readBoard(actor, locale);
  }

  @Get('overview')
  @ApiOkResponse({ type: OverviewDto })
  overview(
    @CurrentUser() actor: UserActor,
    @Query() query: OverviewQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<OverviewDto> {
    return this.board.listChallenges(actor, query, locale);
  }
}
