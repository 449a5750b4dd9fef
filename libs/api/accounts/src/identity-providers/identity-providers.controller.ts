import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { AddIdentityProviderDto, IdentityProvidersDto } from '../dto/identity-provider.dto';
import { IdentityProvidersService } from './identity-providers.service';

/** The sign-in pages of organisations. */
@Controller('administration/identity-providers')
@Allow('administration')
export class IdentityProvidersController {
  constructor(private readonly providers: IdentityProvidersService) {}

  @Get()
  @ApiOkResponse({ type: IdentityProvidersDto })
  list(@CurrentUser() user: UserActor): Promise<IdentityProvidersDto> {
    return this.providers.list(user);
  }

  /** Adds one after asking it for its description; needs a proof of a short while ago. */
  @Post()
  @HttpCode(204)
  @ApiNoContentResponse()
  add(@CurrentUser() user: UserActor, @Body() input: AddIdentityProviderDto): Promise<void> {
    return this.providers.add(user, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.providers.remove(user, id);
  }
}
