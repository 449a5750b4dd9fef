import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentUser, type UserActor } from '@htsm/api/core';
import { AccountSubscriptionService } from './account-subscription.service';
import { AccountSubscriptionChoicesDto, AccountSubscriptionDto } from './subscription.dto';

/** The digest subscription of the signed-in person. */
@Allow('signed_in')
@Controller('account/subscription')
export class AccountSubscriptionController {
  constructor(private readonly subscriptions: AccountSubscriptionService) {}

  @Get()
  @ApiOkResponse({ type: AccountSubscriptionDto })
  read(@CurrentUser() actor: UserActor): Promise<AccountSubscriptionDto> {
    return this.subscriptions.read(actor);
  }

  @Put()
  @ApiOkResponse({ type: AccountSubscriptionDto })
  choose(
    @CurrentUser() actor: UserActor,
    @Body() input: AccountSubscriptionChoicesDto,
  ): Promise<AccountSubscriptionDto> {
    return this.subscriptions.choose(actor, input);
  }

  @Delete()
  @ApiOkResponse({ type: AccountSubscriptionDto })
  end(@CurrentUser() actor: UserActor): Promise<AccountSubscriptionDto> {
    return this.subscriptions.end(actor);
  }
}
