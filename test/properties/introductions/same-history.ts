import type { Api } from '../../support/api.ts';
import { Random } from '../random.ts';
import { lookAs, lookAsHost, mailsOf, neutral, withoutRowOf } from './observations.ts';
import { type Known, type Operation, perform } from './operations.ts';
import { instantOf } from './wall-time.ts';
import { passAll } from './worker.ts';
import { type World, makeWorlds, setFrozenClock } from './worlds.ts';

// Worlds that have one history but for what one of them, Y, does about the question: everything that X, Z and the host can
// read is compared byte for byte, at every step.

/** Y's act, and the first half where it takes two. */
export const fates = {
  silence: [],
  no: [{ act: 'answer', yes: false }],
  'yes, then no': [
    { act: 'answer', yes: true },
    { act: 'answer', yes: false },
  ],
  block: [{ act: 'block' }],
  'yes, then block': [{ act: 'answer', yes: true }, { act: 'block' }],
  'opt-out': [{ act: 'consent', yes: false }],
  'yes, then opt-out': [
    { act: 'answer', yes: true },
    { act: 'consent', yes: false },
  ],
  pause: [{ act: 'pause', until: '2027-06-01' }],
  'yes, then stop': [
    { act: 'answer', yes: true },
    { act: 'stop-mail', topic: 'introductions' },
  ],
  erasure: [{ act: 'erase' }],
  'yes, then erasure': [{ act: 'answer', yes: true }, { act: 'erase' }],
  yes: [{ act: 'answer', yes: true }],
} as const;
export type Fate = keyof typeof fates;

const x = 0;
const y = 1;
const z = 2;

const local = (text: string): number => instantOf(Date.parse(`2026-${text}Z`));
const steps = [
  ...[
    '10-20T08:20',
    '10-21T09:20',
    '10-21T12:20',
    '10-22T11:20',
    '10-22T12:50',
    '10-22T16:20',
    '10-24T12:20',
    '10-26T12:20',
  ],
  ...[
    '10-28T09:20',
    '10-28T12:20',
    '10-28T16:20',
    '10-30T12:20',
    '11-06T12:20',
    '11-12T12:20',
    '12-10T12:20',
  ],
].map(local);
const beginsAt = steps[0]!;

interface Step {
  at: number;
  operations: Operation[];
}

/** What everybody else does, and when Y does their part: drawn once for all worlds of a group. */
interface Story {
  steps: Step[];
  /** The steps at which Y acts; the second of two acts comes at the second. */
  fateAt: [number, number];
}

export function drawStory(random: Random): Story {
  const others: Operation[][] = steps.map(() => []);
  const doAt = (step: number, operation: Operation): void => void others[step]?.push(operation);
  doAt(0, { by: 'host', act: 'pin', x, y });
  doAt(0, { by: 'host', act: 'approve', pair: 0 });
  const hasThird = random.happens(0.7);
  if (hasThird) doAt(0, { by: 'host', act: 'pin', x, y: z });
  const thirdAt = random.oneOf([0, 2, 6])!;
  if (hasThird) doAt(thirdAt, { by: 'host', act: 'approve', pair: 1 });
  // X says yes after Y has met their fate, or a moment before it, or never.
  const fate = random.oneOf([2, 3, 5, 6, 7, 8])!;
  const fateAt: [number, number] = fate === 3 ? [3, 4] : [fate, fate];
  const xAt = random.oneOf([fate, fate + 1, 7, 8, 99].filter((step) => step >= fateAt[1]))!;
  const xSays = random.happens(0.75);
  doAt(xAt, { by: x, act: 'answer', pair: 0, yes: xSays });
  if (random.happens(0.2)) doAt(Math.min(xAt + 1, 8), { by: x, act: 'answer', pair: 0, yes: false });
  if (hasThird) {
    doAt(random.between(4, 8), { by: z, act: 'answer', pair: 1, yes: true });
    doAt(random.between(4, 8), { by: x, act: 'answer', pair: 1, yes: random.happens(0.8) });
    doAt(12, { by: x, act: 'mark', pair: 1, mark: random.oneOf(['talked', 'met'] as const)! });
    doAt(13, { by: z, act: 'glad', pair: 1 });
  }
  // What a host tries: it is refused, or not, in the same words.
  for (const act of ['take-back', 'reword', 'approve', 'drop', 'bring-back'] as const)
    if (random.happens(0.4)) doAt(random.between(3, 12), { by: 'host', act, pair: 0 });
  if (random.happens(0.25)) doAt(random.between(6, 10), { by: 'host', act: 'stop', pair: 0 });
  doAt(random.between(9, 12), { by: x, act: 'answer', pair: 0, yes: true });
  return { steps: steps.map((at, step) => ({ at, operations: others[step]! })), fateAt };
}

export interface Telling {
  fate: Fate;
  world: World;
  /** Step and what was looked at → what it said. */
  seen: Map<string, string>;
  /** How the pair stood in truth, step by step. */
  truth: string[];
}

export interface Setting {
  /** What a leaky product would show the host instead of what it shows, for a control. */
  board?: (api: Api, known: Known, shown: string) => Promise<string>;
  /** Of the first world: no number is used twice in a database. */
  firstNumber?: number;
}

interface Told extends Telling {
  known: Known;
  mails: Set<string>;
}

/** Plays each story once for each fate, all of them side by side. @returns one group of tellings for each story */
export async function tellAll(
  api: Api,
  stories: readonly Story[],
  chosen: readonly Fate[],
  { board, firstNumber = 0 }: Setting = {},
): Promise<Telling[][]> {
  await setFrozenClock(api, beginsAt);
  const guest = { most: 3, panelist: false, namedInAsks: true };
  const given = stories.flatMap(() => chosen.map(() => [guest, guest, guest]));
  const worlds = await makeWorlds(api.database, given, firstNumber);
  const groups = stories.map((_, story) =>
    chosen.map((fate, at): Told => {
      const world = worlds[story * chosen.length + at]!;
      return { fate, seen: new Map(), truth: [], world, known: [], mails: new Set() };
    }),
  );
  const quiet = new Random(1);
  for (const [step, at] of steps.entries()) {
    await passAll(api, at, quiet, { crashed: 0, repeated: 0 });
    for (const [number, group] of groups.entries())
      for (const told of group) await playStep(api, told, stories[number]!, step, board);
  }
  return groups;
}

async function playStep(
  api: Api,
  told: Told,
  story: Story,
  step: number,
  board: Setting['board'],
): Promise<void> {
  const { world, known, seen, fate } = told;
  // What arrived before is theirs already, whoever leaves now.
  await collectMails(api, told, step);
  for (const [half, act] of fates[fate].entries()) {
    const when = fates[fate].length === 1 ? 1 : half;
    if (story.fateAt[when] === step)
      await perform(api, world, known, { ...act, by: y, pair: 0 } as Operation);
  }
  for (const [at, operation] of story.steps[step]!.operations.entries()) {
    if (!('pair' in operation) || operation.pair < known.length) {
      const { status, body } = await perform(api, world, known, operation);
      seen.set(`${step} answer ${at} to ${JSON.stringify(operation)}`, `${status} ${JSON.stringify(body)}`);
    }
  }
  const [row] = await api.database.sql<{ state: string }>('select state from introductions where id = $1', [
    known[0],
  ]);
  told.truth.push(row?.state ?? '');
  const host = await lookAsHost(api, world, known, [9, 14].includes(step));
  if (board !== undefined) host.set('board', await board(api, known, host.get('board') ?? ''));
  for (const [name, text] of host) seen.set(`${step} host ${name}`, text);
  await collectMails(api, told, step);
  if (![3, 5, 7, 12].includes(step)) return;
  for (const guestAt of [x, z])
    for (const [name, text] of await lookAs(api, world, world.guests[guestAt]!, known))
      seen.set(`${step} ${guestAt === x ? 'X' : 'Z'} ${name}`, text);
}

async function collectMails(api: Api, { world, mails, seen }: Told, step: number): Promise<void> {
  for (const guestAt of [x, z])
    for (const [id, text] of await mailsOf(api, world, world.guests[guestAt]!)) {
      if (mails.has(id)) continue;
      mails.add(id);
      seen.set(`${step} mail to ${guestAt} ${text.split('\n', 1)[0]!}`, text);
    }
}

/** Fates after which a host reads that somebody left. */
const recorded: readonly Fate[] = ['erasure', 'yes, then erasure'];
/** What a host reads there is about Y by name. */
const aboutThem = /mails of pair|history of 1/;

/** Where two tellings differ: the step, what was looked at, and the first difference. */
export function differences(one: Telling, other: Telling): string[] {
  const names = new Set([...one.seen.keys(), ...other.seen.keys()]);
  const isRecorded = [one, other].some(({ fate }) => recorded.includes(fate));
  const shown = ({ seen, world }: Telling, name: string): string => {
    const text = seen.get(name) ?? '(nothing)';
    const isHosts = / host |"by":"host"/.test(name);
    return neutral(isRecorded && isHosts ? withoutRowOf(world.guests[y]!, text) : text);
  };
  return [...names].flatMap((name) => {
    if (isRecorded && aboutThem.test(name)) return [];
    const [a, b] = [shown(one, name), shown(other, name)];
    if (a === b) return [];
    const at = Array.from({ length: a.length }, (_, index) => index).findIndex(
      (index) => a[index] !== b[index],
    );
    const from = Math.max(0, at - 60);
    return [`${name}: ${one.fate} …${a.slice(from, at + 80)}… ${other.fate} …${b.slice(from, at + 80)}…`];
  });
}
