import { Global, Module } from '@nestjs/common';
import { AttendeesModule } from '../attendees/attendees.module.ts';
import { CalendarsModule } from '../calendars/calendars.module.ts';
import { CirclesModule } from '../circles/circles.module.ts';
import { EventsModule } from '../events/events.module.ts';
import { InsightsModule } from '../insights/insights.module.ts';
import { IntroductionsModule } from '../introductions/introductions.module.ts';
import { PanelistModule } from '../panels/panelist.module.ts';
import { PrivacyModule } from '../privacy/privacy.module.ts';
import { SeriesModule } from '../series/series.module.ts';
import { AskByLinkController, AskBySessionController } from './ask.controller.ts';
import { AskPages } from './ask-pages.ts';
import { CircleByLinkController, CircleBySessionController } from './circle.controller.ts';
import { CirclePages } from './circle-pages.ts';
import { EraseController } from './erase.controller.ts';
import { EventPageController } from './event.controller.ts';
import { FirstOwnerController } from './first-owner.controller.ts';
import { FollowUpController } from './follow-up.controller.ts';
import { InvitedController } from './invited.controller.ts';
import { LanguageController } from './language.controller.ts';
import { MePageController } from './me.controller.ts';
import { MyCalendarController } from './my-calendar.controller.ts';
import { MyIntroductionPages } from './my-introduction-pages.ts';
import { MyIntroductionsPageController } from './my-introductions.controller.ts';
import { MyMailPageController } from './my-mail.controller.ts';
import { MyRsvpPages } from './my-rsvp-pages.ts';
import { RsvpByLinkController, RsvpBySessionController } from './my-rsvp.controller.ts';
import { OrganizationPageController } from './organization.controller.ts';
import { PageFrame } from './page-frame.ts';
import { PanelistPages } from './panelist-pages.ts';
import { PanelistPhotosController, PanelistPageController } from './panelist.controller.ts';
import { PanelistProfilePages } from './panelist-profile-pages.ts';
import { PrivacyPageController } from './privacy.controller.ts';
import { ProblemPages } from './problem-pages.ts';
import { RsvpPageController } from './rsvp.controller.ts';
import { SeriesPageController } from './series.controller.ts';
import { SignInController } from './sign-in.controller.ts';
import { StylesController } from './styles.controller.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';

/** Plain HTML for people without an account: no script, native forms. */
@Global()
@Module({
  imports: [
    AttendeesModule,
    CalendarsModule,
    CirclesModule,
    EventsModule,
    InsightsModule,
    IntroductionsModule,
    PanelistModule,
    PrivacyModule,
    SeriesModule,
  ],
  controllers: [
    CircleByLinkController,
    CircleBySessionController,
    AskByLinkController,
    AskBySessionController,
    EraseController,
    EventPageController,
    FirstOwnerController,
    FollowUpController,
    InvitedController,
    LanguageController,
    MePageController,
    MyMailPageController,
    MyCalendarController,
    MyIntroductionsPageController,
    OrganizationPageController,
    PanelistPageController,
    PanelistPhotosController,
    PrivacyPageController,
    RsvpByLinkController,
    RsvpBySessionController,
    RsvpPageController,
    SeriesPageController,
    SignInController,
    StylesController,
    UnsubscribeController,
  ],
  providers: [
    CirclePages,
    AskPages,
    MyIntroductionPages,
    MyRsvpPages,
    PageFrame,
    PanelistPages,
    PanelistProfilePages,
    ProblemPages,
  ],
  exports: [PageFrame],
})
export class PagesModule {}
