import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { DecisionDto } from '../dto/answers.dto';
import { DecisionRecordsDto } from '../dto/decision-record.dto';
import { DecideOutcomeDto, OutcomeDto } from '../dto/ranking.dto';
import { CloseChallenge } from './close-challenge';
import { DecideOutcome } from './decide-outcome';
import { DecisionRecords } from './decision-records';
import { ReleaseAnswers } from './release-answers';

/** Outcomes and the decision, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce')
@Allow('taskforce')
export class DecisionsController {
  constructor(
    private readonly outcomes: DecideOutcome,
    private readonly releaseAnswers: ReleaseAnswers,
    private readonly closeChallenge: CloseChallenge,
    private readonly records: DecisionRecords,
  ) {}

  @Put('proposals/:id/outcome')
  @ApiOkResponse({ type: OutcomeDto })
  decideOutcome(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: DecideOutcomeDto,
  ): Promise<OutcomeDto> {
    return this.outcomes.run(actor, id, input);
  }

  /** What the decision was made on, calculated again. */
  @Get('challenges/:id/decision')
  @ApiOkResponse({ type: DecisionRecordsDto })
  readRecord(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<DecisionRecordsDto> {
    return this.records.read(actor, id);
  }

  @Post('challenges/:id/decision')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDto })
  release(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<DecisionDto> {
    return this.releaseAnswers.run(actor, id, locale);
  }

  @Post('challenges/:id/closing')
  @HttpCode(204)
  @ApiNoContentResponse()
  close(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.closeChallenge.run(actor, id);
  }
}
