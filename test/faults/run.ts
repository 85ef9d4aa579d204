import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { withPostgres } from '../properties/throw-away-postgres.ts';
import { PostRun } from './post-run.ts';
import type { Planned } from './plans.ts';

// npm run test:smtp-faults -- --mails 10000 --batches 5: the long run. Batches with and without faults take turns, so that
// a busy minute falls on both; the pace is that of the 70 % whose domains the server always treats well.

const { values } = parseArgs({
  options: { mails: { type: 'string', default: '10000' }, batches: { type: 'string', default: '5' } },
});
const batches = Number(values.batches);
const mails = Math.round(Number(values.mails) / batches);
const goal = 0.8;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

await withPostgres(async () => {
  const run = await PostRun.open();
  const planned: Planned[] = [];
  const ratios: number[] = [];
  const faults: string[] = [];
  try {
    await run.send(mails / 4, false); // warms up
    for (let batch = 1; batch <= batches; batch += 1) {
      const alone = await run.send(mails, false);
      const beside = await run.send(mails, true);
      planned.push(...beside.planned);
      ratios.push(beside.pace / alone.pace);
      say(
        `batch ${batch}: ${alone.pace.toFixed(0)} mails a second alone, ${beside.pace.toFixed(0)} beside faults`,
      );
      faults.push(...(await run.end(beside.planned, 2)));
    }
  } finally {
    await run.close();
  }
  const median = [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? NaN;
  say(
    `${planned.length} mails, ${planned.filter(({ fault }) => fault !== null).length} of them with a fault.`,
  );
  say(`Other domains keep ${(100 * median).toFixed(0)} % of their pace, goal at least ${100 * goal} %.`);
  for (const fault of faults.slice(0, 50)) say(`  ${fault}`);
  say(`${faults.length} ended as they should not.`);
  process.exitCode = faults.length === 0 && median >= goal ? 0 : 1;
});
