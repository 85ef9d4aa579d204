import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import {
  MessageChange,
  MessageInput,
  MessageList,
  MessagePreview,
  MessagePreviewInput,
  MessageRecipients,
  MessageRecipientsInput,
  MessageSchedule,
  MessageView,
} from './messages.dto.ts';
import { MessagesService } from './messages.service.ts';
import { SendingMessagesService } from './sending-messages.service.ts';

/** What organizers write to the people of an event. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly sending: SendingMessagesService,
  ) {}

  @Get()
  @Can('messages.read')
  async list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<MessageList> {
    return MessageList.of(await this.messages.list(member, eventId));
  }

  /** Makes a draft. A placeholder that nothing is known for is refused. */
  @Post()
  @Can('messages.edit')
  async create(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: MessageInput,
  ): Promise<MessageView> {
    return MessageView.of(await this.messages.create(member, eventId, input));
  }

  /** How it will read, to whoever asks as a guest of this event, and to how many it would go. Nothing is kept. */
  @Post('preview')
  @HttpCode(200)
  @Repeatable('it only looks')
  @Can('messages.edit')
  async preview(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: MessagePreviewInput,
  ): Promise<MessagePreview> {
    return MessagePreview.of(await this.messages.preview(member, eventId, input));
  }

  /** To how many it would go now. */
  @Post('recipients')
  @HttpCode(200)
  @Repeatable('it only looks')
  @Can('messages.edit')
  async recipients(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { segment }: MessageRecipientsInput,
  ): Promise<MessageRecipients> {
    return MessageRecipients.of(await this.messages.recipients(member, eventId, segment));
  }

  /** Until it leaves; a version that is not the newest is a conflict. */
  @Patch(':messageId')
  @Can('messages.edit')
  async change(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('messageId') id: string,
    @Body() change: MessageChange,
  ): Promise<MessageView> {
    return MessageView.of(await this.messages.change(member, eventId, id, change));
  }

  /** One that has not left and waits for nothing. */
  @Delete(':messageId')
  @HttpCode(204)
  @Can('messages.edit')
  async remove(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('messageId') id: string,
  ): Promise<void> {
    await this.messages.remove(member, eventId, id);
  }

  @Post(':messageId/schedule')
  @HttpCode(200)
  @Can('messages.send')
  async schedule(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('messageId') id: string,
    @Body() { sendAt }: MessageSchedule,
  ): Promise<MessageView> {
    const at = sendAt === null ? null : new Date(sendAt);
    return MessageView.of(await this.sending.schedule(member, eventId, id, at));
  }

  /** Calls off one that waits, and takes back the mails of one that has begun to leave, as far as they have not. */
  @Post(':messageId/cancel')
  @HttpCode(200)
  @Can('messages.send')
  async cancel(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('messageId') id: string,
  ): Promise<MessageView> {
    return MessageView.of(await this.sending.cancel(member, eventId, id));
  }

  /** Sends it to whoever asks, marked as a test; at most 10 an hour. */
  @Post(':messageId/test')
  @HttpCode(204)
  @Can('messages.edit')
  async test(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('messageId') id: string,
  ): Promise<void> {
    await this.sending.test(member, eventId, id);
  }
}
