import { Controller, Get, HttpCode, Inject, Post, Query, Redirect } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import { CONFIG, Public, type Config } from '@htsm/api/core';
import { SubscriptionTokenDto } from './subscription.dto';
import { SubscriptionsService } from './subscriptions.service';

/**
 * Sign-off by the button of a mail program (RFC 8058): a POST without cookie, header or page of ours. The token in the
 * address is the whole permission (a mail program posts to an address, so it cannot stand elsewhere), so the form body (`List-Unsubscribe=One-Click`) is not looked at.
 */
@Public()
@Controller('one-click')
export class OneClickController {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('unsubscribe')
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOkResponse({ description: 'Nothing is sent any more; the same for a second time.' })
  async unsubscribe(@Query() link: SubscriptionTokenDto): Promise<void> {
    await this.subscriptions.unsubscribe(link.token);
  }

  /** People and mail scanners that follow the link come to a page with a button; nothing changes here. */
  @Get('unsubscribe')
  @Redirect()
  page(@Query() link: SubscriptionTokenDto): { url: string; statusCode: number } {
    return { url: `${this.config.publicUrl}/unsubscribe#${encodeURIComponent(link.token)}`, statusCode: 303 };
  }
}
