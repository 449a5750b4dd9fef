import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentUser, type UserActor } from '@htsm/api/core';
import { FollowDto } from './follow.dto';
import { FollowsService } from './follows.service';

/** Following a challenge: word of its changes, and before it closes. */
@Allow('signed_in')
@Controller('challenges/:slug/follow')
export class FollowsController {
  constructor(private readonly follows: FollowsService) {}

  @Get()
  @ApiOkResponse({ type: FollowDto })
  read(@CurrentUser() actor: UserActor, @Param('slug') slug: string): Promise<FollowDto> {
    return this.follows.read(actor, slug);
  }

  @Put()
  @ApiOkResponse({ type: FollowDto })
  follow(@CurrentUser() actor: UserActor, @Param('slug') slug: string): Promise<FollowDto> {
    return this.follows.follow(actor, slug);
  }

  @Delete()
  @ApiOkResponse({ type: FollowDto })
  leave(@CurrentUser() actor: UserActor, @Param('slug') slug: string): Promise<FollowDto> {
    return this.follows.leave(actor, slug);
  }
}
