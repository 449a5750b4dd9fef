import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { AnswerPreviewDto, AnswersDto, SaveAnswerDto, SavedAnswerDto } from '../dto/answers.dto';
import { Answers } from './answers.service';
import { DraftLetters } from './draft-letters';
import { PreviewAnswer } from './preview-answer';

/** The reasoned answers before their release, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce')
@Allow('taskforce')
export class AnswersController {
  constructor(
    private readonly answers: Answers,
    private readonly draftLetters: DraftLetters,
    private readonly previewAnswer: PreviewAnswer,
  ) {}

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
    return this.draftLetters.run(actor, id, locale);
  }

  /** The answer as its proposer would read it now, in their language. */
  @Get('proposals/:id/answer/preview')
  @ApiOkResponse({ type: AnswerPreviewDto })
  preview(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<AnswerPreviewDto> {
    return this.previewAnswer.run(actor, id);
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
}
