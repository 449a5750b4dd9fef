import { Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '@htsm/domain';
import {
  Allow,
  CurrentActor,
  CurrentLocale,
  CurrentUser,
  FILE_STORE,
  IdParam,
  IdempotentUpload,
  LimitVisitor,
  Public,
  UPLOAD_LIMIT,
  sendFile,
  type Actor,
  type FileStore,
  type UserActor,
} from '@htsm/api/core';
import { ChallengeDossierDto } from '../dto/dossier.dto';
import { ChallengeAttachments } from './attachments.service';

/** Files of challenges; always downloaded, never shown in our origin. */
@ApiTags('challenge attachments')
@Controller()
export class ChallengeAttachmentsController {
  constructor(
    private readonly attachments: ChallengeAttachments,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** Downloads a file of a public challenge. */
  @Get('challenges/:slug/attachments/:attachmentId')
  @Public()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.store, await this.attachments.findPublic(actor, slug, attachmentId));
  }

  /** Downloads a file of a challenge that is not public yet. */
  @Get('my/challenges/:id/attachments/:attachmentId')
  @Allow('company', 'knowledge', 'taskforce')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadOwn(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.store, await this.attachments.findOwn(actor, id, attachmentId));
  }

  /** Adds a file: one part of a multipart request, 25 MB, 100 MB with the others. */
  @Post('my/challenges/:id/attachments')
  @IdempotentUpload()
  @LimitVisitor(UPLOAD_LIMIT)
  @Allow('company', 'knowledge')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: ChallengeDossierDto })
  add(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.attachments.add(actor, id, request, locale);
  }

  @Delete('my/challenges/:id/attachments/:attachmentId')
  @Allow('company', 'knowledge')
  @ApiOkResponse({ type: ChallengeDossierDto })
  remove(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.attachments.remove(actor, id, attachmentId, locale);
  }
}
