import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentLocale, CurrentUser, type UserActor } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import { NoticeChoices } from './notice-choices.service';
import {
  ChooseNoticesDto,
  MuteNoticeDto,
  NoticeChoicesDto,
  NoticesDto,
  NoticesQueryDto,
  ReadNoticesDto,
  UnreadNoticesDto,
} from './notice.dto';
import { Notices } from './notices.service';

/** What reached the reader, and how its mails come. */
@ApiTags('notices')
@Allow('signed_in')
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly choices: NoticeChoices,
  ) {}

  @Get()
  @ApiOkResponse({ type: NoticesDto })
  list(
    @CurrentUser() actor: UserActor,
    @Query() query: NoticesQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<NoticesDto> {
    return this.notices.list(actor, query, locale);
  }

  @Get('unread')
  @ApiOkResponse({ type: UnreadNoticesDto })
  unread(@CurrentUser() actor: UserActor): Promise<UnreadNoticesDto> {
    return this.notices.unread(actor);
  }

  /** Marks as read; ids that are not the reader's change nothing. */
  @Put('read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@CurrentUser() actor: UserActor, @Body() input: ReadNoticesDto): Promise<void> {
    return this.notices.read(actor, input.ids);
  }

  /** Mutes the thing that a notice is about, or ends that. */
  @Put('mute')
  @HttpCode(204)
  @ApiNoContentResponse()
  mute(@CurrentUser() actor: UserActor, @Body() input: MuteNoticeDto): Promise<void> {
    return this.notices.mute(actor, input);
  }

  @Get('choices')
  @ApiOkResponse({ type: NoticeChoicesDto })
  readChoices(@CurrentUser() actor: UserActor): Promise<NoticeChoicesDto> {
    return this.choices.read(actor);
  }

  @Put('choices')
  @ApiOkResponse({ type: NoticeChoicesDto })
  choose(@CurrentUser() actor: UserActor, @Body() input: ChooseNoticesDto): Promise<NoticeChoicesDto> {
    return this.choices.choose(actor, input);
  }
}
