import './support/production.ts';
import { once } from 'node:events';
import { Agent, type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Api, startApi } from '../support/api.ts';
import { type PersonThere, makeThere } from '../support/critique-evening.ts';
import { type PanelEvening, makePanelEvening, panelDesk } from '../support/panel-evening.ts';
import { withPostgres } from '../properties/throw-away-postgres.ts';
import { type Listener, listenTo } from './support/listener.ts';
import { interleaved, median, say, tell } from './support/passes.ts';

// A room of 500 phones at a panel of 40 questions: how long from a moderator's press until the last of them shows it, in a quiet
// room, and while 200 people vote at the same moment; and until the last one shows all of those votes. Phones, voters and api share
// this process and its one core, so the figures are those of a slower machine. The ceiling is a bare server in the same process
// that sends as many bytes to as many.

const crowd = 500;
const few = 50;
const voters = 200;
const questions = 40;
/** Of a pass, apart enough that the api does not gather them. */
const presses = 4;
const apartMs = 300;
/** Counts the presses, so that each shows something else. */
let turn = 0;

const ms = (value: number): string => `${value.toFixed(0)} ms`;

interface Room {
  evening: PanelEvening;
  people: PersonThere[];
  phones: Listener[];
  asked: string[];
  /** The question that is voted for, and whether it has the votes of all. */
  voted: boolean;
}

await withPostgres(async () => {
  const api = await startApi({ time: '2026-10-20T02:00:00Z' });
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const rooms: Room[] = [];
  try {
    say(`Rooms of ${crowd} and ${few} phones take their seats.`);
    rooms.push(await seat(api, crowd), await seat(api, few));
    await measure(api, agent, rooms as [Room, Room]);
  } finally {
    for (const { phones } of rooms) for (const phone of phones) phone.close();
    agent.destroy();
    await api.stop();
  }
});

async function measure(api: Api, agent: Agent, [full, small]: [Room, Room]): Promise<void> {
  const bytes = (full.phones[0]?.latest() ?? '').length;
  const bare = await bareRoom(crowd, bytes);
  const figures = await interleaved([
    async () => ({ quiet: await lastTold(api, full) }),
    async () => ({ small: await lastTold(api, small) }),
    async () => ({ bare: await bare.lastTold() }),
    async () => burst(api, agent, full),
  ]);
  bare.stop();
  const {
    quiet = NaN,
    small: ofFew = NaN,
    bare: ofBare = NaN,
    press = NaN,
    votes = NaN,
    taken = NaN,
  } = figures;
  const told = (what: string, is: string, value: number, goal: number) =>
    tell({ what, is, value, goal, atLeast: false });
  told(`The last of ${crowd} phones is told`, `${ms(quiet)} after the press`, quiet, 1_000);
  told(
    `… beside a bare server that sends ${bytes} bytes to each`,
    `${ms(quiet)} of ${ms(ofBare)}`,
    quiet / ofBare,
    6,
  );
  told(`… beside the last of ${few}`, `${ms(quiet)} of ${ms(ofFew)}`, quiet / ofFew, crowd / few);
  told(`… while ${voters} people vote at once`, `${ms(press)} after the press`, press, 1_000);
  told(`The last phone shows all ${voters} votes`, `${ms(votes)} after the first was sent`, votes, 2_000);
  say(`The votes themselves were answered within ${ms(taken)}.`);
}

async function seat(api: Api, count: number): Promise<Room> {
  const evening = await makePanelEvening(api);
  const desk = panelDesk(api, evening);
  const people: PersonThere[] = [];
  while (people.length < count) people.push(await makeThere(api, evening.event, `Guest ${people.length}`));
  const asked: string[] = [];
  while (asked.length < questions) {
    const who = people[asked.length];
    if (who === undefined) break;
    asked.push(
      await desk.asked(
        who,
        `Question ${asked.length}: ${'how do you hear a cut before it is one? '.repeat(4)}`.trim(),
      ),
    );
  }
  const phones: Listener[] = [];
  for (const { token } of people)
    phones.push(await listenTo(`${api.url}/api/v1/evening/${token}/panels/${evening.panelId}/live`));
  await Promise.all(phones.map((phone) => phone.sees((text) => text !== '')));
  return { evening, people, phones, asked, voted: false };
}

/** @returns ms from a press to the last phone that shows it, the median of a pass's presses */
async function lastTold(api: Api, room: Room): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < presses; at += 1) {
    await wait(apartMs);
    times.push(await pressed(api, room));
  }
  return median(times);
}

/** Puts another question on the screen. */
async function pressed(api: Api, { evening, phones, asked }: Room): Promise<number> {
  turn += 1;
  // The first is the one that is voted for.
  const questionId = asked[1 + (turn % (asked.length - 1))] ?? '';
  const began = performance.now();
  const told = Promise.all(
    phones.map((phone) => phone.sees((text) => text.includes(`"current":{"id":"${questionId}"`))),
  );
  const { status } = await panelDesk(api, evening).moderate('highlight', { questionId });
  if (status !== 200) throw new Error(`The press was answered with ${status}`);
  await told;
  return performance.now() - began;
}

/** Many votes and a press, all sent at one moment. */
async function burst(api: Api, agent: Agent, room: Room): Promise<Record<string, number>> {
  await wait(apartMs);
  room.voted = !room.voted;
  const [questionId = ''] = room.asked;
  const all = room.voted ? voters : 0;
  const { panelId } = room.evening;
  const method = room.voted ? 'PUT' : 'DELETE';
  const began = performance.now();
  const shown = new RegExp(`"id":"${questionId}","text":"[^"]*","name":null,"forId":null,"votes":${all},`);
  const counted = Promise.all(room.phones.map((phone) => phone.sees((text) => shown.test(text)))).then(
    () => performance.now() - began,
  );
  const answered = Promise.all(
    // The first asked it.
    room.people
      .slice(1, 1 + voters)
      .map(({ token }) =>
        send(
          agent,
          method,
          `${api.url}/api/v1/evening/${token}/panels/${panelId}/questions/${questionId}/vote`,
        ),
      ),
  ).then(() => performance.now() - began);
  const press = await pressed(api, room);
  return { press, taken: await answered, votes: await counted };
}

async function send(agent: Agent, method: string, url: string): Promise<void> {
  const sent = request(url, { agent, method });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  if (answer.statusCode !== 200) throw new Error(`A vote was answered with ${String(answer.statusCode)}`);
}

/** A server that does nothing but send a text of so many bytes to everybody who is there. */
async function bareRoom(count: number, bytes: number) {
  const answers = new Set<ServerResponse>();
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
    answers.add(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const readers: Listener[] = [];
  while (readers.length < count) readers.push(await listenTo(`http://127.0.0.1:${port}/`));
  const text = 'x'.repeat(bytes);
  return {
    lastTold: async (): Promise<number> => {
      const times: number[] = [];
      for (let press = 0; press < presses; press += 1) {
        const began = performance.now();
        turn += 1;
        const mark = `"turn":${turn},`;
        const told = Promise.all(readers.map((reader) => reader.sees((text) => text.includes(mark))));
        const message = Buffer.from(`event: now\ndata: ${JSON.stringify({ turn, text })}\n\n`);
        for (const answer of answers) answer.write(message);
        await told;
        times.push(performance.now() - began);
      }
      return median(times);
    },
    stop: (): void => {
      for (const reader of readers) reader.close();
      server.close();
    },
  };
}
