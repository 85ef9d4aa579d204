import {
  Event,
  EventMessage,
  EventSeries,
  everybodyGoing,
  newId,
  ruleText,
  system,
  templateOf,
} from '#libs/domain';
import { makeEvent, makeOrganization } from '../../../test/support/factories.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { setClock } from './clock.ts';
import { Database } from './database.ts';
import { openDataSource } from './open.ts';
import { claimDay, lockSeries, makeDates } from './series.ts';
import type { Tx } from './tx.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'series', 6));
  await db.write({ kind: 'system' }, (tx) => setClock(tx, new Date('2026-10-01T12:00:00Z')));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** Weekly from Tuesday, 20 October 2026; only its first date is made. */
async function makeSeries() {
  const { id: organizationId } = await makeOrganization(database);
  const { id: eventId } = await makeEvent(database, organizationId, {
    ...{ startsLocal: '2026-10-20T19:00', endsLocal: '2026-10-20T21:00' },
  });
  const id = newId();
  const scope = { kind: 'organization', organizationId, actor: system } as const;
  await db.write(scope, async (tx) => {
    const event = await tx.one(Event, { id: eventId });
    const rule = { pattern: 'weeks', interval: 1, weekdays: ['TU'], count: null, until: null } as const;
    const series = Object.assign(new EventSeries(), {
      ...{ id, organizationId, slug: 'cold-ears', firstDay: '2026-10-20', announces: true },
      rule: ruleText({ ...rule, weekdays: ['TU'] }, '2026-10-20'),
      template: templateOf(event!, 12),
      ...{ extras: { panels: ['Foley'], mixer: 'open' }, nextAt: null, version: 1, createdAt: tx.now },
    });
    await tx.insert(EventSeries, series);
    await claimDay(tx, series, series.firstDay, { eventId, given: series.template });
  });
  /** As the worker does, or past the lock that lets one at a time in. */
  const make = (how: 'locked' | 'unlocked', before: () => Promise<void> = () => Promise.resolve()) =>
    db.write(scope, async (tx: Tx) => {
      const series =
        how === 'locked' ? await lockSeries(tx, organizationId, id) : (await tx.one(EventSeries, { id }))!;
      await before();
      return makeDates(tx, series, system);
    });
  const days = async () => {
    const rows = await database.sql<{ day: string }>(
      `select left(e.starts_local, 10) as day from events e where e.organization_id = $1 order by 1`,
      [organizationId],
    );
    return rows.map(({ day }) => day);
  };
  return { id, organizationId, eventId, make, days };
}

/** Lets nobody on until so many have come. */
function gate(expected: number): () => Promise<void> {
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  let here = 0;
  return () => {
    here += 1;
    if (here === expected) open();
    return all;
  };
}

const untilDecember = ['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'];

describe('the dates of a series', () => {
  it('are made once, however often and in whatever order it is asked for', async () => {
    const { make, days } = await makeSeries();
    expect(await make('locked')).toHaveLength(5);
    expect(await make('locked')).toEqual([]);
    expect(await days()).toEqual(untilDecember);
  });

  it('are made once by workers who ask at the same moment', async () => {
    const { make, days } = await makeSeries();
    const made = await Promise.all(Array.from({ length: 4 }, () => make('locked')));
    expect(made.flat()).toHaveLength(5);
    expect(await days()).toEqual(untilDecember);
  });

  it('are made once even where nothing lets them in one at a time: a day can be claimed once only', async () => {
    const { make, days } = await makeSeries();
    const allHere = gate(3);
    const made = await Promise.all(Array.from({ length: 3 }, () => make('unlocked', allHere)));
    expect(made.flat()).toHaveLength(5);
    expect(await days()).toEqual(untilDecember);
  });

  it('leave nothing half made behind when a worker dies in between', async () => {
    const { make, days, organizationId } = await makeSeries();
    const dying = db.write({ kind: 'organization', organizationId, actor: system }, async (tx) => {
      const [series] = await tx.find(EventSeries, { where: { organizationId } });
      await makeDates(tx, series!, system);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await days()).toEqual(['2026-10-20']);
    await make('locked');
    expect(await days()).toEqual(untilDecember);
  });

  it('never come back after somebody cancelled them', async () => {
    const { make, days, organizationId } = await makeSeries();
    await make('locked');
    await database.sql(
      `update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'Holiday'
       where organization_id = $1 and starts_local = '2026-11-10T19:00'`,
      [organizationId],
    );
    expect(await make('locked')).toEqual([]);
    expect(await days()).toEqual(untilDecember);
  });

  it('have their panels, their mixer and an address of their own', async () => {
    const { make, organizationId } = await makeSeries();
    await make('locked');
    const [counts] = await database.sql(
      `select count(distinct e.slug)::int as slugs, count(distinct p.id)::int as panels, count(distinct m.id)::int as mixers
       from events e join event_slugs s on s.slug = e.slug and s.event_id = e.id
         left join panels p on p.event_id = e.id left join mixers m on m.event_id = e.id
       where e.organization_id = $1 and e.starts_local > '2026-10-21'`,
      [organizationId],
    );
    expect(counts).toEqual({ slugs: 5, panels: 5, mixers: 5 });
  });

  it('begin with the messages of the first date that stand by a rule, each as it was', async () => {
    const { make, organizationId, eventId } = await makeSeries();
    const rule = { anchor: 'start', minutes: -120 } as const;
    const text = { subject: 'Tonight', text: 'The gate is on the left.', segment: everybodyGoing };
    await db.write({ kind: 'organization', organizationId, actor: system }, async (tx) => {
      const event = (await tx.one(Event, { id: eventId }))!;
      const add = async (name: string, given: object, act: 'schedule' | 'callOff' | null) => {
        const ids = { id: newId(), organizationId, eventId };
        const message = EventMessage.draft(ids, 'announcement', { ...text, name, rule, ...given }, tx.now);
        if (act !== null) message.schedule(null, event, tx.now);
        if (act === 'callOff') message.callOff('by-hand');
        await tx.insert(EventMessage, message);
      };
      await add('by itself', {}, 'schedule');
      await add('to look over', { rule: { anchor: 'end', minutes: 60 } }, null);
      await add('for that day alone', { rule: null }, null);
      await add('called off', {}, 'callOff');
    });
    await make('locked');
    const copies = await database.sql(
      `select m.name, m.state, m.text, m.due_at = e.starts_at - interval '2 hours' as "twoHoursBefore" from event_messages m
       join events e on e.id = m.event_id where e.organization_id = $1 and e.starts_local = '2026-11-03T19:00' order by m.name`,
      [organizationId],
    );
    expect(copies).toEqual([
      { name: 'by itself', state: 'scheduled', text: text.text, twoHoursBefore: true },
      { name: 'to look over', state: 'draft', text: text.text, twoHoursBefore: null },
    ]);
  });

  it('begin with what any new event begins with where the first has no messages', async () => {
    const { make, organizationId } = await makeSeries();
    await make('locked');
    const kinds = await database.sql<{ kind: string }>(
      `select m.kind from event_messages m join events e on e.id = m.event_id
       where e.organization_id = $1 and e.starts_local = '2026-11-03T19:00' order by 1`,
      [organizationId],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['reminder', 'thanks']);
  });

  it('say when there is something to make again, and the list of what is due knows', async () => {
    const { make, id } = await makeSeries();
    await make('locked');
    const due = await database.sql<{ due_at: Date }>(
      `select due_at from due_work where task = 'series.make' and subject_id = $1`,
      [id],
    );
    // 1 December, 19:00 in Los Angeles, less eight weeks.
    expect(due).toEqual([{ due_at: new Date('2026-10-07T03:00:00Z') }]);
  });

  // The last of this file: it takes the protection out of its database.
  it('would be made twice without the claim of a day (control)', async () => {
    const { make, days } = await makeSeries();
    await database.sql('alter table series_dates drop constraint series_dates_once');
    const allHere = gate(2);
    const made = await Promise.all(Array.from({ length: 2 }, () => make('unlocked', allHere)));
    expect(made.flat()).toHaveLength(12);
    expect((await days()).length).toBe(13);
  });
});
