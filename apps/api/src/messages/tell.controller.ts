import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { TellInput, TellView, ToldView } from './tell.dto.ts';
import { TellService } from './tell.service.ts';

/** Guests hear of a change of time or place when an organizer says so. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/tell')
export class TellController {
  constructor(private readonly guests: TellService) {}

  @Get()
  @Can('messages.read')
  async look(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<TellView> {
    return TellView.of(await this.guests.look(member, eventId));
  }

  /** Mails everybody whom it concerns, once; a revision that is not the newest is a conflict. */
  @Post()
  @HttpCode(200)
  @Can('messages.send')
  async tell(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { revision, note }: TellInput,
  ): Promise<ToldView> {
    return { count: await this.guests.tell(member, eventId, revision, note ?? '') };
  }
}
