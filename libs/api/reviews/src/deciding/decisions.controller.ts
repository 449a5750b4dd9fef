import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { AnswersDto, DecisionDto, SaveAnswerDto, SavedAnswerDto } from '../dto/answers.dto';
import { DecideOutcomeDto, OutcomeDto } from '../dto/ranking.dto';
import { Answers } from './answers.service';
import { CloseChallenge } from './close-challenge';
import { DecideOutcome } from './decide-outcome';
import { ReleaseAnswers } from './release-answers';

/** Outcomes, answers and the decision, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce')
@Allow('taskforce')
export class DecisionsController {
  constructor(
    private readonly outcomes: DecideOutcome,
    private readonly answers: Answers,
    private readonly releaseAnswers: ReleaseAnswers,
    private readonly closeChallenge: CloseChallenge,
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

  @Get('challenges/:id/answers')
  @ApiOkResponse({ type: AnswersDto })
  readAnswers(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<AnswersDto> {
    return this.answers.readAnswers(actor, id, locale);
  }

  @Post('challenges/:id/answers/drafts')
  @HttpCode(200)
  @ApiOkResponse({ type: AnswersDto })
  draft(@CurrentUser() actor: UserActor, @IdParam() id: string, @CurrentLocale() locale: Locale): Promise<AnswersDto> {
    return this.answers.draftReasons(actor, id, locale);
  }

  @Patch('proposals/:id/answer')
  @ApiOkResponse({ type: SavedAnswerDto })
  saveAnswer(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: SaveAnswerDto,
  ): Promise<SavedAnswerDto> {
    return this.answers.saveAnswer(actor, id, input);
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
