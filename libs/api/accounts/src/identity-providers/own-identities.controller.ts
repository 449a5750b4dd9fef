import { Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { OwnIdentitiesDto, ProviderAddressDto } from '../dto/identity-provider.dto';
import { OwnIdentities } from './own-identities';
import { ProviderVisit } from './provider-visit';

/** The accounts at organisations that a person signs in with. */
@Controller('account/identities')
@Allow('signed_in')
export class OwnIdentitiesController {
  constructor(
    private readonly identities: OwnIdentities,
    private readonly visit: ProviderVisit,
  ) {}

  @Get()
  @ApiOkResponse({ type: OwnIdentitiesDto })
  list(@CurrentUser() user: UserActor): Promise<OwnIdentitiesDto> {
    return this.identities.list(user);
  }

  /** Begins linking; needs a proof of a short while ago. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: ProviderAddressDto })
  link(@CurrentUser() user: UserActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<ProviderAddressDto> {
    return this.visit.beginLink(user, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.identities.remove(user, id);
  }
}
