import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, BeforeSecondFactor, CurrentUser, Idempotent, Public, type UserActor } from '@htsm/api/core';
import { NewEmailDto, ProofDto } from '../dto/account.dto';
import { AcceptedDto, LinkTokenDto } from '../dto/registration.dto';
import { ChangeEmail } from './change-email';
import { CompleteEmailChange } from './complete-email-change';
import { ProveYourself } from './prove-yourself';

/** Changing the address one signs in with, and proving once more who one is. */
@Controller()
export class EmailChangeController {
  constructor(
    private readonly changeEmail: ChangeEmail,
    private readonly completeChange: CompleteEmailChange,
    private readonly proof: ProveYourself,
  ) {}

  /** Counts for a quarter of an hour, in this session, which gets a new cookie. */
  @Post('account/proof')
  @Allow('signed_in')
  @BeforeSecondFactor()
  @HttpCode(204)
  @ApiNoContentResponse()
  prove(
    @CurrentUser() user: UserActor,
    @Body() input: ProofDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.proof.run(user, input, reply);
  }

  /** Mails a link to the new address; needs a proof of a short while ago. */
  @Post('account/email')
  @Idempotent()
  @Allow('signed_in')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: AcceptedDto })
  change(@CurrentUser() user: UserActor, @Body() input: NewEmailDto): Promise<AcceptedDto> {
    return this.changeEmail.run(user, input.email);
  }

  /** Uses the mailed link; only this POST acts, opening the page does not. */
  @Post('email-changes/complete')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedDto })
  complete(@Body() input: LinkTokenDto): Promise<AcceptedDto> {
    return this.completeChange.run(input.token);
  }
}
