import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.ts';
import { AttendeesController } from './attendees.controller.ts';
import { AttendeesService } from './attendees.service.ts';
import { MailStopsService } from './mail-stops.service.ts';
import { MyRsvpsService } from './my-rsvps.service.ts';
import { RsvpController } from './rsvp.controller.ts';
import { RsvpService } from './rsvp.service.ts';

@Module({
  imports: [EventsModule],
  controllers: [AttendeesController, RsvpController],
  providers: [AttendeesService, MailStopsService, MyRsvpsService, RsvpService],
  exports: [MailStopsService, MyRsvpsService, RsvpService],
})
export class AttendeesModule {}
