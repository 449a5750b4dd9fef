import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BeforeSecondFactor, CurrentActor, Public, type AccessRequest, type Actor } from '@htsm/api/core';
import { WrongCredentials } from '../accounts.errors';
import { SecondFactorCodeDto, SignInStepDto } from '../dto/second-factor.dto';
import { SessionDto, SignInDto } from '../dto/session.dto';
import type { VerifiedPerson } from './check-credentials';
import { CompleteSignIn } from './complete-sign-in';
import { DescribeSession } from './describe-session';
import { LocalAuthGuard } from './local-auth.guard';
import { clearSessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';
import { StartSession } from './start-session';

/** A request that Passport may have looked at; without a person it refused nothing, so the handler does. */
type VerifiedRequest = AccessRequest & { user?: VerifiedPerson };

/** Signing in and out. */
@Controller('session')
@BeforeSecondFactor()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly startSession: StartSession,
    private readonly completeSignIn: CompleteSignIn,
    private readonly describe: DescribeSession,
  ) {}

  /** Who is asking, or nobody. */
  @Get()
  @Public()
  @ApiOkResponse({ type: SessionDto })
  read(@CurrentActor() actor: Actor): Promise<SessionDto> {
    return this.describe.run(actor);
  }

  /** Signs in; wrong_credentials says nothing about whether the address is known. */
  @Post()
  @Public()
  @UseGuards(LocalAuthGuard)
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async signIn(
    @Body() _credentials: SignInDto,
    @Req() request: VerifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    if (request.user === undefined) throw new WrongCredentials();
    return this.startSession.run({ userId: request.user.userId, by: 'password' }, request, reply);
  }

  /** What an unfinished sign-in of this browser waits for. */
  @Get('second-factor')
  @Public()
  @ApiOkResponse({ type: SignInStepDto })
  readStep(@Req() request: AccessRequest): Promise<SignInStepDto> {
    return this.completeSignIn.read(request);
  }

  /** Finishes signing in with a code. */
  @Post('second-factor')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  giveCode(
    @Body() input: SecondFactorCodeDto,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.completeSignIn.run({ code: input.code }, request, reply);
  }

  /** Signs out; also fine without a session. */
  @Delete()
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endCurrent(actor);
    clearSessionCookie(reply);
  }
}
