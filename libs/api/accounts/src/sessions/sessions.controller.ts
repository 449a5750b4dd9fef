import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Public, type AccessRequest, type Actor } from '@htsm/api/core';
import { WrongCredentials } from '../accounts.errors';
import { SessionDto, SignInDto } from '../dto/session.dto';
import type { VerifiedPerson } from './check-credentials';
import { DescribeSession } from './describe-session';
import { LocalAuthGuard } from './local-auth.guard';
import { clearSessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';
import { StartSession } from './start-session';

/** A request that Passport may have looked at; without a person it refused nothing, so the handler does. */
type VerifiedRequest = AccessRequest & { user?: VerifiedPerson };

/** Signing in and out. */
@Controller('session')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly startSession: StartSession,
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
    await this.startSession.run(request.user.userId, request, reply);
    return this.describe.ofPerson(request.user.userId);
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
