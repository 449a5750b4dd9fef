import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, FILE_STORE, IdParam, sendFile, type FileStore, type UserActor } from '@htsm/api/core';
import {
  AssignReviewersDto,
  AssignedDto,
  AssignmentsDto,
  ReminderDto,
  ReopenReviewDto,
  ReviewersDto,
  TaskforceProposalsDto,
} from '../dto/assignments.dto';
import { JudgedProposalDto } from '../dto/judged-proposal.dto';
import { ProposalFiles } from '../reading/proposal-files.service';
import { AssignReviewers } from './assign-reviewers';
import { Assignments } from './assignments.service';
import { TendAssignments } from './tend-assignments';

/** Who judges what, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce')
@Allow('taskforce')
export class AssignmentsController {
  constructor(
    private readonly assignments: Assignments,
    private readonly assignReviewers: AssignReviewers,
    private readonly tend: TendAssignments,
    private readonly proposalFiles: ProposalFiles,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get('challenges/:id/proposals')
  @ApiOkResponse({ type: TaskforceProposalsDto })
  proposals(@CurrentUser() actor: UserActor, @IdParam() id: string, @CurrentLocale() locale: Locale): Promise<TaskforceProposalsDto> {
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

  @Get('reviewers')
  @ApiOkResponse({ type: ReviewersDto })
  reviewers(@CurrentUser() actor: UserActor): Promise<ReviewersDto> {
    return this.assignments.listReviewers(actor);
  }

  @Get('challenges/:id/assignments')
  @ApiOkResponse({ type: AssignmentsDto })
  read(@CurrentUser() actor: UserActor, @IdParam() id: string, @CurrentLocale() locale: Locale): Promise<AssignmentsDto> {
    return this.assignments.readAssignments(actor, id, locale);
  }

  @Post('challenges/:id/assignments')
  @ApiCreatedResponse({ type: AssignedDto })
  assign(@CurrentUser() actor: UserActor, @IdParam() id: string, @Body() input: AssignReviewersDto): Promise<AssignedDto> {
    return this.assignReviewers.run(actor, id, input);
  }

  @Delete('assignments/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.tend.remove(actor, id);
  }

  @Post('assignments/:id/reminder')
  @HttpCode(200)
  @ApiOkResponse({ type: ReminderDto })
  remind(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<ReminderDto> {
    return this.tend.remind(actor, id);
  }

  @Post('reviews/:id/reopening')
  @HttpCode(204)
  @ApiNoContentResponse()
  reopen(@CurrentUser() actor: UserActor, @IdParam() id: string, @Body() input: ReopenReviewDto): Promise<void> {
    return this.tend.reopen(actor, id, input);
  }
}
