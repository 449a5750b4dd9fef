import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, attachmentHeader, type UserActor } from '@htsm/api/core';
import { MyMeetingsDto } from '../dto/my-meetings.dto';
import { MyMeetings } from './my-meetings.service';

/** The meetings of one's own organisations. */
@ApiTags('meetings')
@Controller('my/meetings')
@Allow('sme', 'company', 'knowledge')
export class MyMeetingsController {
  constructor(private readonly meetings: MyMeetings) {}

  @Get()
  @ApiOkResponse({ type: MyMeetingsDto })
  list(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<MyMeetingsDto> {
    return this.meetings.list(actor, locale);
  }

  /** The meetings as a file for a calendar. */
  @Get('calendar')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async calendar(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<StreamableFile> {
    const text = await this.meetings.asCalendar(actor, locale);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/calendar; charset=utf-8',
      disposition: attachmentHeader('meetings.ics'),
    });
  }
}
