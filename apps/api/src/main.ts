import 'reflect-metadata';
import { SettingsError } from '#libs/settings';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';

process.on('unhandledRejection', (error) => {
  process.stderr.write(
    `The api stops: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});

try {
  const config = readConfig();
  const app = await createApp(config);
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    // Not Nest's shutdown hooks: they end the process by its signal, and a stop that was asked for is no failure.
    stopping ??= app.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  // npm start ends its children by ending; a parent that was killed cannot say so in another way.
  process.on('disconnect', stop);
  await app.listen(config.port, config.host);
} catch (error) {
  process.stderr.write(
    error instanceof SettingsError ? `${error.message}\n` : `The api did not start: ${String(error)}\n`,
  );
  process.exit(1);
}
