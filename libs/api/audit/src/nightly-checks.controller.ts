import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentUser, type UserActor } from '@htsm/api/core';
import { NightlyChecksDto } from './dto/nightly-check.dto';
import { NightlyChecksService } from './nightly-checks.service';

/** What the worker finds every night. */
@Controller('administration/nightly-checks')
@Allow('administration')
export class NightlyChecksController {
  constructor(private readonly checks: NightlyChecksService) {}

  @Get()
  @ApiOkResponse({ type: NightlyChecksDto })
  list(@CurrentUser() user: UserActor): Promise<NightlyChecksDto> {
    return this.checks.list(user);
  }
}
