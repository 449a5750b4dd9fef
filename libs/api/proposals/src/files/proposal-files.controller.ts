import { Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Allow,
  CurrentUser,
  FILE_STORE,
  IdParam,
  IdempotentUpload,
  LimitVisitor,
  UPLOAD_LIMIT,
  sendFile,
  type FileStore,
  type UserActor,
} from '@htsm/api/core';
import { AddedProposalFileDto, ProposalUploadDto, RemainingProposalFilesDto } from '../dto/proposal-files.dto';
import { ProposalFiles } from './proposal-files.service';

/** The files of the own organisation's proposals. */
@ApiTags('proposals')
@Allow('sme', 'knowledge')
@Controller('my/proposals/:id/attachments')
export class ProposalFilesController {
  constructor(
    private readonly files: ProposalFiles,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** Takes one file of at most 25 MB as multipart/form-data; what is refused says why (`file_…`). */
  @Post()
  @IdempotentUpload()
  @LimitVisitor(UPLOAD_LIMIT)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ProposalUploadDto })
  @ApiCreatedResponse({ type: AddedProposalFileDto })
  add(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
  ): Promise<AddedProposalFileDto> {
    return this.files.add(actor, id, request);
  }

  @Delete(':attachmentId')
  @ApiOkResponse({ type: RemainingProposalFilesDto })
  remove(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
  ): Promise<RemainingProposalFilesDto> {
    return this.files.remove(actor, id, attachmentId);
  }

  @Get(':attachmentId')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.store, await this.files.find(actor, id, attachmentId));
  }
}
