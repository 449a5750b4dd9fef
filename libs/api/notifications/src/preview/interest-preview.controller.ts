import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { CurrentActor, CurrentLocale, LimitVisitor, Public, type Actor, type VisitorLimit } from '@htsm/api/core';
import { InterestChoicesDto } from '../subscriptions/interest.dto';
import { InterestPreview } from './interest-preview.service';
import { PreviewDto } from './preview.dto';

/** Each reads up to five hundred challenges; somebody who tries out words presses often. */
const PREVIEW_LIMIT: VisitorLimit = { purpose: 'interest-preview', hits: 300, windowS: 900 };

/** What an interest would have brought, before it is kept. */
@Public()
@Controller('subscriptions/preview')
export class InterestPreviewController {
  constructor(private readonly preview: InterestPreview) {}

  /** Changes nothing; a POST, since what somebody looks for does not belong in an address. */
  @Post()
  @HttpCode(200)
  @LimitVisitor(PREVIEW_LIMIT)
  @ApiOkResponse({ type: PreviewDto })
  show(
    @CurrentActor() actor: Actor,
    @Body() choices: InterestChoicesDto,
    @CurrentLocale() locale: Locale,
  ): Promise<PreviewDto> {
    return this.preview.show(actor, choices, locale);
  }
}
