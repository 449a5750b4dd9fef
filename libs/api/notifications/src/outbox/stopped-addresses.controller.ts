import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentUser, Idempotent, IdParam, type UserActor } from '@htsm/api/core';
import { MailReasonDto } from './outbox.dto';
import {
  StopAddressDto,
  StoppedAddressDto,
  StoppedAddressesPageDto,
  StoppedAddressesQueryDto,
} from './stopped-addresses.dto';
import { StoppedAddresses } from './stopped-addresses.service';

/** Addresses that nothing goes to any more. */
@Controller('administration/stopped-addresses')
@Allow('administration')
export class StoppedAddressesController {
  constructor(private readonly addresses: StoppedAddresses) {}

  @Get()
  @ApiOkResponse({ type: StoppedAddressesPageDto })
  list(@CurrentUser() user: UserActor, @Query() query: StoppedAddressesQueryDto): Promise<StoppedAddressesPageDto> {
    return this.addresses.list(user, query);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: StoppedAddressDto })
  stop(@CurrentUser() user: UserActor, @Body() input: StopAddressDto): Promise<StoppedAddressDto> {
    return this.addresses.stop(user, input);
  }

  @Post(':id/allow')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Mail goes to the address again.' })
  allow(@CurrentUser() user: UserActor, @IdParam() id: string, @Body() why: MailReasonDto): Promise<void> {
    return this.addresses.allow(user, id, why);
  }
}
