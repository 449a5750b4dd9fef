import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { CurrentLocale, Idempotent, Public } from '@htsm/api/core';
import { AcceptedDto, ConfirmedDto, LinkTokenDto, RegisterDto } from '../dto/registration.dto';
import { ConfirmEmail } from './confirm-email';
import { Register } from './register';

/** Registering an organisation and confirming the address. */
@Controller()
export class RegistrationsController {
  constructor(
    private readonly register: Register,
    private readonly confirmEmail: ConfirmEmail,
  ) {}

  /** Always 202: the mail says whether the address was known. */
  @Post('registrations')
  @Idempotent()
  @Public()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: AcceptedDto })
  create(
    @Body() input: RegisterDto,
    @Ip() networkAddress: string,
    @CurrentLocale() locale: Locale,
  ): Promise<AcceptedDto> {
    return this.register.run({ networkAddress, locale }, input);
  }

  /** Uses the mailed link; only this POST acts, opening the page does not. */
  @Post('email-confirmations')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: ConfirmedDto })
  confirm(@Body() input: LinkTokenDto): Promise<ConfirmedDto> {
    return this.confirmEmail.run(input.token);
  }
}
