import 'reflect-metadata';
import { loggable } from '#libs/database';
import { SettingsError } from '#libs/settings';
import { readConfig } from './config.ts';
import { startWorker } from './worker.ts';

process.on('unhandledRejection', (error) => {
  process.stderr.write(`The worker stops: ${JSON.stringify(loggable(error))}\n`);
  process.exit(1);
});

try {
  const worker = await startWorker(readConfig());
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void worker.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  // npm start ends its children by ending; a parent that was killed cannot say so in another way.
  process.on('disconnect', stop);
  void worker.ended.then(() => {
    if (!stopping) process.exit(1);
  });
} catch (error) {
  process.stderr.write(
    error instanceof SettingsError ? `${error.message}\n` : `The worker did not start: ${String(error)}\n`,
  );
  process.exit(1);
}
