import { Member } from '#libs/domain';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { AttendeeView, AttendeesQuery, AttendeesView } from './attendees.dto.ts';
import { AttendeesService } from './attendees.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/attendees')
export class AttendeesController {
  constructor(private readonly attendees: AttendeesService) {}

  /** The guest list by name, its waitlist in the order of the queue. */
  @Get()
  @Can('guest-list.read')
  async list(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Query() query: AttendeesQuery,
  ): Promise<AttendeesView> {
    return AttendeesView.of(await this.attendees.list(member, eventId, query));
  }

  /** Cancels for somebody; a freed seat goes to the head of the waitlist at once. */
  @Post(':attendeeId/cancel')
  @HttpCode(200)
  @Can('guest-list.edit')
  async cancel(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<AttendeeView> {
    return AttendeeView.of(await this.attendees.cancel(member, eventId, attendeeId));
  }
}
