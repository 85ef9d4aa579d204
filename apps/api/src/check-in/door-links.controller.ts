import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { DoorLinkInput, DoorLinksView, NewDoorLinkView } from './door-links.dto.ts';
import { DoorLinksService } from './door-links.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/door-links')
export class DoorLinksController {
  constructor(private readonly links: DoorLinksService) {}

  @Get()
  @Can('door-links.edit')
  async list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<DoorLinksView> {
    return DoorLinksView.of(await this.links.list(member, eventId));
  }

  /** A link for a phone at the door, and the code that opens it. */
  @Post()
  @Can('door-links.edit')
  @Repeatable('the code is kept nowhere, so asked again it is another link')
  @Header('cache-control', 'no-store')
  async make(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { label }: DoorLinkInput,
  ): Promise<NewDoorLinkView> {
    return NewDoorLinkView.of(await this.links.make(member, eventId, label));
  }

  /** Its phones forget what they keep as soon as they reach us. */
  @Delete(':doorLinkId')
  @HttpCode(204)
  @Can('door-links.edit')
  async revoke(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('doorLinkId') doorLinkId: string,
  ): Promise<void> {
    await this.links.revoke(member, eventId, doorLinkId);
  }
}
