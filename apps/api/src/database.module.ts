import { Database, openDataSource } from '#libs/database';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Budgets } from './budgets.ts';
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
    { provide: Budgets, inject: [Database], useFactory: (database: Database) => new Budgets(database) },
  ],
  exports: [Database, Budgets],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly budgets: Budgets,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.budgets.flush();
    await this.database.close();
  }
}
