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
import { TaskforceProposalsDto } from '../dto/assignments.dto';
import { JudgedProposalDto } from '../dto/judged-proposal.dto';
import { ProposalFiles } from '../reading/proposal-files.service';
import { Assignments } from './assignments.service';

/** Unsealed proposals, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce')
@Allow('taskforce')
export class TaskforceProposalsController {
  constructor(
    private readonly assignments: Assignments,
    private readonly proposalFiles: ProposalFiles,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get('challenges/:id/proposals')
  @ApiOkResponse({ type: TaskforceProposalsDto })
  proposals(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<TaskforceProposalsDto> {
    return this.assignments.listProposals(actor, id, locale);
  }

  @Get('proposals/:id')
  @ApiOkResponse({ type: JudgedProposalDto })
  proposal(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<JudgedProposalDto> {
    return this.assignments.readProposal(actor, id);
  }

  @Get('proposals/:id/attachments/:attachmentId')
  @ApiOkResponse({ description: 'The file, to be saved', content: { 'application/octet-stream': {} } })
  async download(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.files, await this.proposalFiles.find(actor, id, attachmentId));
  }
}
