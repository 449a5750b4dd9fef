import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, type UserActor } from '@htsm/api/core';
import { MatchesDto, MatchesQueryDto } from '../dto/match.dto';
import { Matches } from './matches.service';

/** The matches of one's own organisations, on either side. */
@ApiTags('matching')
@Controller('my/matches')
@Allow('sme', 'company', 'knowledge')
export class MyMatchesController {
  constructor(private readonly matches: Matches) {}

  @Get()
  @ApiOkResponse({ type: MatchesDto })
  list(
    @CurrentUser() actor: UserActor,
    @Query() query: MatchesQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MatchesDto> {
    return this.matches.listOwn(actor, query, locale);
  }
}
