import { Member } from '#libs/domain';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { NextAct, SlotAct } from './run.dto.ts';
import { CritiqueSlotsService } from './slots.service.ts';

@Controller(
  'api/v1/organizations/:organizationId/events/:eventId/critique-sessions/:critiqueSessionId/slots/:slotId',
)
export class CritiqueSlotsController {
  constructor(private readonly slots: CritiqueSlotsService) {}

  /** Its clock runs from now on, unless another work of its table is on. */
  @Post('start')
  @HttpCode(204)
  @Can('critique.run')
  async start(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version }: SlotAct,
  ): Promise<void> {
    await this.slots.start(member, { eventId, critiqueSessionId, slotId, version });
  }

  @Post('pause')
  @HttpCode(204)
  @Can('critique.run')
  async pause(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version }: SlotAct,
  ): Promise<void> {
    await this.slots.pause(member, { eventId, critiqueSessionId, slotId, version });
  }

  @Post('resume')
  @HttpCode(204)
  @Can('critique.run')
  async resume(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version }: SlotAct,
  ): Promise<void> {
    await this.slots.resume(member, { eventId, critiqueSessionId, slotId, version });
  }

  /** For the phase that runs now; once for each work. */
  @Post('plus-one-minute')
  @HttpCode(204)
  @Can('critique.run')
  async plusOneMinute(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version }: SlotAct,
  ): Promise<void> {
    await this.slots.plusOneMinute(member, { eventId, critiqueSessionId, slotId, version });
  }

  /** The next phase begins now; after the last one the time is up. */
  @Post('skip')
  @HttpCode(204)
  @Can('critique.run')
  async skip(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version }: SlotAct,
  ): Promise<void> {
    await this.slots.skip(member, { eventId, critiqueSessionId, slotId, version });
  }

  /** The work was heard; the next of its table starts at once if `start` says so. */
  @Post('next')
  @HttpCode(204)
  @Can('critique.run')
  async next(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version, start = false }: NextAct,
  ): Promise<void> {
    await this.slots.next(member, { eventId, critiqueSessionId, slotId, version }, start);
  }

  /** The author is waited for. After three minutes the time goes to the head of the waitlist, by itself or when this is sent again. */
  @Post('author-missing')
  @HttpCode(204)
  @Can('critique.run')
  async missAuthor(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version }: SlotAct,
  ): Promise<void> {
    await this.slots.missAuthor(member, { eventId, critiqueSessionId, slotId, version });
  }

  @Post('author-here')
  @HttpCode(204)
  @Can('critique.run')
  async findAuthor(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('slotId') slotId: string,
    @Body() { version }: SlotAct,
  ): Promise<void> {
    await this.slots.findAuthor(member, { eventId, critiqueSessionId, slotId, version });
  }
}
