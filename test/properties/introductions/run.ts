import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { withPostgres } from '../throw-away-postgres.ts';
import { playBatch } from './histories.ts';

// npm run test:introductions: the long run. `-- --seed=17 --histories=1` plays one history again, always the same way.

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '10000' },
    batch: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const histories = Number(values.histories);
const size = Number(values.batch);
const first = Number(values.seed);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await withPostgres(async () => {
  const began = performance.now();
  const seen = new Map<string, number>();
  let [played, faulty, operations, crashed, repeated] = [0, 0, 0, 0, 0];
  while (played < histories) {
    const seeds = Array.from({ length: Math.min(size, histories - played) }, (_, at) => first + played + at);
    const batch = await playBatch(seeds);
    played += seeds.length;
    crashed += batch.mishaps.crashed;
    repeated += batch.mishaps.repeated;
    for (const [name, times] of batch.seen) seen.set(name, (seen.get(name) ?? 0) + times);
    for (const { seed, log, faults, operations: done } of batch.outcomes) {
      operations += done;
      if (faults.length === 0) continue;
      faulty += 1;
      say(`seed ${seed} DIVERGES\n  ${[...log.slice(-14), ...faults].join('\n  ')}`);
    }
    const seconds = (performance.now() - began) / 1000;
    say(`${played} histories from seed ${first}, ${faulty} diverge, ${seconds.toFixed(0)} s`);
  }
  for (const [name, times] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) say(`  ${name}: ${times}`);
  say(
    `${played} histories, ${operations} operations, ${crashed} crashed jobs, ${repeated} repeated: ${faulty} diverge.`,
  );
  process.exitCode = faulty === 0 ? 0 : 1;
});
