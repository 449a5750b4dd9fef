import { Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam } from '@nestjs/swagger';
import { BODIES } from '@htsm/domain';
import { Allow, CurrentUser, IdParam, NotFound, type UserActor } from '@htsm/api/core';
import { PeoplePageDto, PeopleQueryDto } from '../dto/administration.dto';
import type { BodyName } from '../dto/session.dto';
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
  constructor(private readonly administration: AdministrationService) {}

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
}
