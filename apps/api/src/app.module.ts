import { type DynamicModule, Module } from '@nestjs/common';
import { AttendeesModule } from './attendees/attendees.module.ts';
import { ImportsModule } from './attendees/imports.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import type { Config } from './config.ts';
import { CritiqueSessionsModule } from './critique-sessions/critique-sessions.module.ts';
import { DatabaseModule } from './database.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { EventsModule } from './events/events.module.ts';
import { HealthModule } from './health/health.controller.ts';
import { IntroductionsModule } from './introductions/introductions.module.ts';
import { MailsModule } from './mails/mails.module.ts';
import { OrganizationsModule } from './organizations/organizations.module.ts';
import { PagesModule } from './pages/pages.module.ts';
import { PanelsModule } from './panels/panels.module.ts';
import { SettingsModule } from './settings.ts';

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
        CritiqueSessionsModule,
        IntroductionsModule,
        ImportsModule,
        MailsModule,
        PagesModule,
        ...(config.mode === 'live' ? [] : [DemoModule]),
      ],
    };
  }
}
