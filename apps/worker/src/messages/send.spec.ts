import { type AttendeeStatus, type Segment, type WrittenKind, everybodyGoing, newId } from '#libs/domain';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { makeComingEvent } from '../../../../test/support/mails.ts';
import { openPostOffice } from '../../../../test/support/post-office.ts';
import { until } from '../../../../test/support/worker.ts';
import { sendMessage } from './send.ts';

// What an organizer wrote, from the moment it is due until it is with its readers. It is Tuesday, 10:00 in Los Angeles.

const { database, db, close } = await openPostOffice();
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeEach(async () => {
  event = await makeComingEvent(database);
  await database.sql(`update organizations set created_at = '2026-01-01' where id = $1`, [
    event.organizationId,
  ]);
});

afterAll(close);

const sql = <Row extends object>(text: string, values: unknown[] = []) => database.sql<Row>(text, values);
const guest = async (status: AttendeeStatus, name = 'Ines Okafor') => {
  const person = await makePerson(database, { name });
  return makeAttendee(database, event, { person, status, came: false });
};

interface Given {
  kind?: WrittenKind;
  text?: string;
  segment?: Partial<Segment>;
  minutes?: number;
  /** Relative to now; product time. */
  due?: string;
}

async function scheduled({ kind = 'announcement', text, segment, minutes, due = '0 hours' }: Given = {}) {
  const id = newId();
  const rule = minutes === undefined ? null : JSON.stringify({ anchor: 'start', minutes });
  await sql(
    `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, rule, due_at, version, created_at)
     values ($1, $2, $3, $4, 'scheduled', '', 'About {event}', $5, $6, $7, app_now() + $8::interval, 1, app_now())`,
    [
      ...[id, event.organizationId, event.id, kind, text ?? 'Hello {name}, at {place}: {link}'],
      ...[JSON.stringify({ ...everybodyGoing, ...segment }), rule, due],
    ],
  );
  return id;
}

const send = (messageId: string) => sendMessage({ organizationId: event.organizationId, messageId }, { db });

interface Mail {
  person: string;
  state: string;
  outcome: string | null;
  subject: string | null;
  text: string | null;
}

const mailsOf = (id: string) =>
  sql<Mail>(
    `select person_id as person, state, outcome, subject, text_part as text from mails where subject_id = $1 order by created_at, id`,
    [id],
  );

async function delivered(id: string): Promise<Mail[]> {
  await until(
    async () => (await mailsOf(id)).every(({ state }) => ['sent', 'suppressed'].includes(state)),
    'They did not end',
  );
  return mailsOf(id);
}

const stateOf = async (id: string) =>
  (
    await sql(`select state, recipients, called_off as "calledOff" from event_messages where id = $1`, [id])
  )[0];

describe('an announcement', () => {
  it('is one mail to everybody of its segment as it is then, and none to who comes later', async () => {
    const id = await scheduled();
    const [first, second] = [await guest('confirmed'), await guest('confirmed')];
    await guest('waitlisted');
    await send(id);
    await guest('confirmed');
    await send(id);
    const mails = await delivered(id);
    expect(new Set(mails.map(({ person }) => person))).toEqual(new Set([first.personId, second.personId]));
    expect(mails).toHaveLength(2);
    expect(await stateOf(id)).toEqual({ state: 'sent', recipients: 2, calledOff: null });
  });

  it('says to each reader what they may know, with their own page', async () => {
    const id = await scheduled({ segment: { status: ['confirmed', 'waitlisted', 'invited'] } });
    const [seated, waiting] = [await guest('confirmed', 'Ana B'), await guest('waitlisted', 'Ben C')];
    const { id: invited } = await makePerson(database, { name: 'Cleo D' });
    await sql(
      `insert into invitations (id, organization_id, event_id, person_id, state, invited_by, mailed_at, created_at)
       values ($1, $2, $3, $4, 'live', $4, app_now(), app_now())`,
      [newId(), event.organizationId, event.id, invited],
    );
    await send(id);
    const mails = await delivered(id);
    const to = (person: string) => mails.find((mail) => mail.person === person)?.text ?? '';
    expect(to(seated.personId)).toMatch(
      /Hello Ana, at Arts District, Los Angeles, 1200 East 5th Street: https:\S+\/my\//,
    );
    expect(to(waiting.personId)).toMatch(/Hello Ben, at Arts District, Los Angeles: https:\S+\/my\//);
    expect(to(invited)).toMatch(/Hello there, at Arts District, Los Angeles: https:\S+\/invited\//);
    expect(to(invited)).toContain('Stop announcements');
  });

  it('does not leave to whoever stopped such mail, or stands elsewhere by now', async () => {
    const id = await scheduled();
    const [stopped, away, stays] = [
      await guest('confirmed'),
      await guest('confirmed'),
      await guest('confirmed'),
    ];
    await sql(
      `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'announcements', app_now())`,
      [newId(), stopped.personId, event.organizationId],
    );
    // As if they had cancelled between the moment it was due and the moment their mail leaves.
    await sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [away.id],
    );
    await sql(
      `insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at) values ($1, $2, 'event-announcement', $3, $4, app_now(), app_now())`,
      [newId(), event.organizationId, id, away.personId],
    );
    await send(id);
    await sql(`select pg_notify('mail', '')`);
    const mails = await delivered(id);
    const outcome = (person: string) => mails.find((mail) => mail.person === person)?.outcome;
    expect(outcome(stopped.personId)).toBe('stopped');
    expect(outcome(away.personId)).toBe('no-longer-true');
    expect(mails.find(({ person }) => person === stays.personId)?.state).toBe('sent');
  });

  it('does not leave to whoever is not in the whole of its segment any more', async () => {
    const questionId = newId();
    const answer = JSON.stringify([{ id: questionId, question: 'Instruments', answer: ['Bass'] }]);
    const bass = { answer: { questionId, value: 'Bass' } };
    const [came, plays] = [await scheduled({ segment: { came: true } }), await scheduled({ segment: bass })];
    const [stays, left] = [await guest('confirmed'), await guest('confirmed')];
    await sql('update attendees set checked_in_at = app_now(), answers = $2 where id = $1', [
      stays.id,
      answer,
    ]);
    // As if the door had undone a check-in, and they had answered otherwise, since it was due.
    for (const id of [came, plays])
      await sql(
        `insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at) values ($1, $2, 'event-announcement', $3, $4, app_now(), app_now())`,
        [newId(), event.organizationId, id, left.personId],
      );
    await sql(`select pg_notify('mail', '')`);
    for (const id of [came, plays]) {
      await send(id);
      const mails = await delivered(id);
      const ends = new Map(mails.map(({ person, state, outcome }) => [person, outcome ?? state]));
      expect(ends.get(left.personId)).toBe('no-longer-true');
      expect(mails.find(({ person }) => person === stays.personId)?.state).toBe('sent');
    }
  });

  it('is called off where more have come than a new organization may write to', async () => {
    await sql('update organizations set created_at = app_now() where id = $1', [event.organizationId]);
    await sql(
      `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, sent_at, due_at, recipients, version, created_at)
       values ($1, $2, $3, 'announcement', 'sent', '', 'a', 'b', '{"status": ["confirmed"]}', app_now(), app_now(), 500, 1, app_now())`,
      [newId(), event.organizationId, event.id],
    );
    const id = await scheduled();
    await guest('confirmed');
    await send(id);
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', calledOff: 'too-many-messages' });
    expect(await mailsOf(id)).toEqual([]);
  });

  it('is written by one of two workers', async () => {
    const id = await scheduled();
    await guest('confirmed');
    await Promise.all([send(id), send(id)]);
    expect(await delivered(id)).toHaveLength(1);
    const left = await sql(`select 1 from audit where action = 'message.left' and subject_id = $1`, [id]);
    expect(left).toHaveLength(1);
  });
});

describe('a reminder', () => {
  const tomorrow = async (hours: number) =>
    sql(
      `update events set starts_at = app_now() + make_interval(hours => $2), ends_at = app_now() + make_interval(hours => $2 + 3) where id = $1`,
      [event.id, hours],
    );

  it('tells people with a seat what, when and where, and can be stopped by itself', async () => {
    await tomorrow(24);
    const id = await scheduled({ kind: 'reminder', minutes: -1440, text: 'Until then, {name}' });
    await guest('confirmed');
    await send(id);
    const [mail] = await delivered(id);
    expect(mail).toMatchObject({ state: 'sent', subject: `About ${event.title}` });
    expect(mail?.text).toMatch(
      /Until then, Ines[^]*Where: Arts District, Los Angeles[^]*1200 East 5th Street/,
    );
    expect(mail?.text).toContain('Stop reminders of events');
  });

  it('is called off where the evening has begun', async () => {
    await tomorrow(0);
    const id = await scheduled({ kind: 'reminder', minutes: -1440 });
    await guest('confirmed');
    await send(id);
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', calledOff: 'too-late' });
    expect(await mailsOf(id)).toEqual([]);
  });

  it('is called off where nobody comes yet, and waits while nobody can', async () => {
    await tomorrow(12);
    const id = await scheduled({ kind: 'reminder', minutes: -1440, due: '-12 hours' });
    await sql(`update events set state = 'draft', published_at = null where id = $1`, [event.id]);
    await send(id);
    expect(await stateOf(id)).toMatchObject({ state: 'scheduled' });
    await sql(`update events set state = 'published', published_at = app_now() where id = $1`, [event.id]);
    await send(id);
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', calledOff: 'nobody' });
    expect(await mailsOf(id)).toEqual([]);
  });

  it('is called off where a list brought more people than a new organization may write to', async () => {
    await tomorrow(24);
    await sql('update organizations set created_at = app_now() where id = $1', [event.organizationId]);
    const [first, second] = [
      await scheduled({ kind: 'reminder', minutes: -1440 }),
      await scheduled({ kind: 'reminder', minutes: -1440 }),
    ];
    const mark = newId();
    await sql(
      `with made as (
         insert into people (id, email, created_at)
         select gen_random_uuid(), $1::text || n || '@example.org', app_now() from generate_series(1, 300) n returning id)
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, source, version, created_at)
       select gen_random_uuid(), $3, $2::uuid, id, '', 'confirmed', true, 'import', 1, app_now() from made`,
      [mark, event.id, event.organizationId],
    );
    await guest('confirmed');
    await send(first);
    await send(second);
    await sql(
      `update mails set state = 'suppressed', final_at = app_now() where subject_id = $1 and state = 'queued'`,
      [first],
    );
    expect(await stateOf(first)).toMatchObject({ state: 'sent', recipients: 301 });
    expect(await stateOf(second)).toMatchObject({ state: 'cancelled', calledOff: 'too-many-messages' });
  });

  it('waits for the morning where its moment passed at night', async () => {
    await tomorrow(200);
    // In Auckland it is 06:00.
    await sql(`update events set time_zone = 'Pacific/Auckland' where id = $1`, [event.id]);
    const id = await scheduled({ kind: 'reminder', minutes: -1440, due: '-2 hours' });
    await guest('confirmed');
    await send(id);
    expect(await stateOf(id)).toMatchObject({ state: 'scheduled' });
    const [row] = await sql<{ hour: number }>(
      `select extract(hour from due_at at time zone 'Pacific/Auckland')::int as hour from event_messages where id = $1`,
      [id],
    );
    expect(row?.hour).toBe(8);
    expect(await mailsOf(id)).toEqual([]);
  });
});

describe('a mail of a message that is late', () => {
  it('waits for the morning of the evening’s zone, whatever kept it', async () => {
    // In Auckland it is 06:00.
    await sql(`update events set time_zone = 'Pacific/Auckland' where id = $1`, [event.id]);
    const id = await scheduled();
    const { personId } = await guest('confirmed');
    await sql(
      `insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at) values ($1, $2, 'event-announcement', $3, $4, app_now(), app_now())`,
      [newId(), event.organizationId, id, personId],
    );
    await sql(`select pg_notify('mail', '')`);
    const hourOf = () =>
      sql<{ hour: number; state: string }>(
        `select extract(hour from due_at at time zone 'Pacific/Auckland')::int as hour, state from mails where subject_id = $1`,
        [id],
      );
    await until(async () => (await hourOf())[0]?.hour === 8, 'It did not wait');
    expect(await hourOf()).toEqual([{ hour: 8, state: 'queued' }]);
  });
});

describe('a segment of 10,000', () => {
  it('is written to in a few seconds', async () => {
    await sql(
      `with made as (
         insert into people (id, email, name, confirmed_at, created_at)
         select gen_random_uuid(), 'many' || n || '-' || substr($1::uuid::text, 25) || '@example.org', 'Guest ' || n, app_now(), app_now()
         from generate_series(1, 10000) n returning id, name)
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, source, version, created_at)
       select gen_random_uuid(), $2, $1::uuid, id, name, 'confirmed', true, 'page', 1, app_now() from made`,
      [event.id, event.organizationId],
    );
    const id = await scheduled();
    const started = performance.now();
    await send(id);
    const took = performance.now() - started;
    // The worker of this file need not put them into words.
    await sql(
      `update mails set state = 'suppressed', final_at = app_now() where subject_id = $1 and state = 'queued'`,
      [id],
    );
    expect(await stateOf(id)).toMatchObject({ state: 'sent', recipients: 10_000 });
    expect((await mailsOf(id)).length).toBe(10_000);
    expect(took).toBeLessThan(10_000);
  });
});

describe('news of a change', () => {
  async function told(changed: readonly string[]) {
    const id = newId();
    const before = {
      startsAt: '2027-10-19T23:00:00Z',
      endsAt: '2027-10-20T03:00:00Z',
      timeZone: 'America/Los_Angeles',
    };
    await sql(
      `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, before, sent_at, due_at, recipients,
         version, created_at)
       values ($1, $2, $3, 'change', 'sent', '', '', 'The venue opens later.', '{"status": ["confirmed", "waitlisted"]}', $4, app_now(), app_now(),
         2, 1, app_now())`,
      [
        id,
        event.organizationId,
        event.id,
        JSON.stringify({ ...before, place: 'Echo Park', city: 'Los Angeles', changed }),
      ],
    );
    return id;
  }
  const tell = async (id: string, { personId }: { personId: string }) => {
    await sql(
      `insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at) values ($1, $2, 'event-changed', $3, $4, app_now(), app_now())`,
      [newId(), event.organizationId, id, personId],
    );
    await sql(`select pg_notify('mail', '')`);
    await delivered(id);
    const [row] = await sql<Mail & { calendar: string | null }>(
      `select state, outcome, subject, text_part as text, headers -> 'calendar' ->> 'file' as calendar from mails
       where subject_id = $1 and person_id = $2`,
      [id, personId],
    );
    return row;
  };

  it('says how it was and how it is, and moves the entry in the calendar of whoever has a seat', async () => {
    const mail = await tell(await told(['time']), await guest('confirmed'));
    expect(mail?.text).toMatch(
      /The time of this evening has changed[^]*From the host: The venue opens later\./,
    );
    expect(mail?.text).toContain('Before: Tuesday 19 October 2027, 16:00 to 20:00, Los Angeles time (PDT)');
    expect(mail?.text).toContain('When: Tuesday 19 October 2027, 18:00 to 21:00');
    expect(mail?.text).toContain('1200 East 5th Street');
    expect(mail?.calendar).toMatch(/METHOD:REQUEST[^]*DTSTART;TZID=America\/Los_Angeles:20271019T180000/);
  });

  it('brings no calendar and no private place to whoever waits', async () => {
    const mail = await tell(await told(['place']), await guest('waitlisted'));
    expect(mail?.text).toContain('Before: Echo Park, Los Angeles');
    expect(mail?.text).not.toContain('1200 East');
    expect(mail?.calendar).toBeNull();
  });

  it('does not reach whoever has cancelled', async () => {
    expect(await tell(await told(['time']), await guest('cancelled'))).toMatchObject({
      outcome: 'no-longer-true',
    });
  });

  describe('to somebody whom others put on the list', () => {
    const listed = async () => {
      const attendee = await guest('confirmed');
      await sql(`update attendees set own_word = false, source = 'import' where id = $1`, [attendee.id]);
      return attendee;
    };

    it('can be stopped, and says where', async () => {
      const mail = await tell(await told(['time']), await listed());
      expect(mail).toMatchObject({ state: 'sent' });
      expect(mail?.text).toMatch(/\/unsubscribe\/\S+topic=events/);
      const own = await tell(await told(['time']), await guest('confirmed'));
      expect(own?.text).not.toContain('/unsubscribe/');
    });

    it.each(['all', 'events'])('ends where they stopped %s', async (topic) => {
      const { personId } = await listed();
      await sql(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, $4, app_now())`,
        [newId(), personId, event.organizationId, topic],
      );
      expect(await tell(await told(['time']), { personId })).toMatchObject({
        state: 'suppressed',
        outcome: 'stopped',
      });
    });

    it('ends where their address was erased before', async () => {
      const { personId } = await listed();
      const former = await makePerson(database);
      await sql('update people set confirmed_at = null where id = $1', [personId]);
      await sql(
        `insert into erased_people (person_id, email_hash, erased_at) values ($1, 'hash', app_now())`,
        [former.id],
      );
      await sql('insert into former_selves (person_id, former_id) values ($1, $2)', [personId, former.id]);
      expect(await tell(await told(['time']), { personId })).toMatchObject({ outcome: 'erased' });
    });

    it('ends where a list alone names them', async () => {
      const { id, personId } = await listed();
      await sql('update attendees set may_write = false where id = $1', [id]);
      expect(await tell(await told(['time']), { personId })).toMatchObject({ outcome: 'no-longer-true' });
    });
  });

  it('reaches whoever stopped all mail that can be stopped', async () => {
    const stopped = await guest('confirmed');
    await sql(
      `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'events', app_now())`,
      [newId(), stopped.personId, event.organizationId],
    );
    expect(await tell(await told(['time']), stopped)).toMatchObject({ state: 'sent' });
  });
});

describe('a test', () => {
  it('is marked, and shows what everybody may know', async () => {
    const id = await scheduled();
    const { personId } = await guest('confirmed', 'Olga Owner');
    await sql(
      `insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at) values ($1, $2, 'event-message-test', $3, $4, app_now(), app_now())`,
      [newId(), event.organizationId, id, personId],
    );
    await sql(`select pg_notify('mail', '')`);
    const [mail] = await delivered(id);
    expect(mail?.subject).toBe(`Test: About ${event.title}`);
    expect(mail?.text).toContain(
      `Hello Olga, at Arts District, Los Angeles: https://acquaint.example/e/${event.slug}`,
    );
    expect(mail?.text).not.toContain('1200 East');
  });
});
