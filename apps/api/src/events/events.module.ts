import { Module } from '@nestjs/common';
import { PanelsModule } from '../panels/panels.module.ts';
import { EventsController } from './events.controller.ts';
import { EventsService } from './events.service.ts';
import { PublicEventsController } from './public-events.controller.ts';
import { PublicEventsService } from './public-events.service.ts';

@Module({
  imports: [PanelsModule],
  controllers: [EventsController, PublicEventsController],
  providers: [EventsService, PublicEventsService],
  exports: [EventsService, PublicEventsService],
})
export class EventsModule {}
