import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, sendPublicAnswer } from '@htsm/api/core';
import { FeedLanguageDto } from '../feeds/feed.dto';
import { Feeds } from '../feeds/feeds.service';
import { EMBED_POLICY } from './embed-card';

/** Public challenges as cards for other sites. */
@ApiTags('embed')
@Controller('embed')
@Public()
export class EmbedController {
  constructor(private readonly feeds: Feeds) {}

  /** A card to put into a frame: no scripts, no cookies. */
  @Get('challenges/:slug')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async card(
    @Param('slug') slug: string,
    @Query() query: FeedLanguageDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.feeds.cardOf(slug, query);
    void reply.header('content-security-policy', EMBED_POLICY);
    await sendPublicAnswer(request, reply, answer);
  }
}
