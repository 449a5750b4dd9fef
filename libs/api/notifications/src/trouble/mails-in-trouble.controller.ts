import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { MailsInTroublePageDto, MailsInTroubleQueryDto } from './mails-in-trouble.dto';
import { MailsInTroubleService } from './mails-in-trouble.service';

/** Mails that may not have arrived, and what an administrator decides about them. */
@Controller('administration/mails')
@Allow('administration')
export class MailsInTroubleController {
  constructor(private readonly mails: MailsInTroubleService) {}

  @Get()
  @ApiOkResponse({ type: MailsInTroublePageDto })
  list(@CurrentUser() user: UserActor, @Query() query: MailsInTroubleQueryDto): Promise<MailsInTroublePageDto> {
    return this.mails.list(user, query);
  }

  @Post(':id/resend')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It goes out again under its own Message-ID; a stop on its address is lifted.' })
  resend(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.mails.resend(user, id);
  }

  @Post(':id/drop')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It never goes out.' })
  drop(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.mails.drop(user, id);
  }
}
