import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@htsm/domain';
import { InvitedSession, LinkTokenDto, SessionDto } from '@htsm/api/accounts';
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
  ExpertOfferDto,
  InviteExpertDto,
  InvitedExpertDto,
  JoinPanelDto,
  WithdrawInvitationDto,
} from '../dto/experts.dto';
import { InviteExpert } from './invite-expert';
import { JoinPanel } from './join-panel';

/** Outside experts on the panel of a challenge, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce/challenges/:id/panel-invitations')
@Allow('taskforce')
export class ExpertsController {
  constructor(private readonly inviteExpert: InviteExpert) {}

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: InvitedExpertDto })
  invite(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: InviteExpertDto,
    @CurrentLocale() locale: Locale,
  ): Promise<InvitedExpertDto> {
    return this.inviteExpert.run(actor, id, input, locale);
  }

  @Post('withdrawal')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() { email }: WithdrawInvitationDto,
    @CurrentLocale() locale: Locale,
  ): Promise<void> {
    return this.inviteExpert.withdraw(actor, id, email, locale);
  }
}

/** An invitation to a panel, for whoever holds the mailed link. */
@ApiTags('reviews')
@Controller('panel-invitations')
export class PanelInvitationsController {
  constructor(
    private readonly joinPanel: JoinPanel,
    private readonly sessions: InvitedSession,
  ) {}

  /** Shows what it is about; changes nothing (a POST, so that the link stays out of logs). */
  @Post('offer')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: ExpertOfferDto })
  offer(@Body() input: LinkTokenDto, @CurrentLocale() locale: Locale): Promise<ExpertOfferDto> {
    return this.joinPanel.offer(input.token, locale);
  }

  /** Joins; a newcomer is signed in. */
  @Post('accept')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async accept(
    @CurrentActor() actor: Actor,
    @Body() input: JoinPanelDto,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const joined = await this.joinPanel.run(actor, request.locale ?? 'nl', input);
    return this.sessions.begin(joined, request, reply);
  }
}
