import 'reflect-metadata';
import { SettingsError } from '#libs/settings';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';

try {
  const config = readConfig();
  const app = await createApp(config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
} catch (error) {
  process.stderr.write(error instanceof SettingsError ? `${error.message}\n` : `The api did not start: ${String(error)}\n`);
  process.exit(1);
}
