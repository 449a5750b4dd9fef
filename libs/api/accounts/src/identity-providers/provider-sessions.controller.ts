import { Body, Controller, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BeforeSecondFactor, Public, type AccessRequest } from '@htsm/api/core';
import { ProviderAddressDto, ProviderSignInDto } from '../dto/identity-provider.dto';
import { AcceptedDto, LinkTokenDto } from '../dto/registration.dto';
import { LinkIdentity } from './link-identity';
import { ProviderVisit } from './provider-visit';

/** Signing in at one's own organisation. */
@Controller()
@Public()
@BeforeSecondFactor()
export class ProviderSessionsController {
  constructor(
    private readonly visit: ProviderVisit,
    private readonly identities: LinkIdentity,
  ) {}

  /** Says where the sign-in page of an address's organisation is; it says nothing about accounts. */
  @Post('session/provider')
  @HttpCode(200)
  @ApiOkResponse({ type: ProviderAddressDto })
  begin(
    @Body() input: ProviderSignInDto,
    @Ip() networkAddress: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddressDto> {
    return this.visit.begin(input, networkAddress, reply);
  }

  /** Where the provider sends the browser back to; always a page of ours follows. */
  @Get('session/provider/callback')
  @ApiExcludeEndpoint()
  async comeBack(@Req() request: AccessRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = await this.visit.comeBack(request, reply);
    await reply.status(303).header('location', path).send();
  }

  /** Ties an identity to an account with the mailed link; only this POST acts, opening the page does not. */
  @Post('identity-links/complete')
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedDto })
  complete(@Body() input: LinkTokenDto): Promise<AcceptedDto> {
    return this.identities.complete(input.token);
  }
}
