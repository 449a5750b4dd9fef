import { Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam } from '@nestjs/swagger';
import { BODIES } from '@htsm/domain';
import { Allow, CurrentUser, IdParam, NotFound, type UserActor } from '@htsm/api/core';
import { PeoplePageDto, PeopleQueryDto } from '../dto/administration.dto';
import type { BodyName } from '../dto/session.dto';
import { AccountSwitches } from './account-switches';
import { AdministrationService } from './administration.service';

/** A role in the path; any other word is an object that does not exist. */
const BodyParam = (): ParameterDecorator =>
  Param(
    'body',
    new ParseEnumPipe(Object.fromEntries(BODIES.map((body) => [body, body])), {
      exceptionFactory: () => new NotFound(),
    }),
  );

/** Managing people and roles. */
@Controller('administration/people')
@Allow('administration')
export class AdministrationController {
  constructor(
    private readonly administration: AdministrationService,
    private readonly switches: AccountSwitches,
  ) {}

  @Get()
  @ApiOkResponse({ type: PeoplePageDto })
  list(@CurrentUser() user: UserActor, @Query() query: PeopleQueryDto): Promise<PeoplePageDto> {
    return this.administration.people(user, query);
  }

  @Put(':id/bodies/:body')
  @HttpCode(204)
  @ApiParam({ name: 'body', enum: BODIES })
  @ApiNoContentResponse()
  grant(@CurrentUser() user: UserActor, @IdParam() id: string, @BodyParam() body: BodyName): Promise<void> {
    return this.administration.grant(user, id, body);
  }

  @Delete(':id/bodies/:body')
  @HttpCode(204)
  @ApiParam({ name: 'body', enum: BODIES })
  @ApiNoContentResponse()
  revoke(@CurrentUser() user: UserActor, @IdParam() id: string, @BodyParam() body: BodyName): Promise<void> {
    return this.administration.revoke(user, id, body);
  }

  /** Switches an account off: every session ends at once. */
  @Put(':id/disabled')
  @HttpCode(204)
  @ApiNoContentResponse()
  disable(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.switches.run(user, id, 'disable');
  }

  @Delete(':id/disabled')
  @HttpCode(204)
  @ApiNoContentResponse()
  enable(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.switches.run(user, id, 'enable');
  }

  /** For somebody who lost phone and recovery codes; every session ends at once. */
  @Delete(':id/second-factors')
  @HttpCode(204)
  @ApiNoContentResponse()
  clearFactors(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.switches.run(user, id, 'clearFactors');
  }
}
