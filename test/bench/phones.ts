import './support/production.ts';
import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Api, startApi } from '../support/api.ts';
import { makeThere } from '../support/critique-evening.ts';
import { type RunningEvening, makeRunningEvening } from '../support/critique-run.ts';
import { type Following, follow } from '../support/event-source.ts';
import { withPostgres } from '../properties/throw-away-postgres.ts';
import { interleaved, say, tell } from './support/passes.ts';

// A room of 500 phones at a session of 40 works, and its facilitator's press: how long until the last of them was told.
// Phones and api share this process and its one core, so the figures are those of a slower machine. The ceiling is a bare
// server in the same process that sends as many bytes to as many.

const works = 40;
const tables = 4;
const crowd = 500;
const few = 50;
/** Presses of a pass. */
const presses = 10;

interface Room {
  evening: RunningEvening;
  phones: Following[];
}

await withPostgres(async () => {
  const api = await startApi({ time: '2026-10-20T02:00:00Z' });
  const rooms: Room[] = [];
  try {
    say(`Rooms of ${crowd} and ${few} phones take their seats.`);
    rooms.push(await seat(api, crowd), await seat(api, few));
    await measure(rooms as [Room, Room]);
  } finally {
    for (const { phones } of rooms) for (const phone of phones) phone.close();
    await api.stop();
  }
});

async function measure([full, small]: [Room, Room]): Promise<void> {
  const bytes = JSON.stringify(full.phones[0]?.heard[0]?.data).length;
  const bare = await bareRoom(crowd, bytes);
  const figures = await interleaved([
    async () => ({ full: await lastTold(full) }),
    async () => ({ small: await lastTold(small) }),
    async () => ({ bare: await bare.lastTold() }),
  ]);
  bare.stop();
  const { full: of500 = NaN, small: of50 = NaN, bare: ofBare = NaN } = figures;
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  tell({
    what: `The last of ${crowd} phones is told`,
    is: `${ms(of500)} after the press`,
    value: of500,
    goal: 1_000,
    atLeast: false,
  });
  tell({
    what: `… beside a bare server that sends ${bytes} bytes to each`,
    is: `${ms(of500)} of ${ms(ofBare)}`,
    value: of500 / ofBare,
    goal: 6,
    atLeast: false,
  });
  tell({
    what: `… beside the last of ${few}`,
    is: `${ms(of500)} of ${ms(of50)}`,
    value: of500 / of50,
    goal: crowd / few,
    atLeast: false,
  });
}

async function seat(there: Api, count: number): Promise<Room> {
  const evening = await makeRunningEvening(there, { authors: works, tables });
  const people = [...evening.people];
  while (people.length < count) people.push(await makeThere(there, evening.event, `Guest ${people.length}`));
  const phones: Following[] = [];
  for (const { token } of people.slice(0, count)) {
    const url = `${there.url}/api/v1/critique/${token}/sessions/${evening.critiqueSessionId}/live`;
    phones.push(await follow(url, {}));
  }
  await Promise.all(phones.map((phone) => phone.next('now')));
  return { evening, phones };
}

/** @returns ms from a press to the last phone that shows it, the median of a pass's presses */
async function lastTold({ evening, phones }: Room): Promise<number> {
  const slot = await evening.slotAt(1, 1);
  const times: number[] = [];
  for (let press = 0; press < presses; press += 1) {
    const { state } = await evening.slotAt(1, 1);
    const act = state === 'running' ? 'pause' : state === 'paused' ? 'resume' : 'start';
    const wanted = act === 'pause' ? 'paused' : 'running';
    const began = performance.now();
    const told = Promise.all(phones.map((phone) => shows(phone, slot.id, wanted)));
    await evening.act(slot, act);
    await told;
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? NaN;
}

/** A message of the beat may come between. */
async function shows(phone: Following, slotId: string, wanted: string): Promise<void> {
  for (;;) {
    const { slots } = (await phone.next('now')) as { slots: { id: string; state: string }[] };
    if (slots.find(({ id }) => id === slotId)?.state === wanted) return;
  }
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
  const readers: Following[] = [];
  while (readers.length < count) readers.push(await follow(`http://127.0.0.1:${port}/`, {}));
  const data = JSON.stringify({ text: 'x'.repeat(bytes) });
  return {
    lastTold: async (): Promise<number> => {
      const times: number[] = [];
      for (let press = 0; press < presses; press += 1) {
        const began = performance.now();
        const told = Promise.all(readers.map((reader) => reader.next('now')));
        for (const answer of answers) answer.write(`event: now\ndata: ${data}\n\n`);
        await told;
        times.push(performance.now() - began);
      }
      times.sort((a, b) => a - b);
      return times[Math.floor(times.length / 2)] ?? NaN;
    },
    stop: (): void => {
      for (const reader of readers) reader.close();
      server.close();
    },
  };
}
