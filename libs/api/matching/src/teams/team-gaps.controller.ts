import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { AskTeamGapDto, TeamGapDto } from '../dto/team-gap.dto';
import { TeamGaps } from './team-gaps.service';

/** What a draft team misses. The team is in the body: who teams up with whom does not belong in an address. */
@ApiTags('matching')
@Controller()
export class TeamGapsController {
  constructor(private readonly gaps: TeamGaps) {}

  @Post('challenges/:slug/team-gap')
  @Allow('sme', 'knowledge')
  @HttpCode(200)
  @ApiOkResponse({ type: TeamGapDto })
  ofOwnTeam(
    @CurrentUser() actor: UserActor,
    @Param('slug') slug: string,
    @Body() input: AskTeamGapDto,
    @CurrentLocale() locale: Locale,
  ): Promise<TeamGapDto> {
    return this.gaps.ofOwnTeam(actor, slug, input, locale);
  }

  @Post('taskforce/challenges/:id/team-gap')
  @Allow('taskforce')
  @HttpCode(200)
  @ApiOkResponse({ type: TeamGapDto })
  ofAnyTeam(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AskTeamGapDto,
    @CurrentLocale() locale: Locale,
  ): Promise<TeamGapDto> {
    return this.gaps.ofAnyTeam(actor, id, input, locale);
  }
}
