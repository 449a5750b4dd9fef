import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { MAIL_PAGE_POLICY } from '../mail/mail-page-policy';
import { MailDecisions } from './mail-decisions.service';
import {
  MailPageDto,
  MailReasonDto,
  OutboxOverviewDto,
  OutboxPageDto,
  OutboxQueryDto,
  ResentMailDto,
} from './outbox.dto';
import { Outbox } from './outbox.service';

/** Every mail, and what an administrator decides about it. */
@Controller('administration')
@Allow('administration')
export class OutboxController {
  constructor(
    private readonly outbox: Outbox,
    private readonly decisions: MailDecisions,
  ) {}

  @Get('mail-overview')
  @ApiOkResponse({ type: OutboxOverviewDto })
  overview(@CurrentUser() user: UserActor): Promise<OutboxOverviewDto> {
    return this.outbox.overview(user);
  }

  @Get('mails')
  @ApiOkResponse({ type: OutboxPageDto })
  list(@CurrentUser() user: UserActor, @Query() query: OutboxQueryDto): Promise<OutboxPageDto> {
    return this.outbox.list(user, query);
  }

  @Get('mails/:id')
  @ApiOkResponse({ type: MailPageDto })
  show(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<MailPageDto> {
    return this.outbox.show(user, id);
  }

  @Get('mails/:id/page')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', MAIL_PAGE_POLICY)
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'The HTML part, for a frame of ours that runs nothing.' })
  page(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<string> {
    return this.outbox.page(user, id);
  }

  @Post('mails/:id/hold')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It waits until it is released.' })
  hold(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.decisions.hold(user, id);
  }

  @Post('mails/:id/release')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It goes out.' })
  release(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.decisions.release(user, id);
  }

  @Post('mails/:id/resend')
  @HttpCode(200)
  @ApiOkResponse({
    type: ResentMailDto,
    description: 'The mail that goes out: a new one when the old one was sent or failed.',
  })
  resend(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<ResentMailDto> {
    return this.decisions.resend(user, id);
  }

  @Post('mails/:id/drop')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It never goes out.' })
  drop(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.decisions.drop(user, id);
  }

  @Put('mail-kinds/:kind/hold')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'No mail of this kind goes out, also none that is written from now on.' })
  holdKind(@CurrentUser() user: UserActor, @Param('kind') kind: string, @Body() why: MailReasonDto): Promise<void> {
    return this.decisions.holdKind(user, kind, why);
  }

  @Delete('mail-kinds/:kind/hold')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'What waited goes out.' })
  releaseKind(@CurrentUser() user: UserActor, @Param('kind') kind: string): Promise<void> {
    return this.decisions.releaseKind(user, kind);
  }
}
