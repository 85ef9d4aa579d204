import { batch, lockAndLook, single } from './rsvp-statements.ts';
import { measureMillions, refuseSmallDisk } from './rsvp-millions.ts';
import { ceilingTool } from './support/ceiling.ts';
import { Crowd, people, signedIn } from './support/crowd.ts';
import { type BenchApi, openGround } from './support/ground.ts';
import { interleaved, perSecond, say, tell } from './support/passes.ts';
import { eventId, seedEvents } from './support/seed.ts';

// P1, P2, P3 and P8 of the goals: RSVPs of signed-in people, all for one event, spread over many, and among millions.
// `npm run bench:rsvp -- P8` measures P8 alone.

const spread = 10_000;
const hot = 100;
const seconds = 2;
/** With 64 connections and two batches in flight, each holds about so many. */
const batchSize = 32;

/** One by one, 4,000 would take a minute a pass on a busy machine; a waiting time is the same with fewer. */
const patient = 1_000;

const asked = process.argv.slice(2);
const wanted = (...goals: string[]): boolean =>
  asked.length === 0 || goals.some((goal) => asked.includes(goal));

const ground = await openGround();
try {
  if (wanted('P8')) await refuseSmallDisk(ground);
  say(`The ground is being laid: ${spread + hot} events, ${people} people.`);
  await seedEvents(ground, spread + hot, 100_000);
  const crowd = await Crowd.gather(ground);
  let event = spread;
  const next = (): string => String((event += 1));
  const api = await ground.api();
  if (wanted('P1', 'P3')) await measureHot(api, crowd, next);
  if (wanted('P2')) await measureSpread(api, crowd);
  if (wanted('P8')) await measureMillions({ ground, api, crowd, next, events: spread });
} finally {
  await ground.stop();
}

/** Each pass has an event of its own, which nobody has been to. */
async function measureHot(api: BenchApi, crowd: Crowd, next: () => string): Promise<void> {
  const oneByOne = await ground.api({}, 'test/bench/support/one-by-one.ts');
  const onPostgres = async (
    script: (event: string) => string,
    clients: number,
    size = 1,
  ): Promise<number> => {
    const here = next();
    const run = await crowd.onPostgres({ script: script(here), clients, seconds });
    await crowd.expectRows(`event_id = ${eventId(here)}`, run.transactions * size);
    return run.perSecond * size;
  };
  const figures = await interleaved([
    async () => ({ alone: await onPostgres(single, 16) }),
    async () => ({ locking: await onPostgres(lockAndLook, 16) }),
    async () => ({ batched: await onPostgres((here) => batch(here, batchSize), 2, batchSize) }),
    async () => {
      const run = await crowd.rsvpTo(next(), api);
      return { desk: run.perSecond, p99: run.p99Ms };
    },
    async () => {
      const run = await crowd.rsvpTo(next(), oneByOne, patient);
      return { slowDesk: run.perSecond, slowP99: run.p99Ms };
    },
  ]);
  await oneByOne.stop();
  const { alone = NaN, locking = NaN, batched = NaN, desk = NaN, p99 = NaN } = figures;
  const { slowDesk = NaN, slowP99 = NaN } = figures;
  say(`P1 for comparison: SELECT FOR UPDATE ${perSecond(locking)} (${ceilingTool}, 16 clients)`);
  tell({
    what: 'P1 hot RSVP',
    is: `${perSecond(desk)}, p99 ${p99.toFixed(0)} ms, of ${perSecond(alone)} (${ceilingTool}, single statement, 16 clients)`,
    value: desk / alone,
    goal: 5,
    atLeast: true,
  });
  tell({
    what: 'P1 hot RSVP',
    is: `${perSecond(desk)} of ${perSecond(batched)} (${ceilingTool}, batches of ${batchSize}, 2 clients)`,
    value: desk / batched,
    goal: 0.55,
    atLeast: true,
  });
  tell({
    what: 'P3 hot RSVP',
    is: `p99 ${p99.toFixed(1)} ms of ${slowP99.toFixed(1)} ms (the same api, one RSVP a transaction, 10 at a time: ${perSecond(slowDesk)})`,
    value: p99 / slowP99,
    goal: 0.2,
    atLeast: false,
  });
}

async function measureSpread(api: BenchApi, crowd: Crowd): Promise<void> {
  let before = 0;
  const figures = await interleaved([
    async () => {
      const script = `\\set e random(1, ${spread})\n${single(':e::int')}`;
      return { alone: (await crowd.onPostgres({ script, clients: 16, seconds })).perSecond };
    },
    async () => {
      await ground.sql('delete from attendees where person_id = any(select person_id from sessions)');
      // Nobody comes to the same event twice, whatever the pass.
      const run = await crowd.rsvp(api, (index) => 1 + ((index * 7 + before) % spread));
      before += 1;
      await crowd.expectRows('person_id = any(select person_id from sessions)', signedIn);
      return { desk: run.perSecond };
    },
  ]);
  const { alone = NaN, desk = NaN } = figures;
  tell({
    what: 'P2 spread RSVP',
    is: `${perSecond(desk)} of ${perSecond(alone)} (${ceilingTool}, single statement, 16 clients)`,
    value: desk / alone,
    goal: 0.75,
    atLeast: true,
  });
}
