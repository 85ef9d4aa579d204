import { Member } from '#libs/domain';
import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { CheckInInput, DoorNoteInput } from './check-ins.dto.ts';
import { CheckInsService } from './check-ins.service.ts';
import { ScanResultView } from './door.dto.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId')
export class CheckInsController {
  constructor(private readonly checkIns: CheckInsService) {}

  /** Checks a guest in, or takes it back. */
  @Post('check-ins')
  @HttpCode(200)
  @Can('check-in')
  @Repeatable('the nonce of a check-in keeps it once')
  async checkIn(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: CheckInInput,
  ): Promise<ScanResultView> {
    return ScanResultView.of(await this.checkIns.checkIn(member, eventId, input));
  }

  /** What the door is shown beside a guest's name, "Ask about access"; nobody else reads it. */
  @Patch('attendees/:attendeeId/door-note')
  @HttpCode(204)
  @Can('guest-list.edit')
  async note(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('attendeeId') attendeeId: string,
    @Body() { note }: DoorNoteInput,
  ): Promise<void> {
    await this.checkIns.note(member, eventId, attendeeId, note);
  }
}
