import { Body, Controller, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Idempotent, Public } from '@htsm/api/core';
import { ManageSubscriptionDto, SubscribeDto, SubscriptionDto, SubscriptionTokenDto } from './subscription.dto';
import { SubscriptionsService } from './subscriptions.service';

/** Digest subscriptions of an e-mail address alone. */
@Public()
@Controller('subscriptions')
export class SubscriptionsController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Post()
  @Idempotent()
  @HttpCode(202)
  @ApiAcceptedResponse({ description: 'The same answer for every address; what follows comes by mail.' })
  subscribe(@Ip() visitor: string, @Body() input: SubscribeDto): Promise<void> {
    return this.subscriptions.subscribe(visitor, input);
  }

  @Post('confirmation')
  @HttpCode(200)
  @ApiOkResponse({ type: SubscriptionDto })
  confirm(@Body() input: SubscriptionTokenDto): Promise<SubscriptionDto> {
    return this.subscriptions.confirm(input.token);
  }

  /** Shows the bearer of a mailed link what it is about; changes nothing (a POST, so that the link stays out of logs). */
  @Post('managed')
  @HttpCode(200)
  @ApiOkResponse({ type: SubscriptionDto })
  read(@Body() link: SubscriptionTokenDto): Promise<SubscriptionDto> {
    return this.subscriptions.read(link.token);
  }

  @Put('managed')
  @ApiOkResponse({ type: SubscriptionDto })
  change(@Body() input: ManageSubscriptionDto): Promise<SubscriptionDto> {
    return this.subscriptions.change(input);
  }

  @Post('managed/end')
  @HttpCode(200)
  @ApiOkResponse({ type: SubscriptionDto })
  end(@Body() link: SubscriptionTokenDto): Promise<SubscriptionDto> {
    return this.subscriptions.unsubscribe(link.token);
  }
}
