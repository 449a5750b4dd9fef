import { Body, Controller, Delete, Get, HttpCode, Patch } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { ChangeOrganisationDto, MembersDto, OrganisationDto } from '../dto/organisation.dto';
import { MembersService } from './members.service';
import { OrganisationsService } from './organisations.service';

/** Profiles and people of organisations; the database decides which organisations exist for whom. */
@Controller('organisation/:id')
@Allow('signed_in')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly members: MembersService,
  ) {}

  @Get()
  @ApiOkResponse({ type: OrganisationDto })
  read(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<OrganisationDto> {
    return this.organisations.read(user, id);
  }

  @Patch()
  @ApiOkResponse({ type: OrganisationDto })
  change(
    @CurrentUser() user: UserActor,
    @IdParam() id: string,
    @Body() input: ChangeOrganisationDto,
  ): Promise<OrganisationDto> {
    return this.organisations.change(user, id, input);
  }

  @Get('members')
  @ApiOkResponse({ type: MembersDto })
  async listMembers(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<MembersDto> {
    return { items: await this.members.list(user, id) };
  }

  /** Only an owner removes people, and never the last owner. */
  @Delete('members/:userId')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeMember(
    @CurrentUser() user: UserActor,
    @IdParam() id: string,
    @IdParam('userId') userId: string,
  ): Promise<void> {
    return this.members.remove(user, id, userId);
  }
}
