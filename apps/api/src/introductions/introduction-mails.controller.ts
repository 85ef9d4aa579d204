import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { MailPreviews, TestOfSide } from './introduction-mails.dto.ts';
import { IntroductionMailsService } from './introduction-mails.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/introductions/:introductionId')
export class IntroductionMailsController {
  constructor(private readonly mails: IntroductionMailsService) {}

  /** Both questions, and the introduction to each of the two, as they will read. */
  @Get('mails')
  @Can('introductions.read')
  async preview(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
  ): Promise<MailPreviews> {
    return MailPreviews.of(await this.mails.preview(member, eventId, id));
  }

  /** Sends the question to one side to the host alone, as a test whose links lead nowhere; at most 20 an hour. */
  @Post('send-to-me')
  @HttpCode(204)
  @Can('introductions.decide')
  async sendToMe(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { side }: TestOfSide,
  ): Promise<void> {
    await this.mails.sendToMe(member, eventId, id, side);
  }
}
