import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Idempotent, Public } from '@htsm/api/core';
import { ChangeSubscriptionDto, SubscribeDto, SubscriptionDto, SubscriptionTokenDto } from './subscription.dto';
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

  @Get('managed')
  @ApiOkResponse({ type: SubscriptionDto })
  read(@Query() link: SubscriptionTokenDto): Promise<SubscriptionDto> {
    return this.subscriptions.read(link.token);
  }

  @Put('managed')
  @ApiOkResponse({ type: SubscriptionDto })
  change(@Query() link: SubscriptionTokenDto, @Body() input: ChangeSubscriptionDto): Promise<SubscriptionDto> {
    return this.subscriptions.change(link.token, input);
  }

  @Delete('managed')
  @ApiOkResponse({ type: SubscriptionDto })
  end(@Query() link: SubscriptionTokenDto): Promise<SubscriptionDto> {
    return this.subscriptions.unsubscribe(link.token);
  }
}
