import 'reflect-metadata';
import { Database, migrate, openDataSource } from '#libs/database';
import { SettingsError } from '#libs/settings';
import { readConfig } from './config.ts';
import { seedDemo } from './demo.ts';
import { followNewZoneData } from './zones.ts';

/** Brings the database up to date; in demo mode also makes the demo organization. Safe to run at every start. */
try {
  const config = readConfig();
  await migrate(config.ownerUrl, config.appUrl);
  const database = new Database(await openDataSource(config.appUrl, config.mode, 'acquaint-setup', 1));
  if (config.mode === 'demo') await seedDemo(database, config.files);
  await followNewZoneData(database);
  await database.close();
} catch (error) {
  process.stderr.write(
    error instanceof SettingsError ? `${error.message}\n` : `Setup failed: ${String(error)}\n`,
  );
  process.exit(1);
}
