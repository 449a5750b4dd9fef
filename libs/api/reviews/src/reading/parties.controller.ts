import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@htsm/domain';
import {
  Allow,
  CurrentLocale,
  CurrentUser,
  FILE_STORE,
  IdParam,
  sendFile,
  type FileStore,
  type UserActor,
} from '@htsm/api/core';
import { ReleasedAnswerDto } from '../dto/answers.dto';
import { OwnerProposalPageDto, OwnerProposalsDto } from '../dto/owner-proposals.dto';
import { Parties } from './parties.service';

/** The proposer's answer, and the owner's look at the proposals. */
@ApiTags('reviews')
@Controller('my')
@Allow('signed_in')
export class PartiesController {
  constructor(
    private readonly parties: Parties,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get('proposals/:id/answer')
  @ApiOkResponse({ type: ReleasedAnswerDto })
  answer(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<ReleasedAnswerDto> {
    return this.parties.readAnswer(actor, id, locale);
  }

  @Get('challenges/:id/proposals')
  @ApiOkResponse({ type: OwnerProposalsDto })
  proposals(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<OwnerProposalsDto> {
    return this.parties.listProposals(actor, id, locale);
  }

  @Get('challenges/:id/proposals/:proposalId')
  @ApiOkResponse({ type: OwnerProposalPageDto })
  proposal(
    @CurrentUser() actor: UserActor,
    @IdParam('id') challengeId: string,
    @IdParam('proposalId') proposalId: string,
    @CurrentLocale() locale: Locale,
  ): Promise<OwnerProposalPageDto> {
    return this.parties.readProposal(actor, { challengeId, proposalId }, locale);
  }

  @Get('received-proposals/:id/attachments/:attachmentId')
  @ApiOkResponse({ description: 'The file, to be saved', content: { 'application/octet-stream': {} } })
  async download(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.files, await this.parties.findFile(actor, id, attachmentId));
  }
}
