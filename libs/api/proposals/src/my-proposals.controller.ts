import { Body, Controller, Get, HttpStatus, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import { SaveDraft } from './drafts/save-draft';
import { StartProposal } from './drafts/start-proposal';
import { MyProposalDto, SavedProposalDto } from './dto/my-proposal.dto';
import { MyProposalListDto, MyProposalsQueryDto } from './dto/my-proposals.dto';
import { SaveProposalDto, StartProposalDto } from './dto/proposal-edits.dto';
import { MyProposals } from './my-proposals.service';

/** The proposals of the organisations somebody belongs to: list, start, read, save. */
@ApiTags('proposals')
@Allow('sme', 'knowledge')
@Controller('my/proposals')
export class MyProposalsController {
  constructor(
    private readonly proposals: MyProposals,
    private readonly start: StartProposal,
    private readonly drafts: SaveDraft,
  ) {}

  @Get()
  @ApiOkResponse({ type: MyProposalListDto })
  list(@CurrentUser() actor: UserActor, @Query() query: MyProposalsQueryDto): Promise<MyProposalListDto> {
    return this.proposals.list(actor, query);
  }

  /** Answers 201 with a new draft, or 200 with the active proposal there already is. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: MyProposalDto })
  @ApiOkResponse({ type: MyProposalDto })
  async create(
    @CurrentUser() actor: UserActor,
    @Body() input: StartProposalDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MyProposalDto> {
    const { proposal, isNew } = await this.start.run(actor, input);
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return proposal;
  }

  @Get(':id')
  @ApiOkResponse({ type: MyProposalDto })
  read(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<MyProposalDto> {
    return this.proposals.read(actor, id);
  }

  /** 409 `version_conflict` carries the present proposal in `current`. */
  @Patch(':id')
  @ApiOkResponse({ type: SavedProposalDto })
  save(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: SaveProposalDto,
  ): Promise<SavedProposalDto> {
    return this.drafts.run(actor, id, input);
  }
}
