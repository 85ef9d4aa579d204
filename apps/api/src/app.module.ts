import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.ts';
import type { Config } from './config.ts';
import { DatabaseModule } from './database.module.ts';
import { HealthModule } from './health/health.controller.ts';
import { PagesModule } from './pages/pages.module.ts';
import { SettingsModule } from './settings.ts';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [SettingsModule.with(config), DatabaseModule, HealthModule, AuthModule, PagesModule],
    };
  }
}
