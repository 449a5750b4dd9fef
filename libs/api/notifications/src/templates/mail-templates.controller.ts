import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Allow, CurrentUser, type UserActor } from '@htsm/api/core';
import { MAIL_PAGE_POLICY } from '../mail/mail-page-policy';
import {
  MailTemplateDto,
  MailTemplateListDto,
  MailTemplatePageQueryDto,
  MailTextsDto,
  MailTrialDto,
  RestoreMailTemplateDto,
  SaveMailTemplateDto,
} from './mail-template.dto';
import { MailTemplates } from './mail-templates.service';
import { MailTrials } from './mail-trials.service';
import { MailViews } from './mail-views.service';

/** The texts of mails, per kind and language. */
@Controller('administration/mail-templates')
@Allow('administration')
export class MailTemplatesController {
  constructor(
    private readonly templates: MailTemplates,
    private readonly trials: MailTrials,
    private readonly views: MailViews,
  ) {}

  @Get()
  @ApiOkResponse({ type: MailTemplateListDto })
  list(@CurrentUser() user: UserActor): Promise<MailTemplateListDto> {
    return this.templates.list(user);
  }

  @Get(':kind/:locale')
  @ApiOkResponse({ type: MailTemplateDto })
  read(
    @CurrentUser() user: UserActor,
    @Param('kind') kind: string,
    @Param('locale') locale: string,
  ): Promise<MailTemplateDto> {
    return this.templates.read(user, kind, locale);
  }

  @Put(':kind/:locale')
  @ApiOkResponse({ type: MailTemplateDto })
  save(
    @CurrentUser() user: UserActor,
    @Param('kind') kind: string,
    @Param('locale') locale: string,
    @Body() input: SaveMailTemplateDto,
  ): Promise<MailTemplateDto> {
    return this.templates.save(user, kind, locale, input);
  }

  @Post(':kind/:locale/restore')
  @HttpCode(200)
  @ApiOkResponse({ type: MailTemplateDto })
  restore(
    @CurrentUser() user: UserActor,
    @Param('kind') kind: string,
    @Param('locale') locale: string,
    @Body() input: RestoreMailTemplateDto,
  ): Promise<MailTemplateDto> {
    return this.templates.restore(user, kind, locale, input);
  }

  @Post(':kind/:locale/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: MailTrialDto, description: 'With made-up values; nothing is saved.' })
  preview(@Param('kind') kind: string, @Param('locale') locale: string, @Body() input: MailTextsDto): MailTrialDto {
    return this.views.preview(kind, locale, input);
  }

  @Get(':kind/:locale/page')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', MAIL_PAGE_POLICY)
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'The HTML part with made-up values, for a frame of ours.' })
  page(
    @Param('kind') kind: string,
    @Param('locale') locale: string,
    @Query() { texts }: MailTemplatePageQueryDto,
  ): string {
    return this.views.page(kind, locale, texts);
  }

  @Post(':kind/:locale/trial')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It goes to the own address, with made-up values.' })
  send(
    @CurrentUser() user: UserActor,
    @Param('kind') kind: string,
    @Param('locale') locale: string,
    @Body() input: MailTextsDto,
  ): Promise<void> {
    return this.trials.send(user, kind, locale, input);
  }
}
