import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, attachmentHeader, CurrentLocale, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { ReviewPack } from './review-pack.service';

/** The reviewer's work on paper. */
@ApiTags('reviews')
@Controller('my/reviews')
@Allow('review_panel', 'taskforce')
export class ReviewPackController {
  constructor(private readonly pack: ReviewPack) {}

  @Get(':id/pack')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({
    description: 'All proposals of the challenge to judge, to be printed',
    content: { 'application/pdf': {} },
  })
  async write(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<StreamableFile> {
    const { fileName, bytes } = await this.pack.write(actor, id, locale);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: attachmentHeader(fileName),
      length: bytes.length,
    });
  }
}
