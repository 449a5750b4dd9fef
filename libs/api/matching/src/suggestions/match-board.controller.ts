import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  BoardStepDto,
  ConcludeDto,
  FindSmesQueryDto,
  FoundSmesDto,
  InvitationPreviewsDto,
  InviteSmesDto,
  InvitedDto,
  JudgeCandidateDto,
  MatchBoardDto,
} from '../dto/match-board.dto';
import { Introduce } from './introduce';
import { InviteSmes } from './invite-smes';
import { MatchBoard } from './match-board.service';
import { RemindInvited } from './remind-invited';

/** The board of a challenge: whom the taskforce suggests, vetoes and invites. */
@ApiTags('matching')
@Controller('taskforce/challenges/:id')
@Allow('taskforce')
export class MatchBoardController {
  constructor(
    private readonly board: MatchBoard,
    private readonly inviteSmes: InviteSmes,
  ) {}

  @Get('suggestions')
  @ApiOkResponse({ type: MatchBoardDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchBoardDto> {
    return this.board.readBoard(actor, id, locale);
  }

  @Post('suggestions')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MatchBoardDto })
  judge(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: JudgeCandidateDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchBoardDto> {
    return this.board.judge(actor, id, input, locale);
  }

  @Get('addable')
  @ApiOkResponse({ type: FoundSmesDto })
  find(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Query() query: FindSmesQueryDto,
  ): Promise<FoundSmesDto> {
    return this.board.find(actor, id, query.q ?? '');
  }

  @Post('invitations/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationPreviewsDto })
  preview(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: InviteSmesDto,
  ): Promise<InvitationPreviewsDto> {
    return this.inviteSmes.preview(actor, id, input);
  }

  @Post('invitations')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: InvitedDto })
  invite(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: InviteSmesDto,
    @CurrentLocale() locale: Locale,
  ): Promise<InvitedDto> {
    return this.inviteSmes.run(actor, id, input, locale);
  }
}

/** Steps with one SME on a board. */
@ApiTags('matching')
@Controller('taskforce/suggestions/:id')
@Allow('taskforce')
export class SuggestionStepsController {
  constructor(
    private readonly introduce: Introduce,
    private readonly remindInvited: RemindInvited,
  ) {}

  @Post('steps')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchBoardDto })
  step(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: BoardStepDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchBoardDto> {
    return this.introduce.step(actor, id, input, locale);
  }

  @Post('outcome')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchBoardDto })
  conclude(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ConcludeDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchBoardDto> {
    return this.introduce.conclude(actor, id, input, locale);
  }

  @Post('reminder')
  @HttpCode(200)
  @ApiOkResponse({ type: MatchBoardDto })
  remind(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchBoardDto> {
    return this.remindInvited.run(actor, id, locale);
  }
}
