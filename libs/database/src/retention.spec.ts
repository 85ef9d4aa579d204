import type { Scope } from '#libs/domain';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../../../test/support/factories.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { spend } from './budgets.ts';
import { Database } from './database.ts';
import { openDataSource } from './open.ts';
import { newGrant } from './grants.ts';
import { forgetUnconfirmed, forgetUnusedLists, forgetWhatIsOver } from './retention.ts';

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

  it('is what a keyed request gave, after 24 hours', async () => {
    await database.sql(
      `insert into idempotency_keys (owner, key, step, fingerprint, result, created_at)
       select 'anybody', hours || ' hours', 0, '', '', now() - make_interval(hours => hours) from generate_series(23, 25, 2) hours`,
    );
    await db.write(scope, (tx) => forgetWhatIsOver(tx));
    expect(await database.sql('select key from idempotency_keys')).toEqual([{ key: '23 hours' }]);
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
});
