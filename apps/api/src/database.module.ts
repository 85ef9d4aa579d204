import { Database, openDataSource } from '#libs/database';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from './settings.ts';

@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [Settings],
      useFactory: async ({ config }: Settings) =>
        new Database(await openDataSource(config.databaseUrl, config.mode, 'acquaint-api')),
    },
  ],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}
