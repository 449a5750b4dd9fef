import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import { ChangeLinkDto, LinkDto, LinkFieldsDto, LinksDto } from '../dto/links.dto';
import { Links } from './links.service';

/** What binds a member of the panel to organisations, by themselves. */
@ApiTags('reviews')
@Controller('my/links')
@Allow('review_panel')
export class LinksController {
  constructor(private readonly links: Links) {}

  @Get()
  @ApiOkResponse({ type: LinksDto })
  list(@CurrentUser() actor: UserActor): Promise<LinksDto> {
    return this.links.list(actor);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: LinkDto })
  declare(@CurrentUser() actor: UserActor, @Body() input: LinkFieldsDto): Promise<LinkDto> {
    return this.links.declare(actor, input);
  }

  @Put(':id')
  @ApiOkResponse({ type: LinkDto })
  change(@CurrentUser() actor: UserActor, @IdParam() id: string, @Body() input: ChangeLinkDto): Promise<LinkDto> {
    return this.links.change(actor, id, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.links.remove(actor, id);
  }
}
