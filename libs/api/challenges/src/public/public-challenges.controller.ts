import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { CurrentActor, CurrentLocale, Public, type Actor } from '@htsm/api/core';
import { PublicChallengeDto, PublicChallengesDto, PublicChallengesQueryDto } from '../dto/public-challenge.dto';
import { PublicChallenges } from './public-challenges.service';

/** The public list and pages; no session needed. */
@ApiTags('challenges')
@Controller('challenges')
export class PublicChallengesController {
  constructor(private readonly challenges: PublicChallenges) {}

  /** Search, filters and sort of the public list. */
  @Get()
  @Public()
  @ApiOkResponse({ type: PublicChallengesDto })
  list(@Query() query: PublicChallengesQueryDto, @CurrentLocale() locale: Locale): Promise<PublicChallengesDto> {
    return this.challenges.findChallenges(query, locale);
  }

  /** The page of one challenge. */
  @Get(':slug')
  @Public()
  @ApiOkResponse({ type: PublicChallengeDto })
  read(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @CurrentLocale() locale: Locale,
  ): Promise<PublicChallengeDto> {
    return this.challenges.readChallenge(actor, slug, locale);
  }
}
