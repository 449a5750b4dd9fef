import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Allow, BeforeSecondFactor, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import {
  AddPasskeyDto,
  NewAuthenticatorDto,
  PasskeyQuestionDto,
  RecoveryCodesDto,
  SecondFactorCodeDto,
  SecondFactorsDto,
} from '../dto/second-factor.dto';
import { AddPasskey } from './add-passkey';
import { EnrolAuthenticator } from './enrol-authenticator';
import { SecondFactorsService } from './second-factors.service';

/** The person's own second factors. */
@Controller('account/second-factors')
@Allow('signed_in')
@BeforeSecondFactor()
export class SecondFactorsController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly enrolment: EnrolAuthenticator,
    private readonly newPasskey: AddPasskey,
  ) {}

  @Get()
  @ApiOkResponse({ type: SecondFactorsDto })
  read(@CurrentUser() user: UserActor): Promise<SecondFactorsDto> {
    return this.factors.read(user);
  }

  /** Begins setting up an authenticator app; nothing counts until its first code. */
  @Post('authenticator')
  @HttpCode(200)
  @ApiOkResponse({ type: NewAuthenticatorDto })
  beginAuthenticator(@CurrentUser() user: UserActor): Promise<NewAuthenticatorDto> {
    return this.enrolment.begin(user);
  }

  /** Puts the app in place with its first code. */
  @Post('authenticator/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesDto })
  confirmAuthenticator(@CurrentUser() user: UserActor, @Body() input: SecondFactorCodeDto): Promise<RecoveryCodesDto> {
    return this.enrolment.confirm(user, input.code);
  }

  @Delete('authenticator')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeAuthenticator(@CurrentUser() user: UserActor): Promise<void> {
    return this.factors.removeAuthenticator(user);
  }

  /** Begins adding a passkey. */
  @Post('passkeys/question')
  @HttpCode(200)
  @ApiOkResponse({ type: PasskeyQuestionDto })
  askPasskey(@CurrentUser() user: UserActor): Promise<PasskeyQuestionDto> {
    return this.newPasskey.begin(user);
  }

  @Post('passkeys')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesDto })
  addPasskey(@CurrentUser() user: UserActor, @Body() input: AddPasskeyDto): Promise<RecoveryCodesDto> {
    return this.newPasskey.run(user, input);
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removePasskey(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.factors.removePasskey(user, id);
  }

  /** New recovery codes; the earlier ones no longer work. */
  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesDto })
  renewRecoveryCodes(@CurrentUser() user: UserActor): Promise<RecoveryCodesDto> {
    return this.factors.renewRecoveryCodes(user);
  }
}
