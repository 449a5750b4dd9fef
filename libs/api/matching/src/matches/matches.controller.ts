import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  AddMatchNoteDto,
  ChangeMatchDto,
  MatchPageDto,
  MatchableProposalsDto,
  MatchesDto,
  MatchesQueryDto,
  RecordMatchDto,
} from '../dto/match.dto';
import { Matches } from './matches.service';
import { RecordMatch } from './record-match';

/** All matches, for the taskforce. */
@ApiTags('matching')
@Controller('taskforce/matches')
@Allow('taskforce')
export class TaskforceMatchesController {
  constructor(
    private readonly matches: Matches,
    private readonly recordMatch: RecordMatch,
  ) {}

  @Get()
  @ApiOkResponse({ type: MatchesDto })
  list(
    @CurrentUser() actor: UserActor,
    @Query() query: MatchesQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchesDto> {
    return this.matches.listAll(actor, query, locale);
  }

  @Get('candidates')
  @ApiOkResponse({ type: MatchableProposalsDto })
  candidates(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<MatchableProposalsDto> {
    return this.matches.listMatchable(actor, locale);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: MatchPageDto })
  record(
    @CurrentUser() actor: UserActor,
    @Body() input: RecordMatchDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchPageDto> {
    return this.recordMatch.run(actor, input, locale);
  }

  @Get(':id')
  @ApiOkResponse({ type: MatchPageDto })
  read(@CurrentUser() actor: UserActor, @IdParam() id: string, @CurrentLocale() locale: Locale): Promise<MatchPageDto> {
    return this.matches.readMatch(actor, id, locale);
  }

  @Patch(':id')
  @ApiOkResponse({ type: MatchPageDto })
  change(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ChangeMatchDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchPageDto> {
    return this.matches.changeMatch(actor, id, input, locale);
  }

  @Post(':id/notes')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MatchPageDto })
  addNote(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AddMatchNoteDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchPageDto> {
    return this.matches.addNote(actor, id, input, locale);
  }
}
