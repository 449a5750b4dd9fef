import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Res } from '@nestjs/common';
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
import {
  DeclarationDto,
  DeclareConflictDto,
  ReviewDeskDto,
  SaveReviewDto,
  SavedReviewDto,
  SubmitReviewDto,
  SubmittedReviewDto,
} from '../dto/review-desk.dto';
import { ReviewQueueDto } from '../dto/review-queue.dto';
import { DeclareConflict } from './declare-conflict';
import { ReviewDesk } from './review-desk.service';
import { WriteReview } from './write-review';

/** The reviewer's queue and desk. */
@ApiTags('reviews')
@Controller('my/reviews')
@Allow('review_panel', 'taskforce')
export class MyReviewsController {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly declareConflict: DeclareConflict,
    private readonly writeReview: WriteReview,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get()
  @ApiOkResponse({ type: ReviewQueueDto })
  queue(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<ReviewQueueDto> {
    return this.desk.readQueue(actor, locale);
  }

  @Get(':id')
  @ApiOkResponse({ type: ReviewDeskDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<ReviewDeskDto> {
    return this.desk.readDesk(actor, id, locale);
  }

  @Post(':id/declaration')
  @HttpCode(200)
  @ApiOkResponse({ type: DeclarationDto })
  declare(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: DeclareConflictDto,
  ): Promise<DeclarationDto> {
    return this.declareConflict.run(actor, id, input);
  }

  @Patch(':id/review')
  @ApiOkResponse({ type: SavedReviewDto })
  save(@CurrentUser() actor: UserActor, @IdParam() id: string, @Body() input: SaveReviewDto): Promise<SavedReviewDto> {
    return this.writeReview.saveDraft(actor, id, input);
  }

  @Post(':id/review/submission')
  @HttpCode(200)
  @ApiOkResponse({ type: SubmittedReviewDto })
  submit(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: SubmitReviewDto,
  ): Promise<SubmittedReviewDto> {
    return this.writeReview.submit(actor, id, input);
  }

  @Get(':id/attachments/:attachmentId')
  @ApiOkResponse({ description: 'The file, to be saved', content: { 'application/octet-stream': {} } })
  async download(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.files, await this.desk.findFile(actor, id, attachmentId));
  }
}
