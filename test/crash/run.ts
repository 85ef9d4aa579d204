import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { withPostgres } from '../properties/throw-away-postgres.ts';
import { CrashGround, type Ended } from './crashes.ts';
import { faultsOf, tableOf } from './judge.ts';

// npm run test:crash -- --kills 50: the long run of the crash matrix, so many kills at each of its points.

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });
const kills = Number(values.kills);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

await withPostgres(async () => {
  const ground = await CrashGround.open();
  const ended: Ended[] = [];
  try {
    for (let round = 0; round < kills; round += 1) {
      const began = performance.now();
      const last = await ground.end(await ground.killAtEach(round));
      ended.push(...last);
      say(`round ${round + 1} of ${kills}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
      for (const fault of faultsOf(last)) say(`  ${fault}`);
    }
  } finally {
    await ground.close();
  }
  for (const line of tableOf(ended)) say(line);
  const faults = faultsOf(ended);
  say(`${ended.length} kills: ${faults.length} went wrong.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
});
