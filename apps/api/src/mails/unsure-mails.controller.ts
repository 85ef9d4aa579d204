import { Member } from '#libs/domain';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { UnsureMailsView } from './unsure-mails.dto.ts';
import { UnsureMailsService } from './unsure-mails.service.ts';

// The rights are those of the introductions: who approves a pair stands in for its mails, and a host who may not read
// mails at large is the one who is there the morning after. No word of a mail is shown.
@Controller('api/v1/organizations/:organizationId/events/:eventId/unsure-mails')
export class UnsureMailsController {
  constructor(private readonly unsureMails: UnsureMailsService) {}

  /** Mails about introductions of which nobody knows whether they arrived; such mails are never sent twice by themselves. */
  @Get()
  @Can('introductions.read')
  async list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<UnsureMailsView> {
    return UnsureMailsView.of(await this.unsureMails.list(member, eventId));
  }

  /** Sends it once more if it may still be sent, and answers with the mails that are left. Asking twice is one mail. */
  @Post(':mailId/send-again')
  @HttpCode(200)
  @Can('introductions.decide')
  async sendAgain(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('mailId') mailId: string,
  ): Promise<UnsureMailsView> {
    return UnsureMailsView.of(await this.unsureMails.sendAgain(member, eventId, mailId));
  }
}
