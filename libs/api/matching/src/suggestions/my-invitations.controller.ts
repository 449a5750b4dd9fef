import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { AnswerInvitationDto, MyInvitationDto, MyInvitationsDto, OnTheWayListDto } from '../dto/invitation.dto';
import { MyInvitations } from './my-invitations.service';
import { OnTheWay } from './on-the-way.service';

/** What the taskforce asks of an SME. */
@ApiTags('matching')
@Controller('my/invitations')
@Allow('sme', 'knowledge')
export class MyInvitationsController {
  constructor(private readonly invitations: MyInvitations) {}

  @Get()
  @ApiOkResponse({ type: MyInvitationsDto })
  list(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<MyInvitationsDto> {
    return this.invitations.list(actor, locale);
  }

  @Get(':id')
  @ApiOkResponse({ type: MyInvitationDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<MyInvitationDto> {
    return this.invitations.read(actor, id, locale);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ApiOkResponse({ type: MyInvitationDto })
  answer(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AnswerInvitationDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MyInvitationDto> {
    return this.invitations.answer(actor, id, input, locale);
  }
}

/** Who is on the way to the owner of a challenge. */
@ApiTags('matching')
@Controller('my/challenges/:id/suggestions')
@Allow('company', 'knowledge')
export class OnTheWayController {
  constructor(private readonly onTheWay: OnTheWay) {}

  @Get()
  @ApiOkResponse({ type: OnTheWayListDto })
  list(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<OnTheWayListDto> {
    return this.onTheWay.list(actor, id);
  }
}
