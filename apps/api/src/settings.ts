import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from './config.ts';

/** The validated configuration, for whoever needs a part of it. */
export class Settings {
  constructor(readonly config: Config) {}
}

@Global()
@Module({})
export class SettingsModule {
  static with(config: Config): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: Settings, useValue: new Settings(config) }],
      exports: [Settings],
    };
  }
}
