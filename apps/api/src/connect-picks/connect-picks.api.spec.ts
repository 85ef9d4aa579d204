import { choseEachOther, findTold, keepConsent, keepPicks, keepTold, settleChoices } from '#libs/database';
import { CritiqueSession, found, inOrganization, newId, system } from '#libs/domain';
import pg from 'pg';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type GivenSession,
  type PersonThere,
  changeSession,
  makeCritiqueEvening,
  makeHearing,
} from '../../../../test/support/critique-evening.ts';
import {
  type Board,
  at,
  passTime,
  sentMails,
  settleChoices as settleAll,
} from '../../../../test/support/evening.ts';
import { makeMember } from '../../../../test/support/factories.ts';
import { makeCritique } from '../../../../test/support/letters.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: at('2026-10-19T21:05').toISOString() });
});
afterAll(() => api.stop());

interface There extends CritiqueEvening {
  organizationId: string;
  host: string;
  ana: PersonThere;
  ben: PersonThere;
  cleo: PersonThere;
}

/** Monday evening, 21:05: the session has ended and the letters are handed over. */
async function evening(given: GivenSession = {}): Promise<There> {
  await api.setTime(at('2026-10-19T21:05').toISOString());
  const names = ['Ana Lind', 'Ben Ode', 'Cleo Fry', 'Dan Mori'];
  const made = await makeCritiqueEvening(api, { state: 'ended', released: true, names, ...given });
  await api.database.sql(`update submissions set state = 'heard' where critique_session_id = $1`, [
    made.critiqueSessionId,
  ]);
  const { id: organizationId } = made.organization;
  const host = await api.cookieOf((await makeMember(api.database, organizationId, 'host')).personId);
  const [ana, ben, cleo] = made.people as [PersonThere, PersonThere, PersonThere];
  return { ...made, organizationId, host, ana, ben, cleo };
}

interface Picks {
  open: boolean;
  until: string | null;
  optedIn: boolean;
  people: { attendeeId: string; name: string }[];
  picks: string[];
}

const path = ({ critiqueSessionId }: There, { token }: PersonThere) =>
  `/api/v1/critique/${token}/sessions/${critiqueSessionId}/picks`;

async function look(there: There, who: PersonThere): Promise<Picks> {
  return (await api.http.get(path(there, who)).expect(200)).body as Picks;
}

const choose = (there: There, who: PersonThere, whom: readonly PersonThere[], more: object = {}) =>
  api.http.put(path(there, who)).send({ picks: whom.map(({ attendeeId }) => attendeeId), ...more });

/** Chooses, and a minute passes. */
async function settled(...choice: Parameters<typeof choose>): Promise<void> {
  await choose(...choice).expect(200);
  await settleAll(api);
}

/** Both choose each other. */
async function both(there: There, one: PersonThere, other: PersonThere): Promise<void> {
  await settled(there, one, [other]);
  await settled(there, other, [one]);
}

const pairs = ({ organizationId }: There) =>
  api.database.sql<{ id: string; state: string; source: string; cause: string | null }>(
    `select id, state, source, close_cause as cause from introductions where organization_id = $1 order by id`,
    [organizationId],
  );

const boardPath = ({ organizationId, event }: There) =>
  `/api/v1/organizations/${organizationId}/events/${event.id}/introductions`;

async function board(there: There): Promise<Board> {
  return (await api.http.get(boardPath(there)).set('cookie', there.host).expect(200)).body as Board;
}

const decide = (there: There, below: string, body: object) =>
  api.http
    .post(`${boardPath(there)}${below}`)
    .set('cookie', there.host)
    .send(body);

/** The texts of all statements that the process sends meanwhile. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  type Query = (this: pg.Client, ...given: unknown[]) => unknown;
  const query = Reflect.get(pg.Client.prototype, 'query') as Query;
  const listening: Query = function (...given) {
    const [first] = given;
    texts.push(typeof first === 'string' ? first : ((first as { text?: string }).text ?? ''));
    return query.apply(this, given);
  };
  Reflect.set(pg.Client.prototype, 'query', listening);
  try {
    await act();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query);
  }
  return texts;
}

/** What spends are written with: they are gathered of everybody, and come between at any moment. */
const ofAnything = /^START|^COMMIT|app_now\(\) as now|budgets/;

/** What a choice asks of the database before it is answered, in place of none. */
async function saving(there: There, whom: readonly PersonThere[]): Promise<string[]> {
  await choose(there, there.ana, []).expect(200);
  const texts = await statementsOf(() => choose(there, there.ana, whom).expect(200));
  return texts.filter((text) => !ofAnything.test(text));
}

const introductionsTo = async (there: There) =>
  (await sentMails(api, there.organizationId, 'introduction')).map(({ to }) => to).sort();

const keptApart = ({ organizationId }: There, source: string, a: PersonThere, b: PersonThere) =>
  api.database.sql(
    `insert into known_pairs (organization_id, person_a, person_b, source, created_at)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, app_now())`,
    [organizationId, a.personId, b.personId, source],
  );

const block = (a: PersonThere, b: PersonThere) =>
  api.database.sql('insert into blocks values ($1, $2, app_now())', [a.personId, b.personId]);

const answer = ({ organizationId }: There, { personId }: PersonThere, given: 'given' | 'refused') =>
  api.db.write(inOrganization(organizationId, system), (tx) =>
    keepConsent(tx, {
      organizationId,
      personId,
      purpose: 'introductions',
      answer: given,
      wording: 'test',
      source: 'answer',
    }),
  );

describe('the people somebody may choose', () => {
  it('are those of their own table, without themselves', async () => {
    const there = await evening({
      tables: 2,
      authors: 6,
      names: ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn'],
    });
    expect((await look(there, there.ana)).people.map(({ name }) => name)).toEqual(['Cleo', 'Eva']);
    expect((await look(there, there.ben)).people.map(({ name }) => name)).toEqual(['Dan', 'Finn']);
  });

  it('are nobody without a work who neither came nor wrote, and those by their names alone', async () => {
    const there = await evening({ authors: 3, critics: 1 });
    const { guest, works, organizationId, event, critiqueSessionId } = there;
    const ids = { organization: { id: organizationId }, event, critiqueSessionId };
    const { assignmentId } = await makeHearing(api, ids, works[0]!.id, guest);
    const guests = async () =>
      (await look(there, there.ana)).people.filter(({ attendeeId }) => attendeeId === guest.attendeeId);
    const came = (instant: string | null) =>
      api.database.sql(
        `update attendees set checked_in_at = $2, profile = '{"crafts":["mixing"]}' where id = $1`,
        [guest.attendeeId, instant],
      );
    await came(null);
    expect(await guests()).toEqual([]);
    expect((await look(there, guest)).people).toEqual([]);
    await came(at('2026-10-19T19:00').toISOString());
    expect(await guests()).toEqual([{ attendeeId: guest.attendeeId, name: 'Sam Guest' }]);
    await came(null);
    await makeCritique(api, assignmentId, { meaning: 'The breath.' });
    expect(await guests()).toHaveLength(1);
  });

  it('at home are those whose work they heard, and who heard theirs', async () => {
    const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn'];
    const there = await evening({ format: 'written', authors: 6, critics: 1, names });
    expect((await look(there, there.ana)).people.map(({ name }) => name)).toEqual(['Ben', 'Finn']);
  });

  it('are nobody who declined, or was missing and wrote nothing, and nobody whose work was not reached', async () => {
    const there = await evening({ authors: 3, critics: 1 });
    const { guest, works } = there;
    const hear = (state: string) =>
      api.database.sql(
        `insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state,
           source, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'standby', app_now())
         on conflict on constraint assignments_once do update set state = excluded.state`,
        [
          newId(),
          there.organizationId,
          there.event.id,
          there.critiqueSessionId,
          works[0]?.id,
          guest.attendeeId,
          guest.personId,
          state,
        ],
      );
    const names = async () => (await look(there, there.ana)).people.map(({ name }) => name);
    await hear('done');
    expect(await names()).toContain('Sam Guest');
    for (const state of ['declined', 'missed']) {
      await hear(state);
      expect(await names()).not.toContain('Sam Guest');
      expect((await look(there, guest)).people).toEqual([]);
    }
    await api.database.sql(`update critique_slots set state = 'skipped' where submission_id = $1`, [
      works[1]?.id,
    ]);
    await api.database.sql(`delete from assignments where person_id = $1`, [there.ben.personId]);
    expect(await names()).not.toContain('Ben Ode');
  });

  it('have no names before the end where the session is blind', async () => {
    const there = await evening({ state: 'running', released: false, blind: 'round' });
    expect(await look(there, there.ana)).toMatchObject({ open: false, people: [], picks: [] });
    await choose(there, there.ana, [there.ben]).expect(409);
    await changeSession(api, there.critiqueSessionId, `state = 'ended', ended_at = app_now()`);
    expect((await look(there, there.ana)).people).toHaveLength(3);
  });

  it('include whoever blocked them, as if nothing were', async () => {
    const there = await evening();
    const before = await look(there, there.ana);
    await block(there.ben, there.ana);
    expect(await look(there, there.ana)).toEqual(before);
  });
});

describe('a choice', () => {
  it('is of two people at most, of the own rounds, and may change', async () => {
    const there = await evening({ tables: 2, authors: 6, names: [] });
    const [ana, ben, cleo, , eva] = there.people as [
      PersonThere,
      PersonThere,
      PersonThere,
      PersonThere,
      PersonThere,
    ];
    expect((await choose(there, ana, [cleo, eva]).expect(200)).body.picks).toEqual([
      cleo.attendeeId,
      eva.attendeeId,
    ]);
    await choose(there, ana, [cleo, eva, ben]).expect(422);
    expect((await choose(there, ana, [ben])).body).toMatchObject({ status: 422, code: 'pick-unknown' });
    expect((await choose(there, ana, [ana])).body).toMatchObject({ status: 422, code: 'pick-unknown' });
    expect((await look(there, ana)).picks).toHaveLength(2);
    expect((await choose(there, ana, [eva, eva]).expect(200)).body.picks).toEqual([eva.attendeeId]);
    expect((await choose(there, ana, []).expect(200)).body.picks).toEqual([]);
  });

  it('closes seven days after the letters were handed over', async () => {
    const there = await evening();
    await choose(there, there.ana, [there.ben]).expect(200);
    await api.setTime(at('2026-10-26T21:04').toISOString());
    await choose(there, there.ana, [there.cleo]).expect(200);
    await api.setTime(at('2026-10-26T21:06').toISOString());
    expect((await choose(there, there.ana, [there.ben])).body).toMatchObject({
      status: 409,
      code: 'picks-closed',
    });
    expect(await look(there, there.ana)).toMatchObject({ open: false, picks: [there.cleo.attendeeId] });
  });

  it('is nobody else’s: another session, another evening and a forged link find nothing', async () => {
    const there = await evening();
    const other = await evening();
    await api.http.get(path(other, there.ana)).expect(404);
    await choose(other, there.ana, [other.ben]).expect(404);
    await api.http
      .get(path(there, { ...there.ana, token: `${'0'.repeat(32)}.${'0'.repeat(32)}` }))
      .expect(410);
  });

  it('of one alone shows nowhere: every answer, page and row but their own is as before', async () => {
    const there = await evening();
    const seen = async () => [
      await look(there, there.ben),
      await look(there, there.cleo),
      await board(there),
      await api.database.sql('select action from audit where organization_id = $1', [there.organizationId]),
      await api.database.sql('select kind from mails where organization_id = $1', [there.organizationId]),
    ];
    const before = await seen();
    await settled(there, there.ana, [there.ben]);
    expect(await pairs(there)).toEqual([]);
    expect(await seen()).toEqual(before);
  });

  it('runs the same statements whether it is returned, not returned, or forbidden', async () => {
    const there = await evening({ authors: 4, critics: 3 });
    const { ana, ben, cleo, people } = there;
    const dan = people[3]!;
    for (const who of [ben, dan]) await settled(there, who, [ana]);
    await block(dan, ana);
    const [returned, lonely, forbidden] = [
      await saving(there, [ben]),
      await saving(there, [cleo]),
      await saving(there, [dan]),
    ];
    expect(returned.length).toBeGreaterThan(10);
    expect(lonely).toEqual(returned);
    expect(forbidden).toEqual(returned);
    expect(await pairs(there)).toEqual([]);
    await settled(there, ana, [ben]);
    expect(await pairs(there)).toMatchObject([{ state: 'agreed' }]);
  });

  it('would run others if it were settled while its answer waits (control)', async () => {
    const there = await evening();
    const { ana, ben, cleo, organizationId, critiqueSessionId: id } = there;
    await settled(there, ben, [ana]);
    const settling = (whom: PersonThere) =>
      statementsOf(() =>
        api.db.write(inOrganization(organizationId, system), async (tx) => {
          const own = { organizationId, critiqueSessionId: id, ...ana };
          await keepPicks(tx, own, there.event.id, [whom]);
          await settleChoices(tx, found(await tx.one(CritiqueSession, { id, organizationId })), ana.personId);
        }),
      );
    const lonely = await settling(cleo);
    expect((await settling(ben)).length).toBeGreaterThan(lonely.length);
  });

  it('may be thought over sixty times an hour, and not tried out without end', async () => {
    const there = await evening();
    for (let time = 0; time < 60; time += 1) await choose(there, there.ana, []).expect(200);
    const { body } = await choose(there, there.ana, []).expect(429);
    expect(body).toMatchObject({ code: 'too-many-requests' });
    await choose(there, there.ben, [there.ana]).expect(200);
  });

  it('is answered alike whether the other chose them too or not', async () => {
    const there = await evening();
    await choose(there, there.ben, [there.ana]).expect(200);
    const mutual = await choose(there, there.ana, [there.ben]).expect(200);
    const lonely = await choose(there, there.ana, [there.cleo]).expect(200);
    expect({ ...mutual.body, picks: [] }).toEqual({ ...lonely.body, picks: [] });
  });
});

describe('two who choose each other', () => {
  it('are introduced at the next release, without a host, and then like any two', async () => {
    const there = await evening();
    const empty = await board(there);
    await both(there, there.ana, there.ben);
    expect(await pairs(there)).toMatchObject([{ state: 'agreed', source: 'critique' }]);
    expect(await board(there)).toEqual(empty);
    await passTime(api, at('2026-10-20T09:59'));
    expect(await introductionsTo(there)).toEqual([]);
    await passTime(api, at('2026-10-20T10:00'));
    expect(await introductionsTo(there)).toHaveLength(2);
    const [mail] = await sentMails(api, there.organizationId, 'introduction');
    expect(mail?.text).toContain('You both wished to keep talking after your critique session');
    expect((await board(there)).introductions).toMatchObject([
      { standing: 'introduced', source: 'critique' },
    ]);
    await passTime(api, at('2026-11-10T12:00'));
    const kinds = (await sentMails(api, there.organizationId)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'introduction-nudge')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'introduction-follow-up')).toHaveLength(2);
  });

  it('are one introduction, also when both choose at once', async () => {
    for (let time = 0; time < 5; time += 1) {
      const there = await evening();
      const answers = await Promise.all([
        choose(there, there.ana, [there.ben]),
        choose(there, there.ben, [there.ana]),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      await settleAll(api);
      expect(await pairs(there)).toHaveLength(1);
    }
  });

  it('would miss each other if each looked before the other’s choice is kept (control)', async () => {
    const there = await evening();
    const { organizationId, critiqueSessionId, event } = there;
    const meeting = () => {
      let missing = 2;
      let go: () => void = () => undefined;
      const met = new Promise<void>((resolve) => {
        go = resolve;
      });
      return () => {
        missing -= 1;
        if (missing === 0) go();
        return met;
      };
    };
    const [bothKept, bothLooked] = [meeting(), meeting()];
    const unlocked = (me: PersonThere, other: PersonThere) =>
      api.db.write(inOrganization(organizationId, system), async (tx) => {
        await keepPicks(tx, { organizationId, critiqueSessionId, ...me }, event.id, [other]);
        await bothKept();
        const sees = await choseEachOther(tx, organizationId, me.personId, other.personId);
        await bothLooked();
        return sees;
      });
    const seen = await Promise.all([unlocked(there.ana, there.ben), unlocked(there.ben, there.ana)]);
    expect(seen).toEqual([false, false]);
  });

  it('are not introduced when one takes it back before, and nobody is told', async () => {
    const there = await evening();
    const empty = await board(there);
    await both(there, there.ana, there.ben);
    await settled(there, there.ana, [there.cleo]);
    expect(await pairs(there)).toMatchObject([{ state: 'closed quietly', cause: 'taken-back' }]);
    await passTime(api, at('2026-10-23T12:00'));
    expect(await introductionsTo(there)).toEqual([]);
    expect((await board(there)).introductions).toEqual(empty.introductions);
  });

  it('are introduced after all when they choose each other again', async () => {
    const there = await evening();
    await both(there, there.ana, there.ben);
    await settled(there, there.ana, []);
    await settled(there, there.ana, [there.ben]);
    await passTime(api, at('2026-10-20T16:00'));
    expect(await introductionsTo(there)).toHaveLength(2);
  });

  it('stay introduced whatever they choose afterwards, and are never introduced twice', async () => {
    const there = await evening();
    await both(there, there.ana, there.ben);
    await passTime(api, at('2026-10-20T12:00'));
    await choose(there, there.ana, []).expect(200);
    await both(there, there.ana, there.ben);
    await passTime(api, at('2026-10-22T12:00'));
    expect(await pairs(there)).toMatchObject([{ state: 'introduced' }]);
    expect(await introductionsTo(there)).toHaveLength(2);
  });
});

const hindrances: [string, (there: There) => Promise<unknown>][] = [
  ['one said no to introductions', (there) => answer(there, there.ben, 'refused')],
  ['one blocked the other', ({ ana, ben }) => block(ben, ana)],
  ['a host keeps them apart', (there) => keptApart(there, 'kept-apart', there.ana, there.ben)],
  ['one told that they know each other', (there) => keptApart(there, 'told', there.ana, there.ben)],
  [
    'one pauses introductions',
    ({ ben }) =>
      api.database.sql(
        `update people set introductions_paused_until = app_now() + interval '30 days' where id = $1`,
        [ben.personId],
      ),
  ],
  [
    'one stopped mail of introductions',
    ({ ben }) =>
      api.database.sql(
        `insert into mail_stops values (gen_random_uuid(), $1, null, 'introductions', app_now())`,
        [ben.personId],
      ),
  ],
];

/** How often boards of this evening are told of a change by what somebody does. */
async function toldBy({ event }: There, act: () => Promise<unknown>): Promise<number> {
  const client = new pg.Client({ connectionString: api.database.appUrl });
  await client.connect();
  const told: string[] = [];
  const over = new Promise<void>((resolve) => {
    client.on('notification', ({ payload = '' }) => {
      if (payload === 'over') resolve();
      else told.push(payload);
    });
  });
  await client.query('listen "board-changed"');
  await act();
  // Notifications come in the order of commits, so nothing that was said before this one is missing.
  await client.query(`select pg_notify('board-changed', 'over')`);
  await over;
  await client.end();
  return told.filter((id) => id === event.id).length;
}

describe('the boards of hosts', () => {
  const all = async (there: There): Promise<void> => {
    await both(there, there.ana, there.ben);
    await settled(there, there.ben, []);
    await settled(there, there.ben, [there.ana]);
  };

  it('are told nothing of two who choose each other, not even that something changed, before they are introduced', async () => {
    const there = await evening();
    expect(await toldBy(there, () => all(there))).toBe(0);
    expect(await toldBy(there, () => passTime(api, at('2026-10-20T10:01')))).toBe(1);
  });

  it('would be told by every new row (control)', async () => {
    const there = await evening();
    const trigger = (when: string) =>
      api.database
        .sql(`create or replace trigger introductions_tell_of_new after insert on introductions for each row ${when}
        execute function tell_board()`);
    await trigger('');
    expect(await toldBy(there, () => all(there))).toBe(2);
    await trigger(`when (new.source <> 'critique' or new.introduced_at is not null)`);
  });
});

describe('a board', () => {
  const tell = (there: There, kind: 'talked' | 'wish', who: PersonThere, whom: readonly PersonThere[]) =>
    api.db.write(inOrganization(there.organizationId, system), async (tx) => {
      const { organizationId, event } = there;
      const teller = { id: who.attendeeId, organizationId, eventId: event.id, personId: who.personId };
      await keepTold(
        tx,
        teller,
        kind,
        whom.map(({ attendeeId }) => ({ attendeeId })),
      );
      await findTold(tx, organizationId, event.id);
    });

  it('reads the same after a choice, returned or not, also when somebody tells something afterwards', async () => {
    const there = await evening();
    const { ana, ben, cleo } = there;
    const dan = there.people[3]!;
    await tell(there, 'talked', ana, [ben, cleo]);
    await tell(there, 'talked', dan, [cleo]);
    const before = await board(there);
    expect(before).toMatchObject({ apart: [{ why: 'known' }, { why: 'known' }, { why: 'known' }] });
    await both(there, ana, ben);
    await settled(there, cleo, [ana]);
    await tell(there, 'talked', dan, [cleo]);
    await tell(there, 'talked', ana, [ben, cleo]);
    expect(await board(there)).toEqual(before);
    await passTime(api, at('2026-10-20T12:00'));
    expect(await introductionsTo(there)).toHaveLength(2);
  });

  it('would show a wish by a pair that is known no longer (control)', async () => {
    const there = await evening();
    await tell(there, 'talked', there.ana, [there.ben]);
    const before = await board(there);
    await tell(there, 'wish', there.ana, [there.ben]);
    expect(await board(there)).not.toEqual(before);
  });
});

describe('two who choose each other while something forbids it', () => {
  it.each(hindrances)('are not introduced, and read the same as ever: %s', async (_, hinder) => {
    const there = await evening();
    await hinder(there);
    const before = await look(there, there.ana);
    await both(there, there.ana, there.ben);
    expect({ ...(await look(there, there.ana)), picks: [] }).toEqual(before);
    await passTime(api, at('2026-10-23T12:00'));
    expect(await introductionsTo(there)).toEqual([]);
  });

  it.each(hindrances)('are not introduced either when it comes before the release: %s', async (_, hinder) => {
    const there = await evening();
    await both(there, there.ana, there.ben);
    await hinder(there);
    await passTime(api, at('2026-10-23T12:00'));
    expect(await introductionsTo(there)).toEqual([]);
    expect((await pairs(there)).map(({ state }) => state)).toEqual(['closed quietly']);
  });

  it('say yes here, and their choice counts from then on', async () => {
    const there = await evening();
    await answer(there, there.ana, 'refused');
    await both(there, there.ana, there.ben);
    expect(await look(there, there.ana)).toMatchObject({ optedIn: false });
    expect(await pairs(there)).toEqual([]);
    await settled(there, there.ana, [there.ben], { optIn: true });
    expect(await look(there, there.ana)).toMatchObject({ optedIn: true });
    expect(await pairs(there)).toMatchObject([{ state: 'agreed' }]);
  });

  it('know each other by having talked at the table, and that is no hindrance', async () => {
    const there = await evening();
    await api.database.sql(
      `insert into told_people (id, organization_id, event_id, attendee_id, person_id, kind, place, told_attendee_id, told_person_id,
         created_at) values (gen_random_uuid(), $1, $2, $3, $4, 'talked', 1, $5, $6, app_now())`,
      [
        there.organizationId,
        there.event.id,
        there.ana.attendeeId,
        there.ana.personId,
        there.ben.attendeeId,
        there.ben.personId,
      ],
    );
    await both(there, there.ana, there.ben);
    await passTime(api, at('2026-10-20T12:00'));
    expect(await introductionsTo(there)).toHaveLength(2);
  });
});

describe('two who choose each other and are on a host’s board', () => {
  interface Decided {
    introduction: { id: string; version: number };
  }
  const pin = async (there: There): Promise<Decided['introduction']> => {
    const pair = { attendeeA: there.ana.attendeeId, attendeeB: there.ben.attendeeId };
    return ((await decide(there, '', pair).expect(201)).body as Decided).introduction;
  };
  const standings = async (there: There) =>
    (await board(there)).introductions.map(({ standing, version, source }) => ({
      standing,
      version,
      source,
    }));

  it('stay as the host left them until the release, and are introduced', async () => {
    const there = await evening();
    await pin(there);
    const before = await board(there);
    await both(there, there.ana, there.ben);
    expect(await board(there)).toEqual(before);
    await passTime(api, at('2026-10-20T10:00'));
    expect(await standings(there)).toMatchObject([{ standing: 'introduced' }]);
    expect(await introductionsTo(there)).toHaveLength(2);
  });

  it('stay there when one takes it back, as if nothing had been', async () => {
    const there = await evening();
    await pin(there);
    const before = await board(there);
    await both(there, there.ana, there.ben);
    await settled(there, there.ben, []);
    await passTime(api, at('2026-10-22T12:00'));
    expect((await board(there)).introductions).toEqual(before.introductions);
  });

  it('are not asked when the host approves them meanwhile, but introduced', async () => {
    const there = await evening();
    const { id, version } = await pin(there);
    await decide(there, `/${id}/approve`, { version }).expect(200);
    await both(there, there.ana, there.ben);
    await passTime(api, at('2026-10-23T12:00'));
    expect(await sentMails(api, there.organizationId, 'introduction-ask')).toEqual([]);
    expect(await introductionsTo(there)).toHaveLength(2);
  });

  it('are asked as usual when they were blocked meanwhile, which is: seemingly', async () => {
    const there = await evening();
    const { id, version } = await pin(there);
    await decide(there, `/${id}/approve`, { version }).expect(200);
    await both(there, there.ana, there.ben);
    await block(there.ben, there.ana);
    await passTime(api, at('2026-10-21T12:00'));
    expect(await standings(there)).toMatchObject([{ standing: 'asked' }]);
    expect(await sentMails(api, there.organizationId, 'introduction-ask')).toEqual([]);
  });

  it('are not introduced when the host says never', async () => {
    const there = await evening();
    const { id, version } = await pin(there);
    await both(there, there.ana, there.ben);
    await decide(there, `/${id}/drop`, { version }).expect(200);
    await passTime(api, at('2026-10-23T12:00'));
    expect(await introductionsTo(there)).toEqual([]);
  });

  it('become a pair of the host’s own without a refusal, and are introduced once', async () => {
    const there = await evening();
    await both(there, there.ana, there.ben);
    await pin(there);
    expect(await standings(there)).toEqual([{ standing: 'suggested', version: 1, source: 'host' }]);
    await passTime(api, at('2026-10-23T12:00'));
    expect(await standings(there)).toMatchObject([{ standing: 'introduced' }]);
    expect(await introductionsTo(there)).toHaveLength(2);
  });

  it('go on unseen when the host takes an approval back, and may be brought back', async () => {
    const there = await evening();
    const { id, version } = await pin(there);
    const approved = (await decide(there, `/${id}/approve`, { version }).expect(200)).body as {
      version: number;
    };
    await both(there, there.ana, there.ben);
    const back = await decide(there, `/${id}/take-back`, { version: approved.version }).expect(200);
    expect((await pairs(there)).map(({ state }) => state)).toEqual(['withdrawn', 'agreed']);
    const taken = (back.body as Decided).introduction;
    await decide(there, `/${id}/bring-back`, { version: taken.version }).expect(200);
    await passTime(api, at('2026-10-23T12:00'));
    expect(await introductionsTo(there)).toHaveLength(2);
    expect(await standings(there)).toMatchObject([{ standing: 'introduced' }]);
  });

  it('are in no search of the host’s, and in no way of it', async () => {
    const there = await evening();
    await both(there, there.ana, there.ben);
    await decide(there, '/suggest', {}).expect((response) => {
      if (response.status >= 300) throw new Error(JSON.stringify(response.body));
    });
    const two = [there.ana.attendeeId, there.ben.attendeeId].sort().join();
    const shown = (await board(there)).introductions.map(({ a, b }) =>
      [a.attendeeId, b.attendeeId].sort().join(),
    );
    expect(shown).not.toContain(two);
    await passTime(api, at('2026-10-20T12:00'));
    expect(await introductionsTo(there)).toHaveLength(2);
  });
});

describe('what the matcher takes from a session', () => {
  const reasons = async (there: There): Promise<string[]> => {
    await decide(there, '/suggest', {}).expect(({ status }) => {
      expect(status).toBeLessThan(300);
    });
    const { introductions } = await board(there);
    return introductions.flatMap(({ reasonForA, reasonForB }) => [reasonForA, reasonForB]);
  };
  const thank = (there: There) =>
    api.database.sql(
      `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, words, saved_at, thanked_at)
       select gen_random_uuid(), organization_id, id, submission_id, person_id, 'Words.', 40, app_now(), app_now()
       from assignments where critique_session_id = $1`,
      [there.critiqueSessionId],
    );

  it('is who sat at one table, and no word of whose critique helped its author', async () => {
    const there = await evening();
    await thank(there);
    const told = await reasons(there);
    expect(told.join()).toContain('You sat at the same small table');
    expect(told.join()).not.toContain('critique');
  });

  it('is nothing of that before the letters are handed over, nor at home (control)', async () => {
    const early = await evening({ released: false });
    await thank(early);
    expect((await reasons(early)).join()).not.toContain('critique');
    const home = await evening({ format: 'written' });
    expect((await reasons(home)).join()).not.toContain('table');
  });

  it.each([1, 2, 3])(
    'is a choice that was not returned, as a wish that says nothing of itself (%s)',
    async (at) => {
      const there = await evening({ format: 'written', authors: 4, critics: 3 });
      await api.database.sql(`update attendees set profile = '{"maxIntroductions":1}' where event_id = $1`, [
        there.event.id,
      ]);
      // She chooses each of the three once, and has room for one: it is the one she chose.
      const chosen = there.people[at]!;
      await choose(there, there.ana, [chosen]).expect(200);
      const told = await reasons(there);
      const { introductions } = await board(there);
      const pairsOfAna = introductions.map(({ a, b }) => [a.attendeeId, b.attendeeId]);
      expect(pairsOfAna.find((pair) => pair.includes(there.ana.attendeeId))).toContain(chosen.attendeeId);
      expect(told.join()).not.toContain('keep talking');
      expect(introductions.map(({ source }) => source)).toEqual(['suggested', 'suggested']);
    },
  );
});
