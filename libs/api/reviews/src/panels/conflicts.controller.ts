import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  AddressConflictsDto,
  ChallengeConflictsDto,
  CheckAddressDto,
  ConflictRuleDto,
  SignWaiverDto,
  WaiverDto,
} from '../dto/conflicts.dto';
import { FormPanelDto, FormedPanelDto } from '../dto/panel.dto';
import { ChallengePanels } from './challenge-panels';
import { Conflicts } from './conflicts.service';
import { Waivers } from './waivers.service';

/** Panels, conflicts of interest and waivers, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce')
@Allow('taskforce')
export class ConflictsController {
  constructor(
    private readonly conflicts: Conflicts,
    private readonly waivers: Waivers,
    private readonly panels: ChallengePanels,
  ) {}

  @Get('challenges/:id/conflicts')
  @ApiOkResponse({ type: ChallengeConflictsDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeConflictsDto> {
    return this.conflicts.read(actor, id, locale);
  }

  @Post('challenges/:id/conflict-checks')
  @HttpCode(200)
  @ApiOkResponse({ type: AddressConflictsDto })
  check(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: CheckAddressDto,
    @CurrentLocale() locale: Locale,
  ): Promise<AddressConflictsDto> {
    return this.conflicts.check(actor, id, input.email, locale);
  }

  @Post('challenges/:id/waivers')
  @Idempotent()
  @ApiCreatedResponse({ type: WaiverDto })
  sign(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: SignWaiverDto,
    @CurrentLocale() locale: Locale,
  ): Promise<WaiverDto> {
    return this.waivers.sign(actor, id, input, locale);
  }

  @Put('challenges/:id/panel')
  @ApiOkResponse({ type: FormedPanelDto })
  form(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: FormPanelDto,
    @CurrentLocale() locale: Locale,
  ): Promise<FormedPanelDto> {
    return this.panels.form(actor, id, input, locale);
  }

  @Post('waivers/:id/end')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.waivers.end(actor, id);
  }

  @Put('conflict-rule')
  @ApiOkResponse({ type: ConflictRuleDto })
  changeRule(@CurrentUser() actor: UserActor, @Body() input: ConflictRuleDto): Promise<ConflictRuleDto> {
    return this.conflicts.changeRule(actor, input);
  }
}
