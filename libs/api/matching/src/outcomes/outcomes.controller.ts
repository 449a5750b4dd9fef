import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, Public, type UserActor } from '@htsm/api/core';
import { CheckIns } from './check-ins.service';
import { Ledger } from './ledger.service';
import {
  AnswerCheckInDto,
  AskedDto,
  CheckInLinkDto,
  CollaborationDto,
  CollaborationsDto,
  CollaborationsQueryDto,
  NoteOutcomeDto,
} from './outcome.dto';

/** The ledger of outcomes, for the taskforce. */
@ApiTags('matching')
@Controller('taskforce/collaborations')
@Allow('taskforce')
export class CollaborationsController {
  constructor(private readonly ledger: Ledger) {}

  @Get()
  @ApiOkResponse({ type: CollaborationsDto })
  list(
    @CurrentUser() actor: UserActor,
    @Query() query: CollaborationsQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<CollaborationsDto> {
    return this.ledger.list(actor, query, locale);
  }

  @Post(':id/outcomes')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: CollaborationDto })
  note(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: NoteOutcomeDto,
    @CurrentLocale() locale: Locale,
  ): Promise<CollaborationDto> {
    return this.ledger.note(actor, id, input, locale);
  }
}

/** What came of it, by the link in the mail: the token is the whole permission and travels in the body, so that no log has it. */
@ApiTags('matching')
@Controller('check-ins')
@Public()
export class CheckInsController {
  constructor(private readonly checkIns: CheckIns) {}

  @Post('asked')
  @HttpCode(200)
  @ApiOkResponse({ type: AskedDto })
  read(@Body() link: CheckInLinkDto, @CurrentLocale() locale: Locale): Promise<AskedDto> {
    return this.checkIns.read(link.token, locale);
  }

  @Post('answers')
  @HttpCode(200)
  @ApiOkResponse({ type: AskedDto })
  answer(@Body() input: AnswerCheckInDto, @CurrentLocale() locale: Locale): Promise<AskedDto> {
    return this.checkIns.answer(input, locale);
  }
}
