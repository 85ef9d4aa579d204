import { Database, openDataSource } from '#libs/database';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import type { AuditStep } from './acts.ts';
import { ApiPair } from './api-pair.ts';
import { differences, readHistory, readStanding } from './audit.ts';
import { type Evening, type SignedIn, makeSignedIn, openEvening } from './evening.ts';
import { replay } from './model.ts';
import {
  type OperationName,
  type Play,
  cancelEvening,
  openBrowser,
  operations,
  weights,
} from './operations.ts';
import { Random } from './random.ts';
import { Roster } from './roster.ts';

/** What all histories of a run share: one database, two processes of the api, and people with a session. */
export interface Ground {
  database: TestDatabase;
  apis: ApiPair;
  db: Database;
  people: SignedIn[];
  stop(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const database = await createDatabase();
  await database.sql(`update installation set mode = 'test'`);
  const people = await makeSignedIn(database, 60, 'regular');
  const apis = await ApiPair.start(database);
  const db = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-histories', 8));
  return {
    database,
    apis,
    db,
    people,
    stop: async () => {
      await db.close();
      await apis.stop();
      await database.drop();
    },
  };
}

export interface Asked {
  seed: number;
  operations: number;
  clients: number;
  /** Whether one of the two processes is killed in the middle. */
  kill: boolean;
}

export interface Outcome {
  seed: number;
  steps: AuditStep[];
  /** How often each operation was answered with each status. */
  answers: Map<string, number>;
  /** What should not be; nothing when the evening went as the table says. */
  faults: string[];
}

/** Plays one evening with many clients at once, then holds what the audit tells against the model and the tables. */
export async function playHistory(ground: Ground, asked: Asked): Promise<Outcome> {
  const random = new Random(asked.seed);
  const evening = await openEvening(ground.database, random, ground.people);
  const strangers = Array.from({ length: 30 }, (_, index) => `s${asked.seed}-${index}@example.org`);
  const browser = await openBrowser(ground.apis, evening.slug);
  const roster = new Roster(ground.database, evening.eventId);
  const play: Play = { ...ground, evening, strangers, links: new Map(), browser, roster, random };
  const answers = await playAll(ground, play, asked);
  const steps = await readHistory(ground.database, evening.eventId);
  const broken = [...answers.keys()].filter((answer) => / 5\d\d$| threw /.test(answer));
  return {
    seed: asked.seed,
    steps,
    answers,
    faults: [...broken, ...(await judge(ground.database, evening, steps))],
  };
}

async function playAll(ground: Ground, play: Play, asked: Asked): Promise<Outcome['answers']> {
  const answers: Outcome['answers'] = new Map();
  let left = asked.operations;
  let killing: Promise<void> | undefined;
  const client = async (number: number): Promise<void> => {
    const random = new Random(asked.seed * 1000 + number);
    while (left > 0) {
      left -= 1;
      if (asked.kill && left < asked.operations / 2) killing ??= ground.apis.killOne();
      const name: OperationName = random.weighed(weights);
      const status = await operations[name]({ ...play, random }).catch(
        (error: unknown) => `threw ${String(error)}`,
      );
      const line = `${name} ${String(status)}`;
      answers.set(line, (answers.get(line) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: asked.clients }, (_, index) => client(index)));
  await killing;
  if (play.random.happens(0.3)) answers.set(`cancelEvening ${await cancelEvening(play)}`, 1);
  return answers;
}

/** What the audit, the model and the tables say of each other. */
export async function judge(
  database: TestDatabase,
  { eventId, rules, invited }: Evening,
  steps: readonly AuditStep[],
): Promise<string[]> {
  const rows = await database.sql<{ id: string; personId: string }>(
    'select id, person_id as "personId" from attendees where event_id = $1',
    [eventId],
  );
  const people = new Map(rows.map(({ id, personId }) => [id, personId]));
  const isInvited = (id: string): boolean => invited.has(people.get(id) ?? '');
  const { standing, divergence } = replay({ ...rules, isInvited }, steps);
  if (divergence !== null) return [divergence];
  return differences(standing, await readStanding(database, eventId)).slice(0, 20);
}
