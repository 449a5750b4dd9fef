import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import { AnswerQuestionDto, AskAboutAnswerDto, ReplyAboutAnswerDto } from '../dto/answer-questions.dto';
import { AnswerQuestions } from './answer-questions.service';

/** The one question about an answer. */
@ApiTags('reviews')
@Controller()
export class AnswerQuestionsController {
  constructor(private readonly questions: AnswerQuestions) {}

  @Post('my/proposals/:id/answer/question')
  @Allow('signed_in')
  @Idempotent()
  @ApiCreatedResponse({ type: AnswerQuestionDto })
  ask(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AskAboutAnswerDto,
  ): Promise<AnswerQuestionDto> {
    return this.questions.ask(actor, id, input);
  }

  @Post('taskforce/proposals/:id/answer/question/reply')
  @Allow('taskforce')
  @HttpCode(200)
  @ApiOkResponse({ type: AnswerQuestionDto })
  reply(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ReplyAboutAnswerDto,
  ): Promise<AnswerQuestionDto> {
    return this.questions.reply(actor, id, input);
  }
}
