import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { StabilityDto } from '../dto/field-judgement.dto';
import { RankingDto } from '../dto/ranking.dto';
import { Ranking } from './ranking.service';

/** The ranking of a challenge, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce/challenges/:id')
@Allow('taskforce')
export class RankingController {
  constructor(private readonly ranking: Ranking) {}

  @Get('ranking')
  @ApiOkResponse({ type: RankingDto })
  readRanking(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<RankingDto> {
    return this.ranking.readRanking(actor, id, locale);
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
    return this.ranking.rankingFile(actor, id, locale);
  }

  /** Every score with its reason, as CSV. */
  @Get('scores/file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment')
  @ApiOkResponse({ type: String })
  scoresFile(@CurrentUser() actor: UserActor, @IdParam() id: string, @CurrentLocale() locale: Locale): Promise<string> {
    return this.ranking.scoresFile(actor, id, locale);
  }
}
