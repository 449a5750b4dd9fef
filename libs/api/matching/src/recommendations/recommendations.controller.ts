import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { RecommendationsDto } from '../dto/recommendation.dto';
import { Recommendations } from './recommendations.service';

/** What fits: challenges for an SME, SMEs for the owner of a challenge. */
@ApiTags('matching')
@Controller('my')
export class MyRecommendationsController {
  constructor(private readonly recommendations: Recommendations) {}

  @Get('recommendations')
  @Allow('sme', 'knowledge')
  @ApiOkResponse({ type: RecommendationsDto })
  own(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<RecommendationsDto> {
    return this.recommendations.listOwn(actor, locale);
  }

  @Get('challenges/:id/recommendations')
  @Allow('company', 'knowledge')
  @ApiOkResponse({ type: RecommendationsDto })
  forOwner(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<RecommendationsDto> {
    return this.recommendations.listForOwner(actor, id, locale);
  }
}

/** Who fits a challenge, for the taskforce. */
@ApiTags('matching')
@Controller('taskforce/challenges/:id/recommendations')
@Allow('taskforce')
export class TaskforceRecommendationsController {
  constructor(private readonly recommendations: Recommendations) {}

  @Get()
  @ApiOkResponse({ type: RecommendationsDto })
  list(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<RecommendationsDto> {
    return this.recommendations.listForTaskforce(actor, id, locale);
  }
}
