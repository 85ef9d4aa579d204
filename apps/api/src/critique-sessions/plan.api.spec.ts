import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type Author,
  type PlanDesk,
  type PlanRead,
  makePlanDesk,
} from '../../../../test/support/critique-plan.ts';
import { makeEvent, makeMember, makePerson } from '../../../../test/support/factories.ts';
import { readsApartByLot } from './not-together.ts';

let api: Api;
beforeAll(async () => {
  // An hour before the evening of the factories, in which a session may be started.
  api = await startApi({ time: '2026-10-20T00:00:00Z' });
});
afterAll(() => api.stop());

const sql = <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  api.database.sql<Row & Record<string, unknown>>(text, values);
const planned = async (desk: PlanDesk, body: object = {}): Promise<PlanRead> =>
  (await desk.post('/plan', body).expect(200)).body as PlanRead;
const hearersOf = (plan: PlanRead, author: Author): string[] =>
  plan.hearings.filter(({ submissionId }) => submissionId === author.workId).map(({ critic }) => critic);
const hears = (plan: PlanRead, critic: { attendeeId: string }): number =>
  plan.hearings.filter(({ attendeeId }) => attendeeId === critic.attendeeId).length;
const placed = (plan: PlanRead) => plan.works.map(({ author, place, state }) => ({ author, place, state }));
const postedTo = (desk: PlanDesk, kind: string) =>
  sql<{ personId: string; step: string }>(
    'select person_id as "personId", step from mails where organization_id = $1 and kind = $2',
    [desk.organization.id, kind],
  );

describe('a plan', () => {
  it('hears as many works as there is time for, exactly k critics each and k works for each author', async () => {
    const desk = await makePlanDesk(api, { format: 'tables', tables: 2 });
    const authors = await desk.works(12);
    const guest = await desk.guest('Sam Guest');
    const before = await desk.read();
    const plan = await planned(desk);
    expect(plan.session).toMatchObject({ state: 'planned', criticsUsed: 3 });
    expect(placed(plan).map(({ author }) => author)).toEqual(placed(before).map(({ author }) => author));
    expect(plan.works.map(({ state }) => state)).toEqual([
      ...Array<string>(10).fill('accepted'),
      'waitlisted',
      'waitlisted',
    ]);
    expect(plan.works.map(({ place }) => place)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    const heard = plan.works.slice(0, 10);
    expect(new Set(heard.map(({ table, round }) => `${table}.${round}`)).size).toBe(10);
    for (const author of authors) {
      const isIn = heard.some(({ id }) => id === author.workId);
      expect([author.name, hearersOf(plan, author).length, hears(plan, author)]).toEqual([
        author.name,
        isIn ? 3 : 0,
        isIn ? 3 : 0,
      ]);
      expect(hearersOf(plan, author)).not.toContain(author.name);
    }
    const tableOf = (id: string) => heard.find((work) => work.id === id || work.attendeeId === id)?.table;
    for (const { submissionId, attendeeId } of plan.hearings)
      expect(tableOf(submissionId)).toBe(tableOf(attendeeId));
    expect(plan.standby).toEqual([{ attendeeId: guest.attendeeId, name: 'Sam Guest', hears: 0 }]);
  });

  it('gives two critics under seven authors', async () => {
    const desk = await makePlanDesk(api, { format: 'live', criticsPerWork: 4 });
    await desk.works(5);
    expect((await planned(desk)).session.criticsUsed).toBe(2);
  });

  it('keeps apart who made it together, who works together if that is asked, and who blocked whom', async () => {
    const desk = await makePlanDesk(api, { format: 'live', employersApart: true });
    const ben = await desk.work({ name: 'Ben', employer: 'Northlight' });
    const ana = await desk.work({ name: 'Ana', coAuthors: [ben.email] });
    const cem = await desk.work({ name: 'Cem', employer: ' northlight' });
    const dana = await desk.work({ name: 'Dana' });
    const eli = await desk.work({ name: 'Eli' });
    await sql('insert into blocks (person_id, blocked_id, created_at) values ($1, $2, app_now())', [
      dana.personId,
      eli.personId,
    ]);
    for (const seed of [1, 2, 3]) {
      const plan = await planned(desk, { seed });
      expect(hearersOf(plan, ana)).not.toContain('Ben');
      expect(hearersOf(plan, ben)).not.toContain('Cem');
      expect(hearersOf(plan, cem)).not.toContain('Ben');
      expect(hearersOf(plan, dana)).not.toContain('Eli');
      expect(hearersOf(plan, eli)).not.toContain('Dana');
    }
  });

  it('sends nobody to the same author twice running, unless there is no other way, and says so', async () => {
    const desk = await makePlanDesk(api);
    const authors = await desk.works(5);
    await lastTime(desk, [[authors[0], authors[1]]]);
    for (const seed of [1, 2, 3, 4]) {
      const plan = await planned(desk, { seed });
      expect(hearersOf(plan, authors[1]!)).not.toContain(authors[0]?.name);
      expect(plan.again).toBe(false);
    }
    const small = await makePlanDesk(api);
    const three = await small.works(3);
    await lastTime(small, [[three[0], three[1]]]);
    expect((await planned(small)).again).toBe(true);
    expect((await small.read()).again).toBe(true);
    expect((await small.post('/unplan').expect(200)).body.again).toBe(false);
  });

  it('goes to those who know its topics, and says which', async () => {
    const desk = await makePlanDesk(api, { format: 'live', topicsMatter: true, criticsPerWork: 1 });
    const foley = await desk.work({ name: 'Ana', topics: ['Foley', 'jazz'] });
    await desk.work({ name: 'Ben' });
    await desk.work({ name: 'Cem', crafts: ['foley'] });
    await desk.work({ name: 'Dana' });
    const plan = await planned(desk);
    expect(plan.hearings.find(({ submissionId }) => submissionId === foley.workId)).toMatchObject({
      critic: 'Cem',
      why: [{ code: 'topics', topics: ['Foley'] }],
    });
  });

  it('tells hosts what a critic says of themselves only of those who take part in introductions, and else goes by their own works', async () => {
    const desk = await makePlanDesk(api, { format: 'live', topicsMatter: true, criticsPerWork: 1 });
    const foley = await desk.work({ name: 'Ana', topics: ['foley'] });
    const cem = await desk.work({ name: 'Cem', crafts: ['foley'] });
    await desk.work({ name: 'Ben', topics: ['Foley'] });
    await desk.work({ name: 'Dana' });
    const topicsBy = async () =>
      (await planned(desk)).hearings
        .filter(({ submissionId, why }) => submissionId === foley.workId && why[0]?.code === 'topics')
        .map(({ critic }) => critic);
    await sql(`update attendees set profile = '{}' where event_id = $1 and name = 'Ben'`, [desk.event.id]);
    expect(['Ben', 'Cem']).toContain((await topicsBy())[0]);
    await sql(`update consents set withdrawn_at = app_now() where person_id = $1`, [cem.personId]);
    expect(await topicsBy()).toEqual(['Ben']);
    await sql(`update submissions set topics = '{}' where critique_session_id = $1 and id <> $2`, [
      desk.id,
      foley.workId,
    ]);
    expect(await topicsBy()).toEqual([]);
  });

  it('puts who waited longest first, then who was never heard', async () => {
    const desk = await makePlanDesk(api);
    const [heard, fresh, waits] = await desk.works(3);
    await earlierWork(desk, heard!, 'heard');
    await earlierWork(desk, waits!, 'waitlisted');
    const works = (await desk.read()).works.map(({ author }) => author);
    expect(works).toEqual([waits?.name, fresh?.name, heard?.name]);
    expect((await planned(desk)).works.map(({ author }) => author)).toEqual(works);
  });

  it('is the same for the same seed, and another for another', async () => {
    const desk = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-20T02:00' });
    await desk.works(12);
    const drawn = async (seed: number) =>
      (await planned(desk, { seed })).hearings
        .map(({ submissionId, attendeeId }) => `${submissionId} ${attendeeId}`)
        .sort();
    const first = await drawn(5);
    expect(await drawn(6)).not.toEqual(first);
    expect(await drawn(5)).toEqual(first);
  });

  it('leaves out who is not coming any more', async () => {
    const desk = await makePlanDesk(api);
    const authors = await desk.works(6);
    const first = (await desk.read()).works[0];
    await sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [first?.attendeeId],
    );
    const plan = await planned(desk);
    expect(plan.works.filter(({ state }) => state === 'accepted')).toHaveLength(5);
    expect(plan.works.at(-1)).toMatchObject({ id: first?.id, state: 'waitlisted', place: 6 });
    expect(plan.hearings.some(({ attendeeId }) => attendeeId === first?.attendeeId)).toBe(false);
    expect(authors).toHaveLength(6);
  });

  it('is refused with those for whom it cannot be', async () => {
    const desk = await makePlanDesk(api);
    const others = await desk.works(4);
    const coAuthors = others.slice(0, 3).map(({ email }) => email);
    const ana = await desk.work({ name: 'Ana', coAuthors });
    const { body } = await desk.post('/plan').expect(409);
    expect(body).toMatchObject({
      code: 'critique-shortage',
      current: { side: 'works', works: [{ id: ana.workId, author: ana.name }], needed: 2, available: 1 },
    });
    expect((await desk.read()).session.state).toBe('open');
  });

  it('is refused without a name where only a block makes it so', async () => {
    const desk = await makePlanDesk(api);
    const [ana, ...others] = await desk.works(5);
    await sql(
      `insert into blocks (person_id, blocked_id, created_at) select $1, unnest($2::uuid[]), app_now()`,
      [ana?.personId, others.slice(0, 3).map(({ personId }) => personId)],
    );
    const { body, text } = await desk.post('/plan').expect(409);
    expect(body).toMatchObject({ code: 'critique-shortage' });
    expect(body.current).toBeUndefined();
    for (const { name, workId } of [ana!, ...others]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(workId);
    }
  });

  it('is refused for an evening without time, and for fewer than two works', async () => {
    const desk = await makePlanDesk(api);
    expect((await desk.post('/plan').expect(409)).body.code).toBe('critique-too-few-works');
    const short = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-19T18:45' });
    await short.works(3);
    expect((await short.post('/plan').expect(409)).body.code).toBe('critique-too-short');
  });

  it('tells every author once, and after another plan only those for whom something changed', async () => {
    const desk = await makePlanDesk(api);
    const authors = await desk.works(6);
    await planned(desk, { seed: 1 });
    expect((await postedTo(desk, 'critique-place')).map(({ personId }) => personId).sort()).toEqual(
      authors.map(({ personId }) => personId).sort(),
    );
    await planned(desk, { seed: 1 });
    expect(await postedTo(desk, 'critique-place')).toHaveLength(6);
    const last = (await desk.read()).works.at(-1);
    await planned(desk, { seed: 2 });
    const again = await postedTo(desk, 'critique-place');
    expect(again.length).toBeGreaterThan(6);
    const waiting = authors.find(({ workId }) => workId === last?.id);
    expect(again.filter(({ personId }) => personId === waiting?.personId)).toHaveLength(1);
  });

  it('starts a written session at once: mails what to write about, and is reminded and due by the clock', async () => {
    const desk = await makePlanDesk(api, { format: 'written' });
    await desk.works(8);
    const plan = await planned(desk);
    expect(plan.session).toMatchObject({ state: 'running', criticsUsed: 3 });
    expect(plan.works.map(({ round }) => round)).toEqual(Array(8).fill(null));
    expect(await postedTo(desk, 'critique-assigned')).toHaveLength(8);
    const due = await sql<{ kind: string }>(
      'select task as kind from due_work where subject_id = $1 order by task',
      [desk.id],
    );
    expect(due.map(({ kind }) => kind)).toEqual(['critique.release', 'critique.remind']);
    expect((await desk.post('/plan').expect(409)).body.code).toBe('critique-started');
    expect((await desk.post('/unplan').expect(409)).body.code).toBe('critique-started');
  });

  it('is taken back until something started, and works stand in their order again', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(6);
    const before = await desk.read();
    expect((await desk.post('/unplan').expect(409)).body.code).toBe('critique-not-planned');
    await planned(desk);
    const { body } = await desk.post('/unplan').expect(200);
    expect(placed(body as PlanRead)).toEqual(placed(before));
    expect((body as PlanRead).hearings).toEqual([]);
    await planned(desk);
    await desk.post('/start').expect(204);
    expect((await desk.post('/plan').expect(409)).body.code).toBe('critique-started');
  });

  it('is made once when two hosts make it at the same moment', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(6);
    const [one, other] = await Promise.all([
      desk.post('/plan', { seed: 3 }),
      desk.post('/plan', { seed: 3 }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const plan = await desk.read();
    expect(plan.hearings).toHaveLength(10);
    expect(await postedTo(desk, 'critique-place')).toHaveLength(6);
  });
});

/** A session of this organization that is over, in which each first of a pair heard the second. */
async function lastTime(desk: PlanDesk, pairs: (Author | undefined)[][]) {
  const event = await makeEvent(api.database, desk.organization.id);
  const [{ id } = { id: '' }] = await sql<{ id: string }>(
    `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, state, ended_at, created_at)
     values (gen_random_uuid(), $1, $2, 'live', 3, 'ended', app_now() - interval '30 days', app_now()) returning id`,
    [desk.organization.id, event.id],
  );
  for (const [critic, author] of pairs) {
    await sql(
      `with work as (insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state,
           title, medium, link, question, submitted_at, heard_at, created_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, 'heard', 'Then', 'link', 'https://example.org', 'Why?',
           app_now() - interval '31 days', app_now() - interval '30 days', app_now()) returning id)
       insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state,
         source, created_at)
       select gen_random_uuid(), $1, $2, $3, id, $6, $7, 'done', 'plan', app_now() from work`,
      [
        desk.organization.id,
        event.id,
        id,
        author?.attendeeId,
        author?.personId,
        critic?.attendeeId,
        critic?.personId,
      ],
    );
  }
}

async function earlierWork(desk: PlanDesk, author: Author, state: 'heard' | 'waitlisted') {
  const event = await makeEvent(api.database, desk.organization.id);
  await sql(
    `with session as (insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, state, ended_at, created_at)
       values (gen_random_uuid(), $1, $2, 'live', 3, 'ended', app_now() - interval '90 days', app_now()) returning id)
     insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
       question, submitted_at, heard_at, created_at)
     select gen_random_uuid(), $1, $2, id, $3, $4, $5::text, 'Then', 'link', 'https://example.org', 'Why?',
       app_now() - interval '91 days', case when $5::text = 'heard' then app_now() - interval '90 days' end, app_now() from session`,
    [desk.organization.id, event.id, author.attendeeId, author.personId, state],
  );
}

describe('a plan made again', () => {
  it('keeps what a host chose and its places, and draws the rest', async () => {
    const desk = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-20T02:00' });
    await desk.works(10);
    const first = await planned(desk, { seed: 1 });
    const { a, b } = await exchangeable(desk, first);
    await desk.post('/swap', { a, b, version: first.session.version }).expect(200);
    const chosen = (plan: PlanRead) =>
      plan.hearings
        .filter(({ fixed }) => fixed)
        .map(({ submissionId, critic }) => `${submissionId} ${critic}`)
        .sort();
    const swapped = await desk.read();
    expect(chosen(swapped)).toHaveLength(2);
    const again = await planned(desk, { seed: 2 });
    expect(chosen(again)).toEqual(chosen(swapped));
    expect(placed(again)).toEqual(placed(first));
    for (const { attendeeId } of again.works) expect(hears(again, { attendeeId })).toBe(3);
  });
});

/** Two hearings that may exchange their critics. */
async function exchangeable(desk: PlanDesk, plan: PlanRead): Promise<{ a: string; b: string }> {
  for (const { id: a } of plan.hearings) {
    const { body } = await api.http
      .get(`${desk.base}/assignments/${a}/choices`)
      .set('cookie', desk.cookie)
      .expect(200);
    const free = body.swaps.find(({ conflicts }: { conflicts: string[] }) => conflicts.length === 0);
    if (free !== undefined) return { a, b: String(free.id) };
  }
  throw new Error('no two can exchange');
}

describe('a swap by hand', () => {
  it('leaves every work as many critics and everybody as many works', async () => {
    const desk = await makePlanDesk(api);
    const authors = await desk.works(5);
    const before = await planned(desk);
    const { a, b } = await exchangeable(desk, before);
    const of = (plan: PlanRead, id: string) => plan.hearings.find((one) => one.id === id);
    const { body } = await desk.post('/swap', { a, b, version: before.session.version }).expect(200);
    const after = body as PlanRead;
    expect(of(after, a)).toMatchObject({
      critic: of(before, b)?.critic,
      fixed: true,
      why: [{ code: 'swapped' }],
    });
    expect(of(after, b)).toMatchObject({ critic: of(before, a)?.critic, source: 'host' });
    for (const author of authors) {
      expect(hearersOf(after, author)).toHaveLength(2);
      expect(hears(after, author)).toBe(2);
    }
    expect((await desk.post('/swap', { a, b, version: before.session.version }).expect(409)).body.code).toBe(
      'changed-meanwhile',
    );
    const told = await sql('select 1 from mails where organization_id = $1 and step = $2', [
      desk.organization.id,
      String(after.session.version),
    ]);
    expect(told).toHaveLength(2);
  });

  it('is refused where somebody would hear their own work or one twice, and each refusal was told before', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(5);
    const plan = await planned(desk);
    const hearing = plan.hearings[0]!;
    const { body } = await api.http
      .get(`${desk.base}/assignments/${hearing.id}/choices`)
      .set('cookie', desk.cookie)
      .expect(200);
    const told = new Map<string, string[]>(
      body.swaps.map(({ id, conflicts }: { id: string; conflicts: string[] }) => [id, conflicts]),
    );
    const seen = new Set<string>();
    for (const [b, conflicts] of told) {
      if (conflicts.length === 0) continue;
      const refused = await desk
        .post('/swap', { a: hearing.id, b, version: plan.session.version })
        .expect(409);
      expect(refused.body).toMatchObject({ code: 'critique-swap-apart', current: { conflicts } });
      conflicts.forEach((code) => seen.add(code));
    }
    expect([...seen].sort()).toEqual(['hears-it', 'own-work']);
    expect((await desk.read()).hearings).toEqual(plan.hearings);
  });

  it('tells nobody which of the pairs that read as not together is a block', async () => {
    const desk = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-20T02:00' });
    const crowd = async (count: number) =>
      Promise.all(Array.from({ length: count }, () => makePerson(api.database)));
    for (const person of await crowd(8)) await desk.work({ person });
    for (const person of await crowd(8)) await desk.guest(person.name, { person });
    const plan = await planned(desk);
    const choicesOf = async (id: string) =>
      (await api.http.get(`${desk.base}/assignments/${id}/choices`).set('cookie', desk.cookie).expect(200))
        .body as { standby: { attendeeId: string; conflicts: string[] }[] };
    /** By work and guest. */
    const read = async () => {
      const said = new Map<string, string[]>();
      for (const { id: submissionId } of plan.works) {
        const { id } = plan.hearings.find((one) => one.submissionId === submissionId)!;
        for (const { attendeeId, conflicts } of (await choicesOf(id)).standby)
          said.set(`${submissionId} ${attendeeId}`, conflicts);
      }
      return said;
    };
    const before = await read();
    const isApart = ([, conflicts]: [string, string[]]) => conflicts.includes('apart');
    const lots = [...before].filter(isApart).map(([pair]) => pair);
    const [free = ''] = [...before].find(([, conflicts]) => conflicts.length === 0) ?? [];
    expect(lots.length).toBeGreaterThan(0);

    const [workId = '', guestId = ''] = free.split(' ');
    await sql(
      `insert into blocks (person_id, blocked_id, created_at)
       select a.person_id, w.person_id, app_now() from attendees a, submissions w where a.id = $1 and w.id = $2`,
      [guestId, workId],
    );
    const after = await read();
    expect([...after].filter(isApart).map(([pair]) => pair)).toEqual(
      [...before.keys()].filter((pair) => pair === free || lots.includes(pair)),
    );
    const refusal = async (pair: string) => {
      const [submissionId, attendeeId] = pair.split(' ');
      const { id } = plan.hearings.find((one) => one.submissionId === submissionId)!;
      const version = plan.session.version;
      const { status, body } = await desk.post(`/assignments/${id}/replace`, { attendeeId, version });
      return { ...body, status, instance: null, requestId: null };
    };
    const refused = await refusal(free);
    expect(refused).toMatchObject({ status: 409, current: { conflicts: ['apart'] } });
    for (const pair of lots) expect(await refusal(pair)).toEqual(refused);
    expect(after.get(free)).toEqual(after.get(lots[0]!));

    // The control: without the lots the block would stand alone.
    const people = await sql<{ pair: string; one: string; other: string }>(
      `select w.id || ' ' || a.id as pair, w.person_id as one, a.person_id as other from submissions w, attendees a
       where w.critique_session_id = $1 and a.event_id = w.event_id`,
      [desk.id],
    );
    const byLot = (pair: string) => {
      const { one, other } = people.find((row) => row.pair === pair)!;
      return readsApartByLot(api.config.keys, desk.organization.id, [one, other]);
    };
    const left = [...after].filter(isApart).filter(([pair]) => !byLot(pair));
    expect(left.map(([pair]) => pair)).toEqual([free]);
  });

  it('tells a block as kept apart, the same as what a host keeps apart', async () => {
    const conflictsWith = async (
      separate: (one: string, other: string, desk: PlanDesk) => Promise<unknown>,
    ) => {
      const desk = await makePlanDesk(api);
      await desk.works(4);
      const guest = await desk.guest('Sam');
      const plan = await planned(desk);
      const work = plan.works[0]!;
      const [author] = await sql<{ id: string }>('select person_id as id from attendees where id = $1', [
        work.attendeeId,
      ]);
      await separate(guest.personId, author!.id, desk);
      const hearing = plan.hearings.find(({ submissionId }) => submissionId === work.id)!;
      const choices = await api.http
        .get(`${desk.base}/assignments/${hearing.id}/choices`)
        .set('cookie', desk.cookie);
      const refused = await desk.post(`/assignments/${hearing.id}/replace`, {
        attendeeId: guest.attendeeId,
        version: plan.session.version,
      });
      return {
        choices: choices.body.standby[0].conflicts,
        status: refused.status,
        current: refused.body.current,
      };
    };
    const apart = { choices: ['apart'], status: 409, current: { conflicts: ['apart'] } };
    const block = (by: string, of: string) =>
      sql('insert into blocks (person_id, blocked_id, created_at) values ($1, $2, app_now())', [by, of]);
    expect(await conflictsWith((guest, author) => block(guest, author))).toEqual(apart);
    expect(await conflictsWith((guest, author) => block(author, guest))).toEqual(apart);
    expect(
      await conflictsWith((guest, author, { organization }) =>
        sql(
          `insert into known_pairs (organization_id, person_a, person_b, source, created_at)
           values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'kept-apart', app_now())`,
          [organization.id, guest, author],
        ),
      ),
    ).toEqual(apart);
    expect(await conflictsWith(() => Promise.resolve())).toMatchObject({ choices: [], status: 200 });
  });

  it('across tables is refused, because an author hears at the table of their own work', async () => {
    const desk = await makePlanDesk(api, { format: 'tables', tables: 2 });
    await desk.works(10);
    const plan = await planned(desk);
    const tableOf = (submissionId: string) => plan.works.find(({ id }) => id === submissionId)?.table;
    const a = plan.hearings.find(({ submissionId }) => tableOf(submissionId) === 1)!;
    const b = plan.hearings.find(({ submissionId }) => tableOf(submissionId) === 2)!;
    const { body } = await desk
      .post('/swap', { a: a.id, b: b.id, version: plan.session.version })
      .expect(409);
    expect(body.current.conflicts).toEqual(['other-table']);
  });

  it('puts somebody without a work in the place of a critic, whom the next plan leaves there', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(5);
    const guest = await desk.guest('Sam Guest');
    const plan = await planned(desk);
    const hearing = plan.hearings[0]!;
    const body = { attendeeId: guest.attendeeId, version: plan.session.version };
    await desk.post(`/assignments/${hearing.id}/replace`, body).expect(200);
    const again = await planned(desk, { seed: 9 });
    expect(again.hearings.find(({ id }) => id === hearing.id)).toMatchObject({
      critic: 'Sam Guest',
      fixed: true,
    });
    expect(again.hearings.filter(({ submissionId }) => submissionId === hearing.submissionId)).toHaveLength(
      2,
    );
    expect(again.works.map((work) => hears(again, work)).sort()).toEqual([1, 2, 2, 2, 2]);
    const full = {
      submissionId: hearing.submissionId,
      attendeeId: guest.attendeeId,
      version: again.session.version,
    };
    expect((await desk.post('/assignments', full).expect(409)).body.code).toBe('critique-enough-critics');
  });

  it('is too late once a critic wrote or the work is being heard', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(5);
    const plan = await planned(desk);
    const { a, b } = await exchangeable(desk, plan);
    await sql(
      `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, words, saved_at)
       select gen_random_uuid(), organization_id, id, submission_id, person_id, 'So far', 2, app_now() from assignments where id = $1`,
      [a],
    );
    const late = await desk.post('/swap', { a, b, version: plan.session.version }).expect(409);
    expect(late.body.code).toBe('critique-swap-late');
    await desk.post('/start').expect(204);
    await sql(
      `update critique_slots set state = 'running', phase_started_at = app_now() where round = 1 and critique_session_id = $1`,
      [desk.id],
    );
    const now = await desk.read();
    const onNow = now.works.find(({ round }) => round === 1);
    const heard = now.hearings.find(({ submissionId }) => submissionId === onNow?.id);
    expect(heard?.open).toBe(false);
    await api.http
      .get(`${desk.base}/assignments/${heard?.id}/choices`)
      .set('cookie', desk.cookie)
      .expect(409);
  });

  it('is for hosts of this event, and nobody at the door', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(5);
    const plan = await planned(desk);
    const { a, b } = await exchangeable(desk, plan);
    const door = await makeMember(api.database, desk.organization.id, 'door');
    const body = { a, b, version: plan.session.version };
    await desk.post('/swap', body, await api.cookieOf(door.personId)).expect(403);
    const limited = await makeMember(api.database, desk.organization.id, 'host');
    const other = await makeEvent(api.database, desk.organization.id);
    await sql('update members set event_ids = $2 where id = $1', [limited.id, [other.id]]);
    await desk.post('/swap', body, await api.cookieOf(limited.personId)).expect(404);
  });
});
