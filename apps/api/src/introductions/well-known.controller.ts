import { Member } from '#libs/domain';
import { Controller, Delete, HttpCode, Put } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { WellKnownService } from './well-known.service.ts';

@Controller(
  'api/v1/organizations/:organizationId/events/:eventId/introductions/people/:attendeeId/well-known',
)
export class WellKnownController {
  constructor(private readonly wellKnown: WellKnownService) {}

  /** Marks somebody as well-known: asked first and alone, and introduced at most 6 times within three months. */
  @Put()
  @HttpCode(204)
  @Can('introductions.decide')
  async mark(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<void> {
    await this.wellKnown.mark(member, eventId, attendeeId);
  }

  /** Takes the mark away; a panelist stays well-known at the event of the panel. */
  @Delete()
  @HttpCode(204)
  @Can('introductions.decide')
  async unmark(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<void> {
    await this.wellKnown.unmark(member, eventId, attendeeId);
  }
}
