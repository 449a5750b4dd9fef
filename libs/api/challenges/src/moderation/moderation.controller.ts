import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { ChallengeDossierDto, ChallengeRowsDto } from '../dto/dossier.dto';
import { ApproveChallengeDto, ChallengeRowsQueryDto, ReasonDto } from '../dto/steps.dto';
import { Moderation } from './moderation.service';

/** Challenges as the taskforce moderates them. */
@ApiTags('moderation')
@Controller('moderation/challenges')
@Allow('taskforce')
export class ModerationController {
  constructor(private readonly moderation: Moderation) {}

  @Get()
  @ApiOkResponse({ type: ChallengeRowsDto })
  list(
    @CurrentUser() actor: UserActor,
    @Query() query: ChallengeRowsQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeRowsDto> {
    return this.moderation.list(actor, query, locale);
  }

  @Get(':id')
  @ApiOkResponse({ type: ChallengeDossierDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.moderation.read(actor, id, locale);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ApiOkResponse({ type: ChallengeDossierDto })
  approve(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ApproveChallengeDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.moderation.approve(actor, id, input, locale);
  }

  @Post(':id/change-request')
  @HttpCode(200)
  @ApiOkResponse({ type: ChallengeDossierDto })
  requestChanges(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ReasonDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.moderation.requestChanges(actor, id, input, locale);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @ApiOkResponse({ type: ChallengeDossierDto })
  cancel(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ReasonDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.moderation.cancel(actor, id, input, locale);
  }
}
