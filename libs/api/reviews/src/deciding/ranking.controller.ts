import { Body, Controller, Get, Header, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { ChooseAnchorDto } from '../dto/anchor.dto';
import { StabilityDto } from '../dto/field-judgement.dto';
import { RankingDto } from '../dto/ranking.dto';
import { ChooseAnchor } from './choose-anchor';
import { RankingFiles } from './ranking-files';
import { Ranking } from './ranking.service';

/** The ranking of a challenge, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce/challenges/:id')
@Allow('taskforce')
export class RankingController {
  constructor(
    private readonly ranking: Ranking,
    private readonly files: RankingFiles,
    private readonly chooser: ChooseAnchor,
  ) {}

  @Get('ranking')
  @ApiOkResponse({ type: RankingDto })
  readRanking(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<RankingDto> {
    return this.ranking.readRanking(actor, id, locale);
  }

  /** The proposal that every reviewer judges first, or none. */
  @Put('anchor')
  @HttpCode(204)
  @ApiNoContentResponse()
  chooseAnchor(@CurrentUser() actor: UserActor, @IdParam() id: string, @Body() input: ChooseAnchorDto): Promise<void> {
    return this.chooser.run(actor, id, input);
  }

  /** Whether first place would change by other weights, without a reviewer, or in another reading. */
  @Get('stability')
  @ApiOkResponse({ type: StabilityDto })
  readStability(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<StabilityDto> {
    return this.ranking.readStability(actor, id);
  }

  /** The ranking as CSV, with the mean of every criterion. */
  @Get('ranking/file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment')
  @ApiOkResponse({ type: String })
  rankingFile(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<string> {
    return this.files.ranked(actor, id, locale);
  }

  /** Ranking, scores and tasks, each on a sheet. */
  @Get('ranking/workbook')
  @Header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-disposition', 'attachment')
  @ApiOkResponse({ description: 'A workbook, to be saved', content: { 'application/octet-stream': {} } })
  workbook(@CurrentUser() actor: UserActor, @IdParam() id: string, @CurrentLocale() locale: Locale): Promise<Buffer> {
    return this.files.workbook(actor, id, locale);
  }

  /** Every score with its reason, as CSV. */
  @Get('scores/file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment')
  @ApiOkResponse({ type: String })
  scoresFile(@CurrentUser() actor: UserActor, @IdParam() id: string, @CurrentLocale() locale: Locale): Promise<string> {
    return this.files.scores(actor, id, locale);
  }
}
