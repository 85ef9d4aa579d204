import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public } from '../auth/access.ts';
import { PublicEventsService } from '../events/public-events.service.ts';
import { Settings } from '../settings.ts';
import { OrganizationPage } from './organization.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

@ApiExcludeController()
@Controller('o/:slug')
export class OrganizationPageController {
  constructor(
    private readonly events: PublicEventsService,
    private readonly frames: PageFrame,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public('published columns of published events only')
  async page(
    @Param('slug') slug: string,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cursor = typeof after === 'string' ? after : undefined;
    const { organization, rows: events, next } = await this.events.upcomingOf(slug, cursor);
    const frame = await this.frames.of(request, reply);
    const url = `${this.settings.config.publicUrl}/o/${slug}`;
    sendPage(reply, createElement(OrganizationPage, { frame, organization, events, next, url }));
  }
}
