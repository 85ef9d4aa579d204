import { type Api, startApi } from '../../support/api.ts';
import { Random } from '../random.ts';
import { drawGuests, drawOperation, predict } from './draw.ts';
import { brokenRules } from './invariants.ts';
import { Model } from './model.ts';
import { type Known, inject, perform } from './operations.ts';
import { type PairRow, type Rows, readRows } from './rows.ts';
import { day, instantOf } from './wall-time.ts';
import { type Mishaps, passAll } from './worker.ts';
import { type World, eveningEndsAt, freezeClock, makeWorlds, setFrozenClock } from './worlds.ts';

/** When something happens: between the minutes at which the product acts by itself. */
const moments = [
  ...[
    '10-20T08:20',
    '10-20T12:20',
    '10-21T09:20',
    '10-21T12:20',
    '10-22T12:20',
    '10-23T15:20',
    '10-24T12:20',
  ],
  ...[
    '10-26T12:20',
    '10-28T09:20',
    '10-28T12:20',
    '10-30T12:20',
    '11-03T12:20',
    '11-10T17:20',
    '11-25T12:20',
  ],
  ...['12-10T12:20', '12-20T12:20'],
].map((local) => instantOf(Date.parse(`2026-${local}Z`)));
const monthsAfter = ['2027-01-15T12:20', '2027-05-20T12:20', '2027-11-20T12:20'].map((local) =>
  instantOf(Date.parse(`${local}Z`)),
);

interface Played {
  world: World;
  model: Model;
  known: Known;
  random: Random;
  log: string[];
  /** Who writes first of each introduction, as drawn. */
  movers: Map<number, number>;
  frozen: Map<string, string>;
  mails: Set<string>;
  faults: string[];
}

export interface Outcome {
  seed: number;
  operations: number;
  faults: string[];
  log: string[];
}

export interface Batch {
  outcomes: Outcome[];
  mishaps: Mishaps;
  /** How often each operation was taken and refused, and each kind of mail left. */
  seen: Map<string, number>;
}

interface Wanted {
  /** How many of the months after the weeks are played, 0 to 3. */
  months?: number;
  /** A product that takes every yes for a no, for the control. */
  forgetsYes?: boolean;
}

/** Plays one history for each seed, side by side on one clock, held against the model after every step. */
export async function playBatch(
  seeds: readonly number[],
  { months = 3, ...wrong }: Wanted = {},
): Promise<Batch> {
  const api = await startApi();
  try {
    await freezeClock(api);
    await setFrozenClock(api, moments[0]!);
    return await play(api, seeds, [...moments, ...monthsAfter.slice(0, months)], wrong);
  } finally {
    await api.stop();
  }
}

async function play(
  api: Api,
  seeds: readonly number[],
  steps: readonly number[],
  wrong: Omit<Wanted, 'months'>,
): Promise<Batch> {
  const randoms = seeds.map((seed) => new Random(seed));
  const given = randoms.map(drawGuests);
  const worlds = await makeWorlds(api.database, given);
  const histories = worlds.map((world, at): Played => {
    const movers = new Map<number, number>();
    const people = given[at]!.map((guest) => ({
      ...guest,
      optedIn: true,
      leftInSilence: false,
      erased: false,
      pausedUntil: 0,
      stops: new Set<never>(),
    }));
    const model = new Model(people, eveningEndsAt + 60 * day, (pair) => movers.get(pair) ?? 0);
    const common = { world, model, random: randoms[at]!, known: [], log: [], faults: [], movers };
    return { ...common, frozen: new Map(), mails: new Set() };
  });
  const batch: Batch = { outcomes: [], mishaps: { crashed: 0, repeated: 0 }, seen: new Map() };
  const chance = new Random(seeds[0] ?? 0);
  for (const now of steps) {
    await passAll(api, now, chance, batch.mishaps);
    const rows = await readRows(api.database);
    for (const history of histories) passModel(history, rows, now);
    for (const history of histories) compare(history, rows, now);
    await inLanes(histories, (history) => act(api, history, now, batch, wrong));
    const after = await readRows(api.database);
    for (const history of histories) compare(history, after, now);
    await inLanes(
      histories.filter(({ random }) => random.happens(0.12)),
      (history) => compareBoard(api, history, now),
    );
  }
  for (const { model } of histories) for (const { kind } of model.sent) count(batch, `mail ${kind}`);
  batch.outcomes = histories.map(({ log, faults }, at) => ({
    seed: seeds[at]!,
    operations: log.length,
    faults,
    log,
  }));
  return batch;
}

async function act(
  api: Api,
  history: Played,
  now: number,
  batch: Batch,
  { forgetsYes = false }: Omit<Wanted, 'months'>,
): Promise<void> {
  const { random, model, world, known, log, faults } = history;
  if (faults.length > 0) return;
  const isFirst = now === moments[0];
  for (let left = isFirst ? random.between(2, 6) : random.between(0, 3); left > 0; left -= 1) {
    const operation = drawOperation(random, model, now);
    if (operation === null) continue;
    const isTaken = predict(model, operation, now);
    const { status, body } = await perform(
      api,
      world,
      known,
      forgetsYes && operation.act === 'answer' ? { ...operation, yes: false } : operation,
    );
    const line = `${new Date(now).toISOString()} ${JSON.stringify(operation)} ${status}`;
    log.push(line);
    count(batch, `${operation.act} ${isTaken ? 'taken' : 'refused'}`);
    const wasTaken = status < 400;
    if (wasTaken === isTaken && status < 500) continue;
    faults.push(
      `${line} ${JSON.stringify(body).slice(0, 200)}, the model says ${isTaken ? 'taken' : 'refused'}`,
    );
    return;
  }
}

function passModel({ model, known, world, faults, movers }: Played, rows: Rows, now: number): void {
  if (faults.length > 0) return;
  for (const pair of rows.pairs.get(world.organizationId) ?? [])
    if (pair.firstMover !== null) movers.set(known.indexOf(pair.id), personAt(world, pair.firstMover));
  model.pass(now);
}

function compare(history: Played, rows: Rows, now: number): void {
  const { world, model, known, faults, frozen } = history;
  if (faults.length > 0) return;
  const pairs = rows.pairs.get(world.organizationId) ?? [];
  const mails = rows.mails.get(world.organizationId) ?? [];
  const found = pairsIn(world, known, pairs);
  const foretold = model.pairs.map(({ state, sides }) =>
    [state, ...sides.map(({ person, consent, mark }) => `${person} ${consent} ${mark ?? ''}`).sort()].join(
      ', ',
    ),
  );
  if (found.join('\n') !== foretold.join('\n'))
    faults.push(`${stamp(now)} pairs are ${show(found)}, foretold ${show(foretold)}`);
  const sent = mails
    .filter(({ state }) => state === 'sent')
    .map(({ kind, personId, at }) => line(kind, personAt(world, personId), Number(at)));
  const toSend = model.sent.map(({ kind, person, at }) => line(kind, person, at));
  const [more, fewer] = [without(sent, toSend), without(toSend, sent)];
  if (more.length + fewer.length > 0)
    faults.push(`${stamp(now)} mails not foretold: ${show(more)}; foretold and missing: ${show(fewer)}`);
  const lost = mails.filter(({ state }) => !['sent', 'suppressed'].includes(state));
  if (lost.length > 0) faults.push(`${stamp(now)} mails ended as ${lost.map(({ state }) => state).join()}`);
  const gone = new Set(
    world.guests.flatMap(({ personId }, at) => (model.people[at]!.erased ? [personId] : [])),
  );
  faults.push(
    ...brokenRules(world, { pairs, mails, frozen, before: history.mails, gone, now }).map(
      (rule) => `${stamp(now)} ${rule}`,
    ),
  );
  for (const { id } of mails) history.mails.add(id);
}

function pairsIn(world: World, known: Known, pairs: readonly PairRow[]): string[] {
  return known.map((id) => {
    const { state, sides } = pairs.find((pair) => pair.id === id)!;
    const told = sides.map(
      ({ personId, consent, outcome }) => `${personAt(world, personId)} ${consent} ${outcome ?? ''}`,
    );
    return [state, ...told.sort()].join(', ');
  });
}

/** The host's word for each pair and how many take part, by the board they see. */
async function compareBoard(api: Api, { world, model, known, faults }: Played, now: number): Promise<void> {
  if (faults.length > 0) return;
  const { organizationId, eventId, owner } = world;
  const path = `/api/v1/organizations/${organizationId}/events/${eventId}/introductions`;
  const { body } = await inject(api, 'GET', path, owner.cookie);
  const shown = (body['introductions'] ?? []) as { id: string; standing: string }[];
  const read = known.map((id) => shown.find((one) => one.id === id)?.standing ?? 'dismissed');
  const foretold = model.pairs.map((pair) => model.standing(pair, now));
  if (read.join() !== foretold.join())
    faults.push(`${stamp(now)} the host reads ${show(read)}, foretold ${show(foretold)}`);
  const { optedIn } = body['counts'] as { optedIn: number };
  const takePart = model.people.filter((_, at) => model.takesPart(at)).length;
  if (optedIn !== takePart)
    faults.push(`${stamp(now)} the host reads that ${optedIn} take part, foretold ${takePart}`);
}

async function inLanes(
  histories: readonly Played[],
  work: (history: Played) => Promise<void>,
): Promise<void> {
  const rest = histories.values();
  const lane = async (): Promise<void> => {
    for (const history of rest) await work(history);
  };
  await Promise.all([lane(), lane(), lane()]);
}

const personAt = ({ guests }: World, personId: string): number =>
  guests.findIndex((guest) => guest.personId === personId);
const line = (kind: string, person: number, at: number): string =>
  `${kind} to ${person} at ${new Date(at).toISOString()}`;
const stamp = (now: number): string => new Date(now).toISOString();
const show = (lines: readonly string[]): string => `[${lines.join('; ')}]`;

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function count({ seen }: Pick<Batch, 'seen'>, name: string): void {
  seen.set(name, (seen.get(name) ?? 0) + 1);
}
