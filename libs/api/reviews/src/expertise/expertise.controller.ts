import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { ChangeExpertiseDto, ExpertiseDto, ReviewerFitsDto } from '../dto/expertise.dto';
import { Expertise } from './expertise.service';

/** What a member of the panel knows, by themselves. */
@ApiTags('reviews')
@Controller('my/expertise')
@Allow('review_panel')
export class MyExpertiseController {
  constructor(private readonly expertise: Expertise) {}

  @Get()
  @ApiOkResponse({ type: ExpertiseDto })
  read(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<ExpertiseDto> {
    return this.expertise.readOwn(actor, locale);
  }

  @Put()
  @ApiOkResponse({ type: ExpertiseDto })
  change(@CurrentUser() actor: UserActor, @Body() input: ChangeExpertiseDto): Promise<ExpertiseDto> {
    return this.expertise.changeOwn(actor, input);
  }
}

/** Whose knowledge fits which proposal, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce/challenges/:id/reviewer-fits')
@Allow('taskforce')
export class ReviewerFitsController {
  constructor(private readonly expertise: Expertise) {}

  @Get()
  @ApiOkResponse({ type: ReviewerFitsDto })
  list(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<ReviewerFitsDto> {
    return this.expertise.listFits(actor, id, locale);
  }
}
