import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ownActs, acts as tableOfActs } from './acts.ts';
import { type Ground, type Outcome, openGround, playHistory } from './histories.ts';
import { withPostgres } from './throw-away-postgres.ts';

// npm run test:histories: the long run. `-- --seed=17 --histories=1` plays the seeds of one history again; the order in
// which clients and processes meet is the machine's own, so a rare divergence may take several tries.

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '200' },
    operations: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '2' },
  },
});
const histories = Number(values.histories);
const operations = Number(values.operations);
const clients = Number(values.clients);
const seeds = Array.from({ length: histories }, (_, index) => Number(values.seed) + index);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Two evenings at a time, so that a batch of the desk holds both. @returns how many diverge */
async function playAll(ground: Ground): Promise<number> {
  const acts = new Map<string, number>();
  const answers = new Map<string, number>();
  const rest = seeds.values();
  let faulty = 0;
  const lane = async (): Promise<void> => {
    for (const seed of rest) {
      const began = performance.now();
      const outcome = await playHistory(ground, { seed, operations, clients, kill: true });
      for (const { action } of outcome.steps) count(acts, action);
      for (const [answer, times] of outcome.answers) count(answers, answer, times);
      if (outcome.faults.length > 0) faulty += 1;
      tell(outcome, (performance.now() - began) / 1000);
    }
  };
  await Promise.all(Array.from({ length: Number(values['at-once']) }, lane));
  // Fewer histories may well do without some act; so many that miss one have stopped to prove anything about it.
  const missing = [...Object.keys(tableOfActs), ...Object.keys(ownActs)].filter((act) => !acts.has(act));
  if (histories >= 20 && missing.length > 0) {
    faulty += 1;
    say(`\nNever seen: ${missing.join(', ')}`);
  }
  say(`\nActs:\n${listed(acts)}\n\nAnswers:\n${listed(answers)}\n`);
  return faulty;
}

function tell({ seed, steps, faults }: Outcome, seconds: number): void {
  const verdict = faults.length === 0 ? 'as the table says' : 'DIVERGES';
  say(`seed ${seed}: ${steps.length} steps in ${seconds.toFixed(1)} s, ${verdict}`);
  for (const fault of faults) say(`  ${fault}`);
  const at = Number(/^Step (\d+)/.exec(faults.find((fault) => fault.startsWith('Step')) ?? '')?.[1] ?? 0);
  for (const step of steps.slice(Math.max(at - 12, 0), at && at + 2)) {
    const { version, transaction, at: moment, action, subject, codes } = step;
    const line = `${new Date(moment).toISOString()} ${action} ${subject} ${JSON.stringify(codes)}`;
    say(`    ${version} in ${transaction} at ${line}`);
  }
}

function count(counts: Map<string, number>, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

const listed = (counts: Map<string, number>): string =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `  ${name}: ${times}`)
    .join('\n');

await withPostgres(async () => {
  const began = performance.now();
  const ground = await openGround();
  try {
    const faulty = await playAll(ground);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    say(
      `${histories} histories of ${operations} operations by ${clients} clients in ${minutes} minutes: ${faulty} went wrong.`,
    );
    process.exitCode = faulty === 0 ? 0 : 1;
  } finally {
    await ground.stop();
  }
});
