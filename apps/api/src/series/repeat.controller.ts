import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { SeriesInput, SeriesOfEvent, SeriesPreview, SeriesRuleInput, SeriesView } from './series.dto.ts';
import { SeriesService } from './series.service.ts';

/** From an event to a series. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/series')
export class RepeatController {
  constructor(private readonly series: SeriesService) {}

  @Get()
  @Can('event.edit')
  get(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<SeriesOfEvent> {
    return this.series.ofEvent(member, eventId);
  }

  /** The next dates of a rule; nothing is made. */
  @Post('preview')
  @HttpCode(200)
  @Can('event.edit')
  @Repeatable('it only looks')
  preview(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() rule: SeriesRuleInput,
  ): Promise<SeriesPreview> {
    return this.series.preview(member, eventId, rule);
  }

  /** Repeats the event: the dates of the next eight weeks are made at once, the others when they are that near. */
  @Post()
  @Can('event.publish')
  create(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: SeriesInput,
  ): Promise<SeriesView> {
    return this.series.create(member, eventId, input);
  }
}
