import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import {
  AskTimetableDto,
  CancelMeetingEventDto,
  MeetingEventPageDto,
  MeetingEventStepDto,
} from '../dto/meeting-event.dto';
import { PublishProgramme } from '../programme/publish-programme';
import { AskTimetable } from './ask-timetable';

/** The steps of an event: its timetable, telling everybody, calling it off. */
@ApiTags('meetings')
@Controller('taskforce/meeting-events/:id')
@Allow('taskforce')
export class TimetableController {
  constructor(
    private readonly askTimetable: AskTimetable,
    private readonly publishProgramme: PublishProgramme,
  ) {}

  @Post('timetable')
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingEventPageDto })
  ask(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AskTimetableDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.askTimetable.run(actor, id, input, locale);
  }

  @Post('publication')
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingEventPageDto })
  publish(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: MeetingEventStepDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.publishProgramme.run(actor, id, input, locale);
  }

  @Post('cancellation')
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingEventPageDto })
  cancel(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: CancelMeetingEventDto,
    @CurrentLocale() locale: Locale,
  ): Promise<MeetingEventPageDto> {
    return this.publishProgramme.cancel(actor, id, input, locale);
  }
}
