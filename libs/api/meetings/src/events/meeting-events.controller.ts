import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  ChangeMeetingEventDto,
  ChangePartyDto,
  ChoosePartiesDto,
  EventCandidatesDto,
  EventCandidatesQueryDto,
  MeetingEventPageDto,
  MeetingEventPlanDto,
  MeetingEventsDto,
  WishDto,
} from '../dto/meeting-event.dto';
import { MeetingParties } from '../parties/meeting-parties.service';
import { MeetingEvents } from './meeting-events.service';

/** Matchmaking events and who comes to them, for the taskforce. */
@ApiTags('meetings')
@Controller('taskforce/meeting-events')
@Allow('taskforce')
export class MeetingEventsController {
  constructor(
    private readonly events: MeetingEvents,
    private readonly parties: MeetingParties,
  ) {}

  @Get()
  @ApiOkResponse({ type: MeetingEventsDto })
  list(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<MeetingEventsDto> {
    return this.events.list(actor, locale);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: MeetingEventPageDto })
  create(
    @CurrentUser() actor: UserActor,
    @Body() input: MeetingEventPlanDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.events.create(actor, input, locale);
  }

  @Get(':id')
  @ApiOkResponse({ type: MeetingEventPageDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.events.read(actor, id, locale);
  }

  @Patch(':id')
  @ApiOkResponse({ type: MeetingEventPageDto })
  change(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ChangeMeetingEventDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.events.change(actor, id, input, locale);
  }

  @Get(':id/candidates')
  @ApiOkResponse({ type: EventCandidatesDto })
  candidates(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Query() query: EventCandidatesQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<EventCandidatesDto> {
    return this.events.candidates(actor, id, query.q ?? '', locale);
  }

  @Put(':id/parties')
  @ApiOkResponse({ type: MeetingEventPageDto })
  choose(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ChoosePartiesDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.parties.choose(actor, id, input, locale);
  }

  // eslint-disable-next-line max-params -- each is a part of the request
  @Patch(':id/parties/:partyId')
  @ApiOkResponse({ type: MeetingEventPageDto })
  changeParty(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('partyId') partyId: string,
    @Body() input: ChangePartyDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.parties.change(actor, { id, partyId }, input, locale);
  }

  @Put(':id/wishes')
  @ApiOkResponse({ type: MeetingEventPageDto })
  wish(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: WishDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.parties.wish(actor, id, input, locale);
  }
}
