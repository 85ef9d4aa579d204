import { DomainError } from '#libs/domain';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { sendFeed } from './feed-reply.ts';
import { MyFeedService } from './my-feed.service.ts';
import { PublicFeedsService } from './public-feeds.service.ts';

/** Calendars that programs fetch. */
@ApiExcludeController()
@Controller()
export class CalendarsController {
  constructor(
    private readonly feeds: PublicFeedsService,
    private readonly mine: MyFeedService,
  ) {}

  @Get('o/:slug/calendar.ics')
  @Public('published columns of published events only')
  async ofOrganization(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFeed(request, reply, await this.feeds.ofOrganization(slug));
  }

  @Get('o/:slug/series/:series/calendar.ics')
  @Public('published columns of published events only')
  async ofSeries(
    @Param('slug') slug: string,
    @Param('series') series: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFeed(request, reply, await this.feeds.ofSeries(slug, series));
  }

  @Get('calendar/:file')
  @Public('the link is the proof')
  async mineByLink(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!file.endsWith('.ics')) throw new DomainError('link-unusable');
    sendFeed(request, reply, await this.mine.feedOf(file.slice(0, -'.ics'.length)));
  }
}
