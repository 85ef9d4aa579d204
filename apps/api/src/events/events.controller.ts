import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { PageQuery } from '../problems/page.query.dto.ts';
import { CancelInput, EventChange, EventInput, EventView, EventsView } from './events.dto.ts';
import { EventsService } from './events.service.ts';

@Controller('api/v1/organizations/:organizationId/events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  /** Latest start first; limited staff see their own events. */
  @Get()
  @Can('event.read')
  async list(@Staff() member: Member, @Query() query: PageQuery): Promise<EventsView> {
    return EventsView.of(await this.events.list(member, query.after));
  }

  /** Makes a draft. */
  @Post()
  @Can('event.create')
  async create(@Staff() member: Member, @Body() input: EventInput): Promise<EventView> {
    return EventView.of(await this.events.create(member, input));
  }

  @Get(':eventId')
  @Can('event.read')
  async get(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<EventView> {
    return EventView.of(await this.events.get(member, eventId));
  }

  /** Changes what is sent; a version that is not the newest is a conflict. */
  @Patch(':eventId')
  @Can('event.edit')
  async change(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() change: EventChange,
  ): Promise<EventView> {
    return EventView.of(await this.events.change(member, eventId, change));
  }

  @Post(':eventId/publish')
  @HttpCode(200)
  @Can('event.publish')
  async publish(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<EventView> {
    return EventView.of(await this.events.publish(member, eventId));
  }

  /** Cancels the evening and tells the guests. */
  @Post(':eventId/cancel')
  @HttpCode(200)
  @Can('event.publish')
  async cancel(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: CancelInput,
  ): Promise<EventView> {
    return EventView.of(await this.events.cancel(member, eventId, input.reason));
  }
}
