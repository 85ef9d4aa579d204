import { type DynamicModule, Module } from '@nestjs/common';
import { AttendeesModule } from './attendees/attendees.module.ts';
import { ImportsModule } from './attendees/imports.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { CalendarsModule } from './calendars/calendars.module.ts';
import { CheckInModule } from './check-in/check-in.module.ts';
import { CirclesModule } from './circles/circles.module.ts';
import type { Config } from './config.ts';
import { CritiqueCreditsModule } from './critique-credits/critique-credits.module.ts';
import { CritiqueSessionsModule } from './critique-sessions/critique-sessions.module.ts';
import { CritiqueSlotsModule } from './critique-slots/critique-slots.module.ts';
import { ContactSwapsModule } from './contact-swaps/contact-swaps.module.ts';
import { ConnectPicksModule } from './connect-picks/connect-picks.module.ts';
import { CritiquesModule } from './critiques/critiques.module.ts';
import { DatabaseModule } from './database.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { EveningsModule } from './evenings/evenings.module.ts';
import { EventsModule } from './events/events.module.ts';
import { FilesModule } from './files/files.module.ts';
import { HealthModule } from './health/health.controller.ts';
import { InsightsModule } from './insights/insights.module.ts';
import { InstallationMailModule } from './installation-mail/installation-mail.module.ts';
import { IntroductionsModule } from './introductions/introductions.module.ts';
import { LettersModule } from './letters/letters.module.ts';
import { MailLogModule } from './mail-log/mail-log.module.ts';
import { MailReportsModule } from './mail-reports/mail-reports.module.ts';
import { MailsModule } from './mails/mails.module.ts';
import { MessagesModule } from './messages/messages.module.ts';
import { MixersModule } from './mixers/mixers.module.ts';
import { MorningsModule } from './mornings/mornings.module.ts';
import { OrganizationsModule } from './organizations/organizations.module.ts';
import { PagesModule } from './pages/pages.module.ts';
import { PanelsModule } from './panels/panels.module.ts';
import { PrintsModule } from './prints/prints.module.ts';
import { PrivacyModule } from './privacy/privacy.module.ts';
import { QuestionsModule } from './questions/questions.module.ts';
import { SeriesModule } from './series/series.module.ts';
import { SettingsModule } from './settings.ts';
import { SubmissionsModule } from './submissions/submissions.module.ts';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(config),
        DatabaseModule,
        HealthModule,
        AuthModule,
        OrganizationsModule,
        EventsModule,
        AttendeesModule,
        PanelsModule,
        EveningsModule,
        MessagesModule,
        MixersModule,
        ContactSwapsModule,
        QuestionsModule,
        CritiqueSessionsModule,
        FilesModule,
        CritiqueCreditsModule,
        SubmissionsModule,
        ConnectPicksModule,
        CritiquesModule,
        CritiqueSlotsModule,
        LettersModule,
        IntroductionsModule,
        InsightsModule,
        CirclesModule,
        CalendarsModule,
        CheckInModule,
        ImportsModule,
        MailLogModule,
        MailReportsModule,
        MailsModule,
        InstallationMailModule,
        MorningsModule,
        PrintsModule,
        PrivacyModule,
        SeriesModule,
        PagesModule,
        ...(config.mode === 'live' ? [] : [DemoModule]),
      ],
    };
  }
}
