import { stepCircle } from '../../apps/worker/src/circles/step.ts';
import {
  actInCircle,
  answerCircle,
  circleAsRead,
  circlePath,
  lookAtCircle,
  memberOf,
  plannedCircle,
  tickDates,
} from '../support/circles.ts';
import { readCalendar } from '../support/calendars.ts';
import { type Evening, type Guest, at, nextEvening, startEvening } from '../support/evening.ts';

// A circle from the host's wish to its end, over five months of moved clock: api, the worker's steps and its post.

const patience = 180_000;
let first: Evening;
let evening: Evening;
let people: Record<string, Guest>;
let id: string;

beforeAll(async () => {
  first = await startEvening();
}, patience);
beforeEach(async () => {
  evening = await nextEvening(first);
  people = {};
  for (const name of ['Ana', 'Ben', 'Cem', 'Dana', 'Eli', 'Fay'])
    people[name] = await evening.guest({ name });
  id = await plannedCircle(evening, Object.values(people));
  await evening.pass('2026-10-21T10:05');
}, patience);
afterAll(() => first.stop());

const who = (name: string): Guest => {
  const guest = people[name];
  if (guest === undefined) throw new Error(`Who is ${name}?`);
  return guest;
};
const each = async (names: readonly string[], act: (guest: Guest) => Promise<unknown>): Promise<void> => {
  for (const name of names) await act(who(name));
};
const yes = (...names: string[]) => each(names, (guest) => answerCircle(evening, guest, id, 'yes'));
const tick = (names: readonly string[], places: readonly number[]) =>
  each(names, (guest) => tickDates(evening, guest, id, places));
const pageOf = async (name: string) => (await lookAtCircle(evening, who(name), id)).text;
const sql = (text: string, values: unknown[] = []) => evening.api.database.sql(text, values);

/** "kind, day and minute in Los Angeles" of every mail about circles that reached each person. */
async function mailsOfEach(): Promise<Record<string, string[]>> {
  const sent = await evening.sent();
  return Object.fromEntries(
    Object.entries(people).map(([name, { email }]) => [
      name,
      sent.filter(({ to }) => to === email).map(({ kind, at: moment }) => `${kind} ${minuteOf(moment)}`),
    ]),
  );
}
const minuteOf = (moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Los_Angeles',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment);

/** Open with its first date, Tuesday 17 November 2026 at 18:30, settled on Thursday 22 October. */
async function meeting(...names: string[]): Promise<void> {
  await yes(...names);
  await evening.pass('2026-10-21T17:00');
  await tick(names, [1]);
  await evening.pass('2026-10-22T12:00');
}

describe('a circle over five months', () => {
  it(
    'is asked, begins, finds its date, meets every month at its hour, loses one, and ends when it is of use to fewer than three',
    async () => {
      await yes('Ana', 'Ben', 'Cem', 'Dana');
      await answerCircle(evening, who('Fay'), id, 'no');
      await evening.pass('2026-10-21T17:00');
      // Eli says yes once it has begun, and is in it before the poll ends.
      await evening.pass('2026-10-23T11:00');
      await yes('Eli');
      await evening.pass('2026-10-23T17:00');
      expect(await circleAsRead(evening, id)).toMatchObject({
        standing: 'open',
        members: 5,
        chosen: Object.keys(people),
      });

      await tick(['Ana', 'Ben'], [0, 1]);
      await tick(['Cem', 'Eli'], [1, 2]);
      await evening.pass('2026-10-29T11:00');
      // Dana never ticked: the poll ends with its week.
      expect((await circleAsRead(evening, id)).meetsAt).toBe(at('2026-11-17T18:30').toISOString());
      const calendar = await evening.api.http.get(
        `${await circlePath(evening, who('Ana'), id)}/calendar.ics`,
      );
      expect(calendar.headers['content-type']).toContain('text/calendar');
      const { method, zones, entries } = readCalendar(calendar.text);
      expect({ method, zones }).toEqual({ method: 'PUBLISH', zones: ['America/Los_Angeles'] });
      expect(entries).toMatchObject([
        {
          ...{ status: 'CONFIRMED', start: at('2026-11-17T18:30'), location: 'The back room of Stories' },
          ...{ attendee: null, uid: expect.stringMatching(/^[0-9a-f-]{36}@/) as unknown },
        },
      ]);
      expect(calendar.text.replace(/\r\n /g, '')).not.toContain('/circle/');
      for (const { email } of Object.values(people)) expect(calendar.text).not.toContain(email);

      // The clocks go back on 1 November and forward on 14 March; the hour stays.
      await evening.pass('2026-11-18T12:00');
      expect((await circleAsRead(evening, id)).meetsAt).toBe(at('2026-12-15T18:30').toISOString());
      await evening.pass('2026-12-16T12:00');
      expect((await circleAsRead(evening, id)).meetsAt).toBe(at('2027-01-19T18:30').toISOString());
      await evening.pass('2027-01-20T12:00');
      expect(await pageOf('Ana')).toContain('Is it still useful to you?');
      await each(['Ana', 'Ben', 'Cem', 'Dana'], (guest) =>
        actInCircle(evening, guest, id, 'useful', { useful: 'yes' }),
      );
      await evening.pass('2027-01-27T12:00');
      expect((await circleAsRead(evening, id)).meetsAt).toBe('2027-02-17T02:30:00.000Z');

      await actInCircle(evening, who('Dana'), id, 'leave');
      expect(await pageOf('Ana')).not.toContain('Dana');
      await evening.pass('2027-02-17T12:00');
      expect((await circleAsRead(evening, id)).meetsAt).toBe('2027-03-17T01:30:00.000Z');
      expect(await circleAsRead(evening, id)).toMatchObject({ standing: 'open', members: 4 });

      await each(['Ana', 'Ben'], (guest) => actInCircle(evening, guest, id, 'leave'));
      await evening.pass('2027-03-20T12:00');
      expect(await circleAsRead(evening, id)).toMatchObject({ standing: 'ended', meetsAt: null });

      const stayed = [
        'circle-ask 2026-10-21 10:00',
        'circle-opened 2026-10-21 16:00',
        'circle-meeting 2026-10-29 10:00',
        'circle-meeting 2026-11-18 10:00',
        'circle-meeting 2026-12-16 10:00',
        'circle-useful 2027-01-20 10:00',
        'circle-meeting 2027-01-27 10:00',
        'circle-meeting 2027-02-17 10:00',
      ];
      const ended = 'circle-ended 2027-02-17 16:00';
      expect(await mailsOfEach()).toEqual({
        Ana: stayed,
        Ben: stayed,
        Cem: [...stayed, ended],
        Dana: stayed.slice(0, -1),
        Eli: [stayed[0], 'circle-opened 2026-10-23 16:00', ...stayed.slice(2), ended],
        Fay: [stayed[0]],
      });
    },
    patience,
  );

  it(
    'ends when two of five still find it useful, and says so to all who are in it',
    async () => {
      await meeting('Ana', 'Ben', 'Cem', 'Dana', 'Eli');
      await evening.pass('2027-01-20T12:00');
      const say = (useful: 'yes' | 'no') => (guest: Guest) =>
        actInCircle(evening, guest, id, 'useful', { useful });
      await each(['Ana', 'Ben'], say('yes'));
      await each(['Cem', 'Dana'], say('no'));
      await evening.pass('2027-02-20T12:00');
      expect((await circleAsRead(evening, id)).standing).toBe('ended');
      expect(await evening.sent('circle-ended')).toHaveLength(5);
      const texts = (await evening.sent('circle-ended')).map(({ text }) => text).join();
      for (const name of ['Cem', 'Dana']) expect(texts).not.toContain(`${name} said`);
    },
    patience,
  );

  it(
    'begins without one who opted out between the yes and the release, as if they had kept silent',
    async () => {
      await yes('Ana', 'Ben', 'Cem', 'Dana', 'Eli');
      await sql('update consents set withdrawn_at = app_now() where person_id = $1', [who('Eli').personId]);
      await evening.pass('2026-10-22T12:00');
      expect(await circleAsRead(evening, id)).toMatchObject({ standing: 'open', members: 4 });
      expect(await pageOf('Ana')).not.toContain('Eli');
      expect((await mailsOfEach())['Eli']).toEqual(['circle-ask 2026-10-21 10:00']);
    },
    patience,
  );

  it(
    'takes each of its steps once, however often the worker wakes or starts it again',
    async () => {
      const job = { organizationId: evening.organizationId, circleId: id };
      const wakeThrice = () => Promise.all([1, 2, 3].map(() => stepCircle(job, { db: evening.api.db })));
      const moments: [string, () => Promise<unknown>][] = [
        ['2026-10-21T11:00', () => yes('Ana', 'Ben', 'Cem', 'Dana')],
        ['2026-10-21T16:00', () => tick(['Ana', 'Ben', 'Cem', 'Dana'], [0])],
        ['2026-10-22T10:00', () => Promise.resolve()],
        ['2026-11-12T10:00', () => Promise.resolve()],
        ['2026-12-10T10:00', () => Promise.resolve()],
        ['2027-01-14T10:00', () => Promise.resolve()],
        // The clock runs on by itself: a week after the step of that morning is some seconds past ten.
        ['2027-01-21T10:05', () => Promise.resolve()],
      ];
      for (const [moment, act] of moments) {
        await evening.api.setTime(at(moment).toISOString());
        await wakeThrice();
        await act();
      }
      const queued = await evening.queued();
      const counts = Object.fromEntries(
        [...new Set(queued)].map((kind) => [kind, queued.filter((one) => one === kind).length]),
      );
      // Nobody said that it is useful, so it ended; 4 people, 3 dates.
      expect(counts).toEqual({
        'circle-ask': 6,
        'circle-opened': 4,
        'circle-meeting': 12,
        'circle-useful': 4,
        'circle-ended': 4,
      });
    },
    patience,
  );

  it(
    'is as it was when the worker dies in the middle of a step, and the next one takes it whole',
    async () => {
      await yes('Ana', 'Ben', 'Cem', 'Dana');
      await evening.api.setTime(at('2026-10-21T16:00').toISOString());
      const job = { organizationId: evening.organizationId, circleId: id };
      // The connection is cut while the step is under way: what it wrote so far is not kept.
      await sql(`create function cut_off() returns trigger language plpgsql as $$
        begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
      await sql(
        `create trigger cut_off before insert on audit for each row when (new.action = 'circle.opened') execute function cut_off()`,
      );
      await expect(stepCircle(job, { db: evening.api.db })).rejects.toThrow();
      expect(await evening.queued()).not.toContain('circle-opened');
      expect(await memberOf(evening, who('Ana'), id)).toMatchObject({ joinedAt: null });
      await sql('drop trigger cut_off on audit');
      await sql('drop function cut_off');
      await stepCircle(job, { db: evening.api.db });
      expect((await evening.queued()).filter((kind) => kind === 'circle-opened')).toHaveLength(4);
      expect(await circleAsRead(evening, id)).toMatchObject({ standing: 'open', members: 4 });
    },
    patience,
  );
});

describe('never 2: no mail of a circle reaches', () => {
  const stops: Record<string, (guest: Guest) => Promise<unknown>> = {
    'somebody who opted out': ({ personId }) =>
      sql('update consents set withdrawn_at = app_now() where person_id = $1', [personId]),
    'somebody who pauses': ({ personId }) =>
      sql(`update people set introductions_paused_until = app_now() + interval '200 days' where id = $1`, [
        personId,
      ]),
    'somebody who stopped mail about circles': ({ personId }) =>
      sql(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at) values (gen_random_uuid(), $1, null, 'circles', app_now())`,
        [personId],
      ),
    'somebody who stopped all mail': ({ personId }) =>
      sql(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at) values (gen_random_uuid(), $1, null, 'all', app_now())`,
        [personId],
      ),
    'somebody who was erased': ({ personId }) =>
      sql('update people set erased_at = app_now() where id = $1', [personId]),
    'somebody who blocked another member': ({ personId }) =>
      sql('insert into blocks (person_id, blocked_id, created_at) values ($1, $2, app_now())', [
        personId,
        who('Ben').personId,
      ]),
  };

  it.each(Object.entries(stops))(
    '%s, whichever mail was queued by then',
    async (_, stop) => {
      await meeting('Ana', 'Ben', 'Cem', 'Dana', 'Eli');
      const before = (await mailsOfEach())['Ana'];
      expect(before).toHaveLength(3);
      // Queued for the morning after the first date, stopped before it leaves.
      await evening.pass('2026-11-18T09:59');
      await stop(who('Ana'));
      await evening.pass('2027-01-28T12:00');
      expect((await mailsOfEach())['Ana']).toEqual(before);
      expect((await mailsOfEach())['Ben']?.length).toBeGreaterThan(4);
    },
    patience,
  );

  it(
    'somebody for whom it waited in the queue when they opted out',
    async () => {
      await yes('Ana', 'Ben', 'Cem', 'Dana');
      await evening.api.setTime(at('2026-10-21T16:00').toISOString());
      await stepCircle({ organizationId: evening.organizationId, circleId: id }, { db: evening.api.db });
      await sql('update consents set withdrawn_at = app_now() where person_id = $1', [who('Ana').personId]);
      await evening.pass('2026-10-21T17:00');
      expect((await mailsOfEach())['Ana']).toEqual(['circle-ask 2026-10-21 10:00']);
      const toBen = (await evening.sent('circle-opened')).find(({ to }) => to === who('Ben').email);
      expect(toBen?.text).not.toContain('Ana');
      // Whoever did not opt out got it (control).
      expect(await evening.sent('circle-opened')).toHaveLength(3);
    },
    patience,
  );
});
