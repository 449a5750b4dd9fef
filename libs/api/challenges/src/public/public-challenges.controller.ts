import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { CurrentActor, CurrentLocale, LimitVisitor, Public, type Actor, type VisitorLimit } from '@htsm/api/core';
import { PublicChallengeDto, PublicChallengesDto, PublicChallengesQueryDto } from '../dto/public-challenge.dto';
import { PublicChallenges } from './public-challenges.service';

/** Searching is the costly thing that needs no session; three a second are a large office behind one address. */
export const SEARCH_LIMIT: VisitorLimit = { purpose: 'search', hits: 2700, windowS: 900, onlyWith: 'q' };

/** The public list and pages; no session needed. */
@ApiTags('challenges')
@Controller('challenges')
export class PublicChallengesController {
  constructor(private readonly challenges: PublicChallenges) {}

  /** Search, filters and sort of the public list. */
  @Get()
  @Public()
  @LimitVisitor(SEARCH_LIMIT)
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
