import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { AddAttendeeService } from './add-attendee.service.ts';
import { AttendeeActsService } from './attendee-acts.service.ts';
import {
  AddedView,
  AttendeeInput,
  AttendeeView,
  AttendeesQuery,
  AttendeesView,
  DecisionInput,
  DecisionsInput,
  HistoryView,
  MoveInput,
  OutcomesView,
} from './attendees.dto.ts';
import type { AttendeeRow } from './attendees.queries.ts';
import { AttendeesService, readsAnswers } from './attendees.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/attendees')
export class AttendeesController {
  constructor(
    private readonly attendees: AttendeesService,
    private readonly acts: AttendeeActsService,
    private readonly adding: AddAttendeeService,
  ) {}

  /** The guest list by name, its waitlist in the order of the queue, with counts of every tab. */
  @Get()
  @Can('guest-list.read')
  async list(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Query() query: AttendeesQuery,
  ): Promise<AttendeesView> {
    return AttendeesView.of(await this.attendees.list(member, eventId, query), readsAnswers(member));
  }

  /** Puts somebody on the list by hand; they are told by mail. A live RSVP stays as it is. */
  @Post()
  @HttpCode(200)
  @Can('guest-list.edit')
  async add(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: AttendeeInput,
  ): Promise<AddedView> {
    return AddedView.of(await this.adding.add(member, eventId, input), readsAnswers(member));
  }

  /** Approves several in one transaction, first come first, with one answer for each. */
  @Post('approve')
  @HttpCode(200)
  @Can('guest-list.edit')
  async approveAll(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { ids, note }: DecisionsInput,
  ): Promise<OutcomesView> {
    return OutcomesView.of(await this.acts.approveAll(member, eventId, ids, noteOf(note)));
  }

  /** Declines several in one transaction, with one answer for each. */
  @Post('decline')
  @HttpCode(200)
  @Can('guest-list.edit')
  async declineAll(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { ids, note }: DecisionsInput,
  ): Promise<OutcomesView> {
    return OutcomesView.of(await this.acts.declineAll(member, eventId, ids, noteOf(note)));
  }

  @Get(':attendeeId')
  @Can('guest-list.read')
  async get(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<AttendeeView> {
    return AttendeeView.of(await this.attendees.get(member, eventId, attendeeId), readsAnswers(member));
  }

  /** What was done about one guest, by whom and when, newest first. */
  @Get(':attendeeId/history')
  @Can('guest-list.edit')
  async history(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<HistoryView> {
    return HistoryView.of(await this.attendees.history(member, eventId, attendeeId));
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
    return viewOf(member, await this.acts.cancel(member, eventId, attendeeId));
  }

  /** A seat if one is free and nobody waits for it, else a place on the waitlist; also of somebody declined before. */
  @Post(':attendeeId/approve')
  @HttpCode(200)
  @Can('guest-list.edit')
  async approve(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
    @Body() { note }: DecisionInput,
  ): Promise<AttendeeView> {
    return viewOf(member, await this.acts.approve(member, eventId, attendeeId, noteOf(note)));
  }

  @Post(':attendeeId/decline')
  @HttpCode(200)
  @Can('guest-list.edit')
  async decline(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
    @Body() { note }: DecisionInput,
  ): Promise<AttendeeView> {
    return viewOf(member, await this.acts.decline(member, eventId, attendeeId, noteOf(note)));
  }

  /** To the head of the waitlist; the reason stands in the history. */
  @Post(':attendeeId/move-up')
  @HttpCode(200)
  @Can('guest-list.edit')
  async moveUp(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
    @Body() { reason }: MoveInput,
  ): Promise<AttendeeView> {
    return viewOf(member, await this.acts.moveUp(member, eventId, attendeeId, reason));
  }

  /** A seat by name, beyond the capacity if need be; the reason stands in the history. */
  @Post(':attendeeId/seat')
  @HttpCode(200)
  @Can('guest-list.edit')
  async seat(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
    @Body() { reason }: MoveInput,
  ): Promise<AttendeeView> {
    return viewOf(member, await this.acts.seat(member, eventId, attendeeId, reason));
  }

  /** Mail came back, and is tried again from now on: the next that comes back ends it anew. */
  @Post(':attendeeId/write-again')
  @HttpCode(200)
  @Can('guest-list.edit')
  async writeAgain(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<AttendeeView> {
    return viewOf(member, await this.acts.writeAgain(member, eventId, attendeeId));
  }

  /** The organization takes no RSVP of this person any more, at any event. What they have stays. */
  @Put(':attendeeId/bar')
  @Can('guest-list.edit')
  async bar(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<AttendeeView> {
    return viewOf(member, await this.acts.bar(member, eventId, attendeeId, true));
  }

  @Delete(':attendeeId/bar')
  @Can('guest-list.edit')
  async admitAgain(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<AttendeeView> {
    return viewOf(member, await this.acts.bar(member, eventId, attendeeId, false));
  }
}

const viewOf = (member: Member, row: AttendeeRow): AttendeeView => AttendeeView.of(row, readsAnswers(member));

/** An empty note is none. */
const noteOf = (note = ''): string | null => (note.trim() === '' ? null : note.trim());
