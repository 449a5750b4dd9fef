import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  AnswerPartnerCallDto,
  DecidePartnerAnswerDto,
  MyPartnerCallsDto,
  PartnerCallsDto,
  PlacePartnerCallDto,
  WithdrawPartnerCallDto,
} from '../dto/partner-call.dto';
import { CallPartners } from './call-partners';
import { ModerateCalls } from './moderate-calls';
import { PartnerCalls } from './partner-calls.service';

/** Calls for partners, for who solves challenges. */
@ApiTags('matching')
@Controller()
@Allow('sme', 'knowledge')
export class PartnerCallsController {
  constructor(
    private readonly lists: PartnerCalls,
    private readonly partners: CallPartners,
  ) {}

  @Get('my/partner-calls')
  @ApiOkResponse({ type: MyPartnerCallsDto })
  mine(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<MyPartnerCallsDto> {
    return this.lists.mine(actor, locale);
  }

  @Get('challenges/:slug/partner-calls')
  @ApiOkResponse({ type: PartnerCallsDto })
  about(
    @CurrentUser() actor: UserActor,
    @Param('slug') slug: string,
    @CurrentLocale() locale: Locale,
  ): Promise<PartnerCallsDto> {
    return this.lists.about(actor, slug, locale);
  }

  @Post('challenges/:slug/partner-calls')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MyPartnerCallsDto })
  place(
    @CurrentUser() actor: UserActor,
    @Param('slug') slug: string,
    @Body() input: PlacePartnerCallDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MyPartnerCallsDto> {
    return this.partners.place(actor, slug, input, locale);
  }

  @Post('my/partner-calls/:id/end')
  @HttpCode(200)
  @ApiOkResponse({ type: MyPartnerCallsDto })
  end(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<MyPartnerCallsDto> {
    return this.partners.end(actor, id, locale);
  }

  @Post('partner-calls/:id/answers')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MyPartnerCallsDto })
  answer(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AnswerPartnerCallDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MyPartnerCallsDto> {
    return this.partners.answer(actor, id, input.words, locale);
  }

  @Post('my/partner-answers/:answerId/decision')
  @HttpCode(200)
  @ApiOkResponse({ type: MyPartnerCallsDto })
  decide(
    @CurrentUser() actor: UserActor,
    @IdParam('answerId') answerId: string,
    @Body() { accepts }: DecidePartnerAnswerDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MyPartnerCallsDto> {
    return this.partners.decide(actor, answerId, accepts, locale);
  }
}

/** Calls for partners, for who moderates. */
@ApiTags('matching')
@Controller('taskforce')
@Allow('taskforce')
export class ModeratedCallsController {
  constructor(private readonly moderation: ModerateCalls) {}

  @Get('challenges/:id/partner-calls')
  @ApiOkResponse({ type: PartnerCallsDto })
  list(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<PartnerCallsDto> {
    return this.moderation.list(actor, id, locale);
  }

  @Post('partner-calls/:id/withdrawal')
  @HttpCode(200)
  @ApiOkResponse({ type: PartnerCallsDto })
  withdraw(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: WithdrawPartnerCallDto,
    @CurrentLocale() locale: Locale,
  ): Promise<PartnerCallsDto> {
    return this.moderation.withdraw(actor, id, input.reason, locale);
  }
}
