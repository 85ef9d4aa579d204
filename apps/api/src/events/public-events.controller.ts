import { Controller, Get, Param, Query } from '@nestjs/common';
import { Public } from '../auth/access.ts';
import { PageQuery } from '../problems/page.query.dto.ts';
import { PublicEventView, PublicEventsView } from './public-events.dto.ts';
import { PublicEventsService } from './public-events.service.ts';

@Controller('api/v1/events')
export class PublicEventsController {
  constructor(private readonly events: PublicEventsService) {}

  /** Published events that are not over, of all organizations, soonest first. */
  @Get()
  @Public('published columns of published events only')
  async list(@Query() query: PageQuery): Promise<PublicEventsView> {
    return PublicEventsView.of(await this.events.upcoming(query.after));
  }

  /** An event by its address; an old address finds it too. */
  @Get(':slug')
  @Public('published columns of published events only')
  async get(@Param('slug') slug: string): Promise<PublicEventView> {
    return PublicEventView.of(await this.events.bySlug(slug));
  }
}
