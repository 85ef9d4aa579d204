import './support/production.ts';
import { openGround } from './support/ground.ts';
import { type Room, layRooms } from './support/board-rooms.ts';
import { firstVisit, newVisitor, press, pressesFor, watchFrames } from './support/board-visit.ts';
import { interleaved, say, tell } from './support/passes.ts';
import { launchBrowser } from '../support/browser.ts';

// P11 of the goals: the board of 500 people in a real browser, beside an empty board in the same frame and the same run.

const people = 500;
const room = 60;
/** Presses of each key in a pass. */
const times = 4;
const acts = {
  'A approve': 'a',
  'U undo': 'u',
  'S skip': 's',
  'N never': 'n',
  '→ next': 'ArrowRight',
  '← previous': 'ArrowLeft',
};

const ground = await openGround();
const browser = await launchBrowser();
try {
  say(`The ground is being laid: boards of ${people}, ${room} and 0 people.`);
  const rooms = await layRooms(ground, { large: people, small: room, empty: 0 });
  await measureFirstLoad(rooms.large, rooms.empty);
  await measureKeys(rooms.large, rooms.empty);
  await countPresses(rooms.small);
} finally {
  await browser.close();
  await ground.stop();
}

async function measureFirstLoad(large: Room, empty: Room): Promise<void> {
  const figures = await interleaved([
    async () => ({ board: (await firstVisit(browser, large)).shownMs }),
    async () => ({ bare: (await firstVisit(browser, empty)).shownMs }),
  ]);
  const { kB, fontsKB } = await firstVisit(browser, large);
  const { board = NaN, bare = NaN } = figures;
  tell({
    what: 'P11 first load',
    is: 'kB that travel, scripts and styles',
    value: kB,
    goal: 200,
    atLeast: false,
  });
  say(`P11 first load: typefaces beside it, ${fontsKB.toFixed(0)} kB`);
  const is = `ms until a pair of ${people} people is painted, ${(board / bare).toFixed(2)} times an empty board (${bare.toFixed(0)} ms)`;
  tell({ what: 'P11 first paint', is, value: board, goal: 3 * bare, atLeast: false });
}

async function measureKeys(large: Room, empty: Room): Promise<void> {
  const board = await newVisitor(browser, large);
  const bare = await newVisitor(browser, empty);
  for (const page of [board, bare]) await watchFrames(page);
  let slowest = 0;
  const pass = (page: typeof board, side: string, answers: boolean) => async () => {
    const figures: Record<string, number> = {};
    for (const [act, key] of Object.entries(acts)) {
      const taken = await press(page, key, times, answers);
      figures[`${side} ${act}`] = Math.max(...taken);
      if (answers) slowest = Math.max(slowest, ...taken);
    }
    return figures;
  };
  const figures = await interleaved([pass(board, 'board', true), pass(bare, 'bare', false)]);
  for (const act of Object.keys(acts)) {
    const [is = NaN, whole = NaN] = [figures[`board ${act}`], figures[`bare ${act}`]];
    const what = `ms to the painted answer, ${people} people, ${(is / whole).toFixed(2)} times an empty board (${whole.toFixed(1)} ms)`;
    tell({ what: `P11 ${act}`, is: what, value: is, goal: 100, atLeast: false });
  }
  tell({
    what: 'P11 all keys',
    is: 'ms, the slowest press of all',
    value: slowest,
    goal: 100,
    atLeast: false,
  });
}

/** Ten minutes for a room of 60: what there is to press, and how long each pair may be looked at. */
async function countPresses(small: Room): Promise<void> {
  const page = await newVisitor(browser, small);
  const { pairs, presses, seconds } = await pressesFor(page, 'a');
  tell({
    what: `P11 room of ${room}`,
    is: `presses for ${pairs} pairs, one at a time`,
    value: presses,
    goal: pairs,
    atLeast: false,
  });
  say(
    `P11 room of ${room}: the machine takes ${seconds.toFixed(1)} s of ten minutes, which leaves ${((600 - seconds) / pairs).toFixed(1)} s to read each pair; all at once is 1 click`,
  );
}
