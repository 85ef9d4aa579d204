import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { signedInCrowd, unprovenCrowd } from './flash-crowd.ts';
import { openGround } from './histories.ts';
import { withPostgres } from './throw-away-postgres.ts';

// npm run test:crowd: the long run of the flash crowd.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, people: { type: 'string', default: '5000' } },
});
const [rounds, people] = [Number(values.rounds), Number(values.people)];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await withPostgres(async () => {
  const ground = await openGround();
  let faulty = 0;
  try {
    for (let seed = 1; seed <= rounds; seed += 1) {
      for (const [name, come] of [
        ['signed in', signedInCrowd],
        ['unproven', unprovenCrowd],
      ] as const) {
        const began = performance.now();
        const faults = await come(ground, { people, capacity: 100, inFlight: 200, seed });
        if (faults.length > 0) faulty += 1;
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        say(`round ${seed}, ${name}: ${people} people in ${seconds} s, ${ground.apis.shed} shed so far`);
        for (const fault of faults) say(`  ${fault}`);
      }
    }
    say(`${rounds} rounds of ${people} people, twice each: ${faulty} went wrong.`);
    process.exitCode = faulty === 0 ? 0 : 1;
  } finally {
    await ground.stop();
  }
});
