import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, BeforeSecondFactor, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import {
  AccountDto,
  AccountSessionsDto,
  ChangeAccountDto,
  ChangePasswordDto,
  ChooseLanguageDto,
} from '../dto/account.dto';
import { clearSessionCookie } from '../sessions/session-cookie';
import { SessionsService } from '../sessions/sessions.service';
import { AccountService } from './account.service';
import { ChangePassword } from './change-password';

/** The person's own account and sessions. */
@Controller('account')
@Allow('signed_in')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly passwordChange: ChangePassword,
    private readonly sessions: SessionsService,
  ) {}

  @Get()
  @ApiOkResponse({ type: AccountDto })
  read(@CurrentUser() user: UserActor): Promise<AccountDto> {
    return this.account.read(user);
  }

  @Patch()
  @ApiOkResponse({ type: AccountDto })
  change(@CurrentUser() user: UserActor, @Body() input: ChangeAccountDto): Promise<AccountDto> {
    return this.account.change(user, input);
  }

  /** Chooses the language; the last choice counts, so it needs no version. */
  @Put('language')
  @BeforeSecondFactor()
  @HttpCode(204)
  @ApiNoContentResponse()
  chooseLanguage(@CurrentUser() user: UserActor, @Body() input: ChooseLanguageDto): Promise<void> {
    return this.account.chooseLanguage(user, input.locale);
  }

  /** Changes the password and ends every other session. */
  @Post('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(@CurrentUser() user: UserActor, @Body() input: ChangePasswordDto): Promise<void> {
    return this.passwordChange.run(user, input);
  }

  @Get('sessions')
  @ApiOkResponse({ type: AccountSessionsDto })
  async listSessions(@CurrentUser() user: UserActor): Promise<AccountSessionsDto> {
    return { items: await this.sessions.list(user) };
  }

  /** Signs out one device. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  endSession(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.sessions.end(user, id);
  }

  /** Signs out everywhere, here too. */
  @Delete('sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endAllSessions(@CurrentUser() user: UserActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endAll(user);
    clearSessionCookie(reply);
  }
}
