import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@htsm/domain';
import {
  Allow,
  CurrentActor,
  CurrentLocale,
  CurrentUser,
  IdParam,
  Idempotent,
  Public,
  type AccessRequest,
  type Actor,
  type UserActor,
} from '@htsm/api/core';
import {
  AcceptInvitationDto,
  InvitationDto,
  InvitationOfferDto,
  InvitationsDto,
  InvitationsQueryDto,
  InviteDto,
} from '../dto/invitation.dto';
import { LinkTokenDto } from '../dto/registration.dto';
import { SessionDto } from '../dto/session.dto';
import { DescribeSession } from '../sessions/describe-session';
import { StartSession } from '../sessions/start-session';
import { AcceptInvitation } from './accept-invitation';
import { InvitationsService } from './invitations.service';

/** Asking colleagues into an organisation, and joining. */
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly sessions: StartSession,
    private readonly describe: DescribeSession,
  ) {}

  /** Waiting invitations of an organisation, for its owners. */
  @Get()
  @Allow('signed_in')
  @ApiOkResponse({ type: InvitationsDto })
  async list(@CurrentUser() user: UserActor, @Query() query: InvitationsQueryDto): Promise<InvitationsDto> {
    return { items: await this.invitations.list(user, query.organisationId) };
  }

  /** Mails an invitation; the same for known and unknown addresses. */
  @Post()
  @Idempotent()
  @Allow('signed_in')
  @ApiCreatedResponse({ type: InvitationDto })
  invite(
    @CurrentUser() user: UserActor,
    @Body() input: InviteDto,
    @Ip() networkAddress: string,
    @CurrentLocale() locale: Locale,
  ): Promise<InvitationDto> {
    return this.invitations.invite(user, { networkAddress, locale }, input);
  }

  @Delete(':id')
  @Allow('signed_in')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.invitations.revoke(user, id);
  }

  /** Shows the bearer of a mailed link what it is about; changes nothing (a POST, so that the link stays out of logs). */
  @Post('offer')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationOfferDto })
  offer(@Body() input: LinkTokenDto): Promise<InvitationOfferDto> {
    return this.acceptInvitation.offer(input.token);
  }

  /** Joins; a newcomer is signed in. */
  @Post('accept')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async accept(
    @CurrentActor() actor: Actor,
    @Body() input: AcceptInvitationDto,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { userId, isNewcomer } = await this.acceptInvitation.run(actor, request.locale ?? 'nl', input);
    return isNewcomer
      ? this.sessions.run({ userId, by: 'invitation' }, request, reply)
      : this.describe.ofPerson(userId);
  }
}
