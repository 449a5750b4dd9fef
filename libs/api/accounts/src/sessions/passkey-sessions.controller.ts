import { Body, Controller, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BeforeSecondFactor, Public, type AccessRequest } from '@htsm/api/core';
import { PasskeyAnswerDto, PasskeyQuestionDto } from '../dto/second-factor.dto';
import { SessionDto } from '../dto/session.dto';
import { CompleteSignIn } from './complete-sign-in';
import { PasskeySignIn } from './passkey-sign-in';

/** Signing in with a passkey: as the second step, or alone. */
@Controller('session')
@Public()
@BeforeSecondFactor()
export class PasskeySessionsController {
  constructor(
    private readonly passkeySignIn: PasskeySignIn,
    private readonly completeSignIn: CompleteSignIn,
  ) {}

  @Post('passkey/question')
  @HttpCode(200)
  @ApiOkResponse({ type: PasskeyQuestionDto })
  ask(@Ip() networkAddress: string): Promise<PasskeyQuestionDto> {
    return this.passkeySignIn.ask(networkAddress);
  }

  @Post('passkey')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  signIn(
    @Body() input: PasskeyAnswerDto,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.passkeySignIn.run(input.answer, request, reply);
  }

  /** Asks for a passkey of whoever has just given the right password. */
  @Post('second-factor/passkey/question')
  @HttpCode(200)
  @ApiOkResponse({ type: PasskeyQuestionDto })
  askAsFactor(@Req() request: AccessRequest): Promise<PasskeyQuestionDto> {
    return this.completeSignIn.askPasskey(request);
  }

  /** Finishes signing in with a passkey. */
  @Post('second-factor/passkey')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  giveAsFactor(
    @Body() input: PasskeyAnswerDto,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.completeSignIn.run({ passkey: input.answer }, request, reply);
  }
}
