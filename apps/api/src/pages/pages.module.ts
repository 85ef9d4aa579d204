import { Global, Module } from '@nestjs/common';
import { AttendeesModule } from '../attendees/attendees.module.ts';
import { EventsModule } from '../events/events.module.ts';
import { IntroductionsModule } from '../introductions/introductions.module.ts';
import { EventPageController } from './event.controller.ts';
import { FirstOwnerController } from './first-owner.controller.ts';
import { InvitedController } from './invited.controller.ts';
import { MePageController } from './me.controller.ts';
import { MyRsvpPages } from './my-rsvp-pages.ts';
import { RsvpByLinkController, RsvpBySessionController } from './my-rsvp.controller.ts';
import { OrganizationPageController } from './organization.controller.ts';
import { PageFrame } from './page-frame.ts';
import { ProblemPages } from './problem-pages.ts';
import { RsvpPageController } from './rsvp.controller.ts';
import { SignInController } from './sign-in.controller.ts';
import { StylesController } from './styles.controller.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';

/** Plain HTML for people without an account: no script, native forms. */
@Global()
@Module({
  imports: [AttendeesModule, EventsModule, IntroductionsModule],
  controllers: [
    EventPageController,
    FirstOwnerController,
    InvitedController,
    MePageController,
    OrganizationPageController,
    RsvpByLinkController,
    RsvpBySessionController,
    RsvpPageController,
    SignInController,
    StylesController,
    UnsubscribeController,
  ],
  providers: [MyRsvpPages, PageFrame, ProblemPages],
  exports: [PageFrame],
})
export class PagesModule {}
