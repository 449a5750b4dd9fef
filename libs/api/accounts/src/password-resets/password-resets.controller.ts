import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Idempotent, Public } from '@htsm/api/core';
import { CompletePasswordResetDto, RequestPasswordResetDto } from '../dto/password-reset.dto';
import { AcceptedDto } from '../dto/registration.dto';
import { CompletePasswordReset } from './complete-password-reset';
import { RequestPasswordReset } from './request-password-reset';

/** Forgotten passwords. */
@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly completeReset: CompletePasswordReset,
  ) {}

  /** Always 202; a mail is sent only to an address that has an account. */
  @Post()
  @Idempotent()
  @Public()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: AcceptedDto })
  request(@Body() input: RequestPasswordResetDto, @Ip() networkAddress: string): Promise<AcceptedDto> {
    return this.requestReset.run(networkAddress, input.email);
  }

  /** Sets a new password with the mailed link and ends every session. */
  @Post('complete')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedDto })
  complete(@Body() input: CompletePasswordResetDto): Promise<AcceptedDto> {
    return this.completeReset.run(input);
  }
}
