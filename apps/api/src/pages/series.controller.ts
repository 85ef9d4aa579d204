import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public } from '../auth/access.ts';
import { PublicSeriesService } from '../series/public-series.service.ts';
import { Settings } from '../settings.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { SeriesPage } from './series.page.tsx';

@ApiExcludeController()
@Controller('o/:slug/series/:series')
export class SeriesPageController {
  constructor(
    private readonly series: PublicSeriesService,
    private readonly frames: PageFrame,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public('published columns of published events only')
  async page(
    @Param('slug') slug: string,
    @Param('series') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { organization, series, dates } = await this.series.bySlug(slug, name);
    const frame = await this.frames.of(request, reply);
    const path = `/o/${organization.slug}/series/${series.slug}`;
    const url = `${this.settings.config.publicUrl}${path}`;
    sendPage(reply, createElement(SeriesPage, { frame, organization, series, dates, path, url }));
  }
}
