import { Database } from '#libs/database';
import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.ts';
import { AddAttendeeService } from './add-attendee.service.ts';
import { AttendeeActsService } from './attendee-acts.service.ts';
import { AttendeesController } from './attendees.controller.ts';
import { AttendeesService } from './attendees.service.ts';
import { Desk } from './desk.ts';
import { GuestListFileController } from './guest-list-file.controller.ts';
import { InvitationsController } from './invitations.controller.ts';
import { InvitationsService } from './invitations.service.ts';
import { MailStopsService } from './mail-stops.service.ts';
import { MyMailService } from './my-mail.service.ts';
import { MyInvitationService } from './my-invitation.service.ts';
import { MyRsvpActsService } from './my-rsvp-acts.service.ts';
import { MyRsvpsController } from './my-rsvps.controller.ts';
import { MyRsvpsService } from './my-rsvps.service.ts';
import { MyStatusController } from './my-status.controller.ts';
import { MyStatusService } from './my-status.service.ts';
import { RsvpController } from './rsvp.controller.ts';
import { RsvpService } from './rsvp.service.ts';

@Module({
  imports: [EventsModule],
  controllers: [
    AttendeesController,
    GuestListFileController,
    InvitationsController,
    MyRsvpsController,
    MyStatusController,
    RsvpController,
  ],
  providers: [
    AddAttendeeService,
    AttendeeActsService,
    AttendeesService,
    { provide: Desk, inject: [Database], useFactory: (db: Database) => new Desk(db) },
    InvitationsService,
    MailStopsService,
    MyInvitationService,
    MyMailService,
    MyRsvpActsService,
    MyRsvpsService,
    MyStatusService,
    RsvpService,
  ],
  exports: [
    MailStopsService,
    MyInvitationService,
    MyMailService,
    MyRsvpActsService,
    MyRsvpsService,
    MyStatusService,
    RsvpService,
  ],
})
export class AttendeesModule {}
