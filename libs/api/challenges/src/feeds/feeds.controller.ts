import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitVisitor, Public, sendPublicAnswer } from '@htsm/api/core';
import { SEARCH_LIMIT } from '../public/public-challenges.controller';
import { FeedLanguageDto, FeedQueryDto } from './feed.dto';
import { Feeds } from './feeds.service';

/** Feeds and calendars of public challenges; the same for everyone, whoever asks. */
@ApiTags('feeds')
@Controller('feeds')
@Public()
export class FeedsController {
  constructor(private readonly feeds: Feeds) {}

  /** Open challenges as Atom. */
  @Get('challenges.atom')
  @LimitVisitor(SEARCH_LIMIT)
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async atom(@Query() query: FeedQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPublicAnswer(request, reply, await this.feeds.atom(query));
  }

  /** Open challenges as JSON Feed. */
  @Get('challenges.json')
  @LimitVisitor(SEARCH_LIMIT)
  @ApiProduces('application/feed+json')
  @ApiOkResponse({ schema: { type: 'string' } })
  async json(@Query() query: FeedQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPublicAnswer(request, reply, await this.feeds.json(query));
  }

  /** Closings as a calendar to subscribe to. */
  @Get('challenges.ics')
  @LimitVisitor(SEARCH_LIMIT)
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async calendar(
    @Query() query: FeedQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPublicAnswer(request, reply, await this.feeds.calendar(query));
  }

  /** The closing of one challenge, to put into a calendar. */
  @Get('challenges/:slug/closing.ics')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async deadline(
    @Param('slug') slug: string,
    @Query() query: FeedLanguageDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPublicAnswer(request, reply, await this.feeds.deadlineOf(slug, query));
  }
}
