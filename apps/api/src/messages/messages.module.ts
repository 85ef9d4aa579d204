import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';
import { SendingMessagesService } from './sending-messages.service.ts';
import { TellController } from './tell.controller.ts';
import { TellService } from './tell.service.ts';

@Module({
  controllers: [MessagesController, TellController],
  providers: [MessagesService, SendingMessagesService, TellService],
})
export class MessagesModule {}
