import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { ProposalOpeningsDto, ProposalOpeningsQueryDto } from '../dto/openings.dto';
import { Openings } from './openings.service';

/** Who opened an own proposal. */
@ApiTags('proposals')
@Allow('sme', 'knowledge')
@Controller('my/proposals/:id/openings')
export class OpeningsController {
  constructor(private readonly openings: Openings) {}

  @Get()
  @ApiOkResponse({ type: ProposalOpeningsDto })
  list(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Query() query: ProposalOpeningsQueryDto,
  ): Promise<ProposalOpeningsDto> {
    return this.openings.list(actor, id, query);
  }
}
