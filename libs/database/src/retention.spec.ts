import type { Scope } from '#libs/domain';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../../../test/support/factories.ts';
import { makeIntroducedPair } from '../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { spend } from './budgets.ts';
import { Database } from './database.ts';
import { openDataSource } from './open.ts';
import { newGrant } from './grants.ts';
import {
  forgetAskers,
  forgetNeeds,
  forgetPictures,
  forgetPrivateWords,
  forgetUnconfirmed,
  forgetUnusedLists,
  forgetWhatIsOver,
} from './retention.ts';

const scope: Scope = { kind: 'system' };

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-test', 2));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

describe('what is forgotten', () => {
  it('is a budget after its hour, a session after its end, a question to sign in a day after its own', async () => {
    await db.write(scope, (tx) => spend(tx, 'rsvp:192.0.2.0/24', 5));
    await db.write(scope, (tx) => spend(tx, 'rsvp:198.51.100.0/24', 5));
    await database.sql(
      `update budgets set spent_at = array[now() - interval '61 minutes'] where key = 'rsvp:192.0.2.0/24'`,
    );
    const person = await makePerson(database);
    await database.sql(
      `with old as (insert into sessions (id, token_hash, person_id, epoch, expires_at)
         select gen_random_uuid(), decode(days::text || '0', 'hex'), $1::uuid, 0, now() + make_interval(days => days - 2)
         from generate_series(1, 3, 2) days)
       insert into grants (id, purpose, person_id, expires_at)
         select gen_random_uuid(), 'sign-in', $1::uuid, now() + make_interval(days => days - 4) from generate_series(1, 5, 4) days`,
      [person.id],
    );
    await db.write(scope, (tx) => forgetWhatIsOver(tx));
    const left = await database.sql(
      `select (select array_agg(key) from budgets where key like 'rsvp:%') as budgets,
         (select count(*)::int from sessions where person_id = $1) as sessions,
         (select count(*)::int from grants where person_id = $1) as grants`,
      [person.id],
    );
    expect(left).toEqual([{ budgets: ['rsvp:198.51.100.0/24'], sessions: 1, grants: 1 }]);
  });

  it('is what takes back a stop of mail, at its end, and no other link', async () => {
    const { id: organizationId } = await makeOrganization(database);
    const person = await makePerson(database);
    await database.sql(
      `insert into handles (id, purpose, organization_id, person_id, subject_id, key_id, expires_at, created_at)
       select gen_random_uuid(), purpose, $1, $2, gen_random_uuid(), 't1', app_now() + make_interval(mins => minutes), app_now()
       from (values ('resume', -1), ('resume', 1), ('ask', -1)) as made(purpose, minutes)`,
      [organizationId, person.id],
    );
    await db.write(scope, (tx) => forgetWhatIsOver(tx));
    const left = await database.sql(
      'select purpose, expires_at > app_now() as open from handles where person_id = $1 order by purpose',
      [person.id],
    );
    expect(left).toEqual([
      { purpose: 'ask', open: false },
      { purpose: 'resume', open: true },
    ]);
  });

  it('is what a keyed request gave, after 24 hours', async () => {
    await database.sql(
      `insert into idempotency_keys (owner, key, step, fingerprint, result, created_at)
       select 'anybody', hours || ' hours', 0, '', '', now() - make_interval(hours => hours) from generate_series(23, 25, 2) hours`,
    );
    await db.write(scope, (tx) => forgetWhatIsOver(tx));
    expect(await database.sql('select key from idempotency_keys')).toEqual([{ key: '23 hours' }]);
  });

  it('is what panelists need and what the door was asked to remember, 30 days after the evening', async () => {
    const event = await makeEvent(database, (await makeOrganization(database)).id);
    const guest = await makeAttendee(database, event);
    await database.sql(`update attendees set door_note = 'Ask about the ramp.' where id = $1`, [guest.id]);
    await database.sql(
      `with panel as (insert into panels (id, organization_id, event_id, topic, position, created_at)
         values (gen_random_uuid(), $1, $2, 'Foley', 1, app_now()) returning id),
       person as (insert into panel_people (id, organization_id, event_id, panel_id, person_id, part, position, state, name,
           invited_at, created_at)
         select gen_random_uuid(), $1, $2, id, $3, 'panelist', 1, 'invited', 'Ana', app_now(), app_now() from panel returning id)
       insert into panelist_needs select id, $1, $3, 'A ramp.' from person`,
      [event.organizationId, event.id, guest.personId],
    );
    const kept = async () => {
      await db.write(scope, (tx) => forgetNeeds(tx));
      const [row] = await database.sql(
        `select (select count(*)::int from panelist_needs where person_id = $1) as needs,
           (select count(*)::int from attendees where person_id = $1 and door_note is not null) as notes`,
        [guest.personId],
      );
      return row;
    };
    const end = (days: number) =>
      database.sql(
        `update events set starts_at = app_now() - make_interval(days => $2, hours => 1), ends_at = app_now() - make_interval(days => $2)
         where id = $1`,
        [event.id, days],
      );
    await end(29);
    expect(await kept()).toEqual({ needs: 1, notes: 1 });
    await end(31);
    expect(await kept()).toEqual({ needs: 0, notes: 0 });
  });

  it('is who asked without a name and who voted, 30 days after the evening', async () => {
    const event = await makeEvent(database, (await makeOrganization(database)).id);
    const guest = await makeAttendee(database, event);
    await database.sql(
      `with panel as (insert into panels (id, organization_id, event_id, topic, position, created_at)
         values (gen_random_uuid(), $1, $2, 'Foley', 1, app_now()) returning id),
       asked as (insert into panel_questions (id, organization_id, event_id, panel_id, attendee_id, person_id, named, text, created_at)
         select gen_random_uuid(), $1, $2, panel.id, $3, $4, named, 'Why?', app_now() from panel, unnest(array[true, false]) named
         returning id)
       insert into question_votes select id, $1, $4, app_now() from asked`,
      [event.organizationId, event.id, guest.id, guest.personId],
    );
    const kept = async () => {
      await db.write(scope, (tx) => forgetAskers(tx));
      const [row] = await database.sql(
        `select (select array_agg(named order by named) from panel_questions where person_id = $1) as asked,
           (select count(*)::int from question_votes where person_id = $1) as votes`,
        [guest.personId],
      );
      return row;
    };
    const end = (days: number) =>
      database.sql(
        `update events set starts_at = app_now() - make_interval(days => $2, hours => 1), ends_at = app_now() - make_interval(days => $2)
         where id = $1`,
        [event.id, days],
      );
    await end(29);
    expect(await kept()).toEqual({ asked: [false, true], votes: 2 });
    await end(31);
    expect(await kept()).toEqual({ asked: [true], votes: 0 });
  });

  it('is slides, 12 months after the evening, and a photo that nobody shows, a day after it came', async () => {
    const event = await makeEvent(database, (await makeOrganization(database)).id);
    const { id: personId } = await makePerson(database);
    const photos = await database.sql<{ id: string }>(
      `insert into panelist_photos (id, person_id, type, bytes, created_at)
       select gen_random_uuid(), $1, 'image/jpeg', 'x', app_now() - make_interval(hours => hours) from unnest($2::int[]) hours
       returning id`,
      [personId, [23, 25, 25, 25]],
    );
    const [young, profile, appearance, unused] = photos.map(({ id }) => id);
    await database.sql(
      `insert into panelist_profiles (person_id, name, photo_id, updated_at) values ($1, 'Ana', $2, app_now())`,
      [personId, profile],
    );
    await database.sql(
      `with panel as (insert into panels (id, organization_id, event_id, topic, position, created_at)
         values (gen_random_uuid(), $1, $2, 'Foley', 1, app_now()) returning id),
       person as (insert into panel_people (id, organization_id, event_id, panel_id, person_id, part, position, state, name,
           appears, invited_at, created_at)
         select gen_random_uuid(), $1, $2, id, $3, 'panelist', 1, 'confirmed', 'Ana', jsonb_build_object('photoId', $4::text),
           app_now(), app_now() from panel returning id)
       insert into slides (id, organization_id, event_id, panel_person_id, person_id, name, type, bytes, storage_key, created_at)
       select gen_random_uuid(), $1, $2, id, $3, 'a.pdf', 'application/pdf', 1, id::text, app_now() from person`,
      [event.organizationId, event.id, personId, appearance],
    );
    const kept = async (months: number) => {
      await database.sql(
        `update events set ends_at = app_now() - make_interval(months => $2),
           starts_at = app_now() - make_interval(months => $2, hours => 1) where id = $1`,
        [event.id, months],
      );
      await db.write(scope, (tx) => forgetPictures(tx));
      const [row] = await database.sql<{ slides: number; photos: string[] }>(
        `select (select count(*)::int from slides where event_id = $1) as slides,
           (select array_agg(id) from panelist_photos where person_id = $2) as photos`,
        [event.id, personId],
      );
      return { slides: row?.slides, photos: new Set(row?.photos) };
    };
    const shown = new Set([young, profile, appearance]);
    expect(shown.has(unused)).toBe(false);
    expect(await kept(11)).toEqual({ slides: 1, photos: shown });
    expect(await kept(13)).toEqual({ slides: 0, photos: shown });
  });

  describe('is what was typed for a place nobody confirmed, with its links', () => {
    /** An RSVP of the page in that status, its form sent so many days ago. */
    async function unconfirmed(status: string, sent: readonly number[], used = false) {
      const event = await makeEvent(database, (await makeOrganization(database)).id);
      const attendee = await makeAttendee(database, event, { status: 'cancelled', came: false });
      await database.sql(
        `update attendees set status = $2::text, typed = '{"name": "Ines", "guests": ["Mia"], "answers": []}',
           cancel_cause = case when $2::text = 'cancelled' then 'not-confirmed' end,
           held_until = case when $2::text = 'held' then app_now() - interval '7 days' end where id = $1`,
        [attendee.id, status],
      );
      for (const days of sent) {
        const grant = { purpose: 'confirm-rsvp', minutes: 7 * 24 * 60, personId: attendee.personId } as const;
        const id = await db.write(scope, (tx) => newGrant(tx, { ...grant, subjectId: attendee.id }));
        await database.sql(
          `update grants set created_at = created_at - make_interval(days => $2),
             expires_at = expires_at - make_interval(days => $2), used_at = case when $3 then app_now() end where id = $1`,
          [id, days, used],
        );
      }
      return async () => {
        const [row] = await database.sql<{ typed: boolean; links: number }>(
          `select typed is not null as typed, (select count(*)::int from grants where subject_id = a.id) as links
           from attendees a where id = $1`,
          [attendee.id],
        );
        return row;
      };
    }

    it.each([
      ['when its only link is dead', 'cancelled', [8], { typed: false, links: 0 }],
      ['not while a link still opens it', 'cancelled', [8, 6], { typed: true, links: 1 }],
      ['not while it is held, whatever woke nobody', 'held', [8], { typed: true, links: 1 }],
    ])('%s', async (_, status, sent, left) => {
      const look = await unconfirmed(status, sent);
      await db.write(scope, (tx) => forgetUnconfirmed(tx));
      expect(await look()).toEqual(left);
    });

    it('and a link that was used stays as long as it leads to its page', async () => {
      const looks = [await unconfirmed('cancelled', [6], true), await unconfirmed('cancelled', [8], true)];
      await db.write(scope, (tx) => forgetUnconfirmed(tx));
      expect((await Promise.all(looks.map((look) => look()))).map((row) => row?.links)).toEqual([1, 0]);
    });
  });

  it('is a guest list that nobody imported in 30 days, with everything that stood in it', async () => {
    const event = await makeEvent(database, (await makeOrganization(database)).id);
    const { id: personId } = await makePerson(database);
    const lists = ['previewed 31', 'reading 31', 'previewed 29', 'done 31', 'importing 31'];
    for (const list of lists) {
      const [state = '', days] = list.split(' ');
      await database.sql(
        `with list as (insert into guest_list_imports (id, organization_id, event_id, file_name, state, headers, columns,
             created_by, created_at)
           values (gen_random_uuid(), $1, $2, $3, $4, '[]', '[]', $5, app_now() - make_interval(days => $6)) returning id)
         insert into guest_list_rows (import_id, organization_id, line, cells) select id, $1, 2, '["213 555 0100"]' from list`,
        [event.organizationId, event.id, list, state, personId, Number(days)],
      );
    }
    await db.write(scope, (tx) => forgetUnusedLists(tx));
    const left = await database.sql<{ name: string }>(
      `select i.file_name as name from guest_list_imports i join guest_list_rows r on r.import_id = i.id
       where i.event_id = $1 order by i.file_name`,
      [event.id],
    );
    expect(left.map(({ name }) => name)).toEqual(['done 31', 'importing 31', 'previewed 29']);
  });

  it('is whom somebody chose after a critique session, after 12 months', async () => {
    const event = await makeEvent(database, (await makeOrganization(database)).id);
    const { a, b } = await makeIntroducedPair(database, event);
    const [session] = await database.sql<{ id: string }>(
      `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, created_at)
       values (gen_random_uuid(), $1, $2, 'live', 3, app_now()) returning id`,
      [event.organizationId, event.id],
    );
    for (const [one, other, months] of [
      [a, b, 11],
      [b, a, 13],
    ] as const) {
      await database.sql(
        `insert into connect_picks (id, organization_id, event_id, critique_session_id, attendee_id, person_id, place,
           picked_attendee_id, picked_person_id, created_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, 1, $6, $7, app_now() - make_interval(months => $8))`,
        [
          event.organizationId,
          event.id,
          session?.id,
          one.attendeeId,
          one.id,
          other.attendeeId,
          other.id,
          months,
        ],
      );
    }
    await db.write(scope, (tx) => forgetPrivateWords(tx));
    const left = await database.sql('select person_id as by from connect_picks where event_id = $1', [
      event.id,
    ]);
    expect(left).toEqual([{ by: a.id }]);
  });

  it('is whom somebody named, and why they said no, after 12 months', async () => {
    const event = await makeEvent(database, (await makeOrganization(database)).id);
    const pair = await makeIntroducedPair(database, event);
    const { attendeeId, id: personId } = pair.a;
    for (const [place, months] of [11, 13].entries()) {
      await database.sql(
        `insert into told_people (id, organization_id, event_id, attendee_id, person_id, kind, place, typed, created_at)
         values (gen_random_uuid(), $1, $2, $3, $4, 'known', $5, 'Somebody', app_now() - make_interval(months => $6))`,
        [event.organizationId, event.id, attendeeId, personId, place + 1, months],
      );
      await database.sql(
        `update introduction_sides set private_reason = 'No time', answered_at = app_now() - make_interval(months => $3)
         where introduction_id = $1 and person_id = $2`,
        [pair.id, place === 0 ? pair.a.id : pair.b.id, months],
      );
    }
    await db.write(scope, (tx) => forgetPrivateWords(tx));
    const left = await database.sql(
      `select (select array_agg(place) from told_people where event_id = $1) as told,
         (select array_agg(person_id) from introduction_sides where private_reason is not null) as reasons`,
      [event.id],
    );
    expect(left).toEqual([{ told: [1], reasons: [pair.a.id] }]);
  });
});
