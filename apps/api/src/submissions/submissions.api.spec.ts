import { type Tx, creditBalance, enterCredits } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type GivenSession,
  type PersonThere,
  changeSession,
  makeCritiqueEvening,
  makeThere,
  startSlot,
} from '../../../../test/support/critique-evening.ts';
import { makeAttendee, makeEvent } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));
afterAll(() => api.stop());

const whole = {
  version: 0,
  title: 'Low tide',
  link: 'https://music.example/low-tide',
  fileId: null,
  question: 'Does the second verse earn the last chorus?',
  wants: 'The lyrics',
  avoid: 'The guide vocals',
  notes: 'A sketch of August.\nOne voice, one guitar.',
  topics: ['songwriting'],
  opinions: false,
  coAuthors: [],
  previousId: null,
};

/** An evening to which works can be brought, and one of its guests. */
async function anEvening(given: GivenSession = {}, eventGiven: object = {}) {
  const evening = await makeCritiqueEvening(api, { state: 'open', authors: 0, ...given }, eventGiven);
  return { evening, ...authorAt(evening, evening.guest) };
}

/** What one guest does about their work. */
function authorAt({ critiqueSessionId }: Pick<CritiqueEvening, 'critiqueSessionId'>, author: PersonThere) {
  const url = `/api/v1/critique/${author.token}/sessions/${critiqueSessionId}/work`;
  return {
    author,
    url,
    look: async () => (await api.http.get(url).expect(200)).body,
    save: (body: object) => api.http.put(url).send({ ...whole, ...body }),
    submit: () => api.http.post(`${url}/submit`),
    withdraw: () => api.http.post(`${url}/withdraw`),
  };
}

type Author = ReturnType<typeof authorAt>;

async function bring(author: Author, more: object = {}) {
  await author.save(more).expect(200);
  return (await author.submit().expect(200)).body;
}

async function another(evening: CritiqueEvening, name = 'Ana') {
  return authorAt(evening, await makeThere(api, evening.event, name));
}

/** A file of somebody that has arrived. */
async function aFile(evening: CritiqueEvening, personId: string, more: { state?: string } = {}) {
  const id = newId();
  await api.database.sql(
    `insert into files (id, organization_id, event_id, critique_session_id, person_id, state, name, bytes, received, type,
       length_ms, peaks, storage_key, touched_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'low tide.mp3', 10, 10, 'audio/mpeg', 245300, '[3,90,12]', $7, now(), app_now())`,
    [
      id,
      evening.organization.id,
      evening.event.id,
      evening.critiqueSessionId,
      personId,
      more.state ?? 'ready',
      id,
    ],
  );
  return id;
}

const deleteAt = async (fileId: string) =>
  (
    await api.database.sql<{ at: Date | null }>('select delete_at as at from files where id = $1', [fileId])
  )[0]?.at;

/** As it was written; ids of one millisecond stand in any order. */
const ledgerOf = async (personId: string) =>
  (
    await api.database.sql<{ line: string }>(
      `select reason || ' ' || amount as line from credit_entries where person_id = $1 order by ctid`,
      [personId],
    )
  ).map(({ line }) => line);

describe('the work of an author', () => {
  it('is kept as it is typed, whatever is missing, and seen by its author alone', async () => {
    const { author, look, save } = await anEvening();
    expect(await look()).toEqual({
      attendeeId: author.attendeeId,
      sessionTitle: 'Songwriting circle',
      format: 'tables',
      rules: '',
      timeZone: 'America/Los_Angeles',
      until: '2026-10-20T01:00:00.000Z',
      closed: null,
      planned: false,
      blind: false,
      listenSeconds: 240,
      work: null,
      standing: null,
      credits: { balance: 3, cost: 3, spent: 0 },
    });
    const unfinished = { title: 'Lo', link: 'htt', question: '', coAuthors: ['mia@'] };
    const { body } = await save(unfinished).expect(200);
    const { fileId, ...kept } = { ...whole, ...unfinished };
    expect(fileId).toBeNull();
    expect(body.work).toEqual({ ...kept, state: 'draft', medium: 'link', file: null, version: 1 });
    expect(await look()).toEqual(body);
    const more = await save({ version: 1, coAuthors: [' Mia@Example.org ', 'mia@example.org'] }).expect(200);
    expect(more.body.work).toMatchObject({ coAuthors: ['mia@example.org'], version: 2 });
  });

  it('typed over another version is a conflict, and nothing is lost', async () => {
    const { look, save } = await anEvening();
    await save({ version: 1 }).expect(409);
    await save({}).expect(200);
    const refused = await save({ title: 'From the other tab' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'changed-meanwhile',
      current: { work: { title: 'Low tide', version: 1 } },
    });
    expect((await look()).work.title).toBe('Low tide');
  });

  it('is kept once of several tabs that save at once', async () => {
    const { save } = await anEvening();
    for (const version of [0, 1]) {
      const tabs = await Promise.all(['a', 'b', 'c'].map((title) => save({ version, title })));
      expect(tabs.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    }
  });

  it('of a shape that cannot be kept is refused with a pointer', async () => {
    const { save } = await anEvening();
    const tooMuch = {
      question: 'x'.repeat(201),
      topics: ['a', 'b', 'c', 'd'],
      coAuthors: ['a', 'b', 'c', 'd'],
      opinions: 'yes',
      version: -1,
    };
    const { body } = await save(tooMuch).expect(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/coAuthors',
      '/opinions',
      '/question',
      '/topics',
      '/version',
    ]);
    await save({ state: 'accepted' }).expect(422);
  });

  it('comes as a file of its author, whose type and length were found out, and the file before it goes at once', async () => {
    const { evening, author, save } = await anEvening();
    const first = await aFile(evening, author.personId);
    const { body } = await save({ link: null, fileId: first }).expect(200);
    expect(body.work).toMatchObject({
      medium: 'audio',
      link: null,
      file: { id: first, name: 'low tide.mp3', type: 'audio/mpeg', lengthMs: 245300, peaks: [3, 90, 12] },
    });
    expect(await deleteAt(first)).toBeNull();
    const second = await aFile(evening, author.personId);
    await save({ link: null, fileId: second, version: 1 }).expect(200);
    expect([await deleteAt(first), await deleteAt(second)]).toEqual([expect.any(Date), null]);
    const both = await save({ fileId: second, version: 2 }).expect(422);
    expect(both.body.errors).toMatchObject([{ pointer: '/link' }]);
  });

  it.each(['somebody else’s', 'still arriving', 'of another evening', 'nowhere'])(
    'does not come as a file that is %s',
    async (whose) => {
      const { evening, author, save } = await anEvening();
      const elsewhere = { ...(await anEvening()).evening };
      const files: Record<string, () => Promise<string>> = {
        'somebody else’s': async () => aFile(evening, (await another(evening)).author.personId),
        'still arriving': () => aFile(evening, author.personId, { state: 'arriving' }),
        'of another evening': () => aFile(elsewhere, author.personId),
        nowhere: () => Promise.resolve(newId()),
      };
      const { body } = await save({ link: null, fileId: await files[whose]?.() }).expect(422);
      expect(body).toMatchObject({ code: 'wrong-shape', errors: [{ pointer: '/fileId' }] });
    },
  );
});

describe('bringing a work', () => {
  it('says where it stands, costs three credits, and happens once', async () => {
    const { evening, author, save, submit, look } = await anEvening({ format: 'live' });
    await save({}).expect(200);
    const { body } = await submit().expect(200);
    expect(body).toMatchObject({
      work: { state: 'submitted', version: 2 },
      standing: { place: 1, waits: false, ahead: 0, slots: 8 },
      credits: { balance: 0, cost: 3, spent: 3 },
    });
    await submit().expect(200);
    expect(await look()).toEqual(body);
    expect(await ledgerOf(author.personId)).toEqual(['start 3', 'submitted -3']);
    const audit = await api.database.sql('select actor_id, action from audit where subject_id = $1', [
      evening.critiqueSessionId,
    ]);
    expect(audit).toEqual([{ actor_id: author.personId, action: 'critique-work.brought' }]);
  });

  it('needs what critics need, with a pointer at each thing that is missing', async () => {
    const { save, submit } = await anEvening();
    await submit().expect(404);
    await save({ title: '', question: '  ', link: null, coAuthors: ['mia'] }).expect(200);
    const nothing = await submit().expect(422);
    expect(nothing.body.code).toBe('critique-work-unfinished');
    expect(nothing.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/title',
      '/question',
      '/fileId',
      '/coAuthors/0',
    ]);
    for (const [at, link] of [
      'javascript:alert(1)',
      'https://me:secret@x.example',
      '//x.example',
    ].entries()) {
      await save({ link, version: at + 1 }).expect(200);
      const refused = await submit().expect(422);
      expect(refused.body.errors).toMatchObject([{ pointer: '/link' }]);
    }
  });

  it('keeps it whole from then on', async () => {
    const author = await anEvening();
    await bring(author);
    const refused = await author.save({ version: 2, question: '' }).expect(422);
    expect(refused.body).toMatchObject({
      code: 'critique-work-unfinished',
      errors: [{ pointer: '/question' }],
    });
    await author.save({ version: 2, question: 'And the bridge?' }).expect(200);
  });

  it('is too late after the deadline, and after the start where there is none', async () => {
    const { evening, save, submit, look } = await anEvening();
    await save({}).expect(200);
    await changeSession(
      api,
      evening.critiqueSessionId,
      `deadline_local = '2026-10-18T12:00', deadline_at = '2026-10-18T19:00Z'`,
    );
    await api.setTime('2026-10-18T18:59:59Z');
    await save({ version: 1 }).expect(200);
    await api.setTime('2026-10-18T19:00:00Z');
    expect((await submit().expect(409)).body.code).toBe('critique-deadline-passed');
    expect((await save({ version: 2 }).expect(409)).body.code).toBe('critique-deadline-passed');
    expect(await look()).toMatchObject({
      closed: 'critique-deadline-passed',
      until: '2026-10-18T19:00:00.000Z',
    });
    const open = await anEvening();
    await api.setTime('2026-10-20T01:00:00Z');
    expect((await open.save({}).expect(409)).body.code).toBe('critique-deadline-passed');
  });

  it.each(['running', 'ended'] as const)('is over while the session is %s', async (state) => {
    const { save } = await anEvening({ state });
    expect((await save({}).expect(409)).body.code).toBe('critique-works-closed');
  });

  it('is over once the evening is cancelled', async () => {
    const { evening, save } = await anEvening();
    await api.database.sql(
      `update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'No heating' where id = $1`,
      [evening.event.id],
    );
    expect((await save({}).expect(409)).body.code).toBe('event-cancelled');
  });

  it('after the plan joins the end of the waitlist, and changes nothing who hears whom was drawn from', async () => {
    const { evening, ...late } = await anEvening({ state: 'planned', authors: 4, format: 'live' });
    expect(await bring(late)).toMatchObject({
      work: { state: 'waitlisted' },
      standing: { place: 5, waits: true, ahead: 0 },
    });
    expect((await bring(await another(evening))).standing).toMatchObject({ place: 6, ahead: 1 });
    const { body } = await late.save({ version: 2, topics: ['mixing'] }).expect(409);
    expect(body).toMatchObject({ code: 'critique-work-planned', errors: [{ pointer: '/topics' }] });
    await late.save({ version: 2, notes: 'Begin at 1:00.' }).expect(200);
  });

  it('says by one number at which table it is heard, and as which there', async () => {
    const { evening } = await anEvening({ state: 'planned', authors: 3 });
    const third = evening.works[2]!;
    const place = async () => (await authorAt(evening, third.author).look()).standing;
    const [slot] = await api.database.sql<{ table: number; round: number }>(
      'select seat_table as "table", round from critique_slots where submission_id = $1',
      [third.id],
    );
    await changeSession(api, evening.critiqueSessionId, 'tables = 1');
    expect(await place()).toMatchObject({ at: { table: null, round: slot!.round } });
    await changeSession(api, evening.critiqueSessionId, 'tables = 2');
    expect(await place()).toMatchObject({ at: slot, missed: false });
  });

  it('says that its author was not there when its time came', async () => {
    const { evening } = await anEvening({ state: 'running', authors: 3 });
    const { id, author } = evening.works[0]!;
    await api.database.sql('update submissions set submitted_at = null where id = $1', [id]);
    expect((await authorAt(evening, author).look()).standing).toMatchObject({ missed: true });
  });

  it('tells the screens what they show, and not every pause in the typing', async () => {
    const { evening, author, ...own } = await anEvening();
    await bring({ author, ...own });
    const versionAfter = async (body: object) => {
      const { version } = (await own.look()).work;
      await own.save({ version, ...body }).expect(200);
      const [row] = await api.database.sql<{ version: number }>(
        'select version from critique_sessions where id = $1',
        [evening.critiqueSessionId],
      );
      return row!.version;
    };
    const before = await versionAfter({});
    expect(await versionAfter({ notes: 'Begin at one minute.', wants: 'The end' })).toBe(before);
    expect(await versionAfter({ title: 'High tide' })).toBe(before + 1);
  });

  it('hears beforehand that critics do not read their name', async () => {
    const { look } = await anEvening({ blind: 'round' });
    expect(await look()).toMatchObject({ blind: true });
  });

  it('says how many wait before it when there is no time for it as it stands', async () => {
    const hour = { startsLocal: '2026-10-19T18:00', endsLocal: '2026-10-19T19:00' };
    const { evening, ...first } = await anEvening({ format: 'live' }, hour);
    await bring(first);
    const others = [await another(evening), await another(evening), await another(evening)];
    for (const other of others) await bring(other);
    const standings = await Promise.all([first, ...others].map(async (one) => (await one.look()).standing));
    standings.sort((one, other) => one.place - other.place);
    expect(standings).toEqual([
      { place: 1, waits: false, ahead: 0, slots: 2, at: null, missed: false },
      { place: 2, waits: false, ahead: 0, slots: 2, at: null, missed: false },
      { place: 3, waits: true, ahead: 0, slots: 2, at: null, missed: false },
      { place: 4, waits: true, ahead: 1, slots: 2, at: null, missed: false },
    ]);
  });

  it('needs no slot where critics write at home', async () => {
    const author = await anEvening({ format: 'written' });
    expect(await bring(author)).toMatchObject({
      listenSeconds: null,
      standing: { place: null, waits: false, slots: null },
    });
  });
});

describe('taking a work back', () => {
  it('gives the credits back before the plan and deletes its file; it can be brought again', async () => {
    const { evening, author, ...own } = await anEvening();
    const fileId = await aFile(evening, author.personId);
    await bring({ author, ...own }, { link: null, fileId });
    const { body } = await own.withdraw().expect(200);
    expect(body).toMatchObject({
      work: { state: 'withdrawn', title: 'Low tide', file: null },
      standing: null,
      credits: { balance: 3, spent: 0 },
    });
    expect(await deleteAt(fileId)).toBeInstanceOf(Date);
    await own.withdraw().expect(200);
    expect((await own.submit().expect(422)).body.errors).toMatchObject([{ pointer: '/fileId' }]);
    await own.save({ version: body.work.version }).expect(200);
    expect((await own.submit().expect(200)).body).toMatchObject({
      work: { state: 'submitted' },
      credits: { balance: 0, spent: 3 },
    });
    expect(await ledgerOf(author.personId)).toEqual([
      'start 3',
      'submitted -3',
      'returned 3',
      'submitted -3',
    ]);
  });

  it('gives them back to somebody on the waitlist, also after the deadline', async () => {
    const late = await anEvening({ state: 'planned', authors: 4 });
    await bring(late);
    await api.setTime('2026-10-20T01:30:00Z');
    expect((await late.withdraw().expect(200)).body.credits.balance).toBe(3);
  });

  it('throws a draft away', async () => {
    const own = await anEvening();
    await own.save({}).expect(200);
    expect((await own.withdraw().expect(200)).body.work.state).toBe('withdrawn');
    expect(await ledgerOf(own.author.personId)).toEqual([]);
  });

  it('is refused from its slot on, and at home once others write about it', async () => {
    const { evening } = await anEvening({ state: 'running', authors: 2 });
    const [work] = evening.works;
    await startSlot(api, work?.slotId ?? '');
    const heard = authorAt(evening, work!.author);
    expect((await heard.withdraw().expect(409)).body.code).toBe('critique-work-heard');
    const home = (await anEvening({ state: 'running', format: 'written', authors: 2 })).evening;
    const written = authorAt(home, home.works[0]!.author);
    expect((await written.withdraw().expect(409)).body.code).toBe('critique-works-closed');
  });
});

describe('credits', () => {
  it('that are short keep a work from being brought, not from being kept', async () => {
    const { evening, author, save, submit, look } = await anEvening();
    await spendOne(evening, author.personId);
    await save({}).expect(200);
    expect((await submit().expect(409)).body.code).toBe('critique-credits-short');
    expect(await look()).toMatchObject({ work: { state: 'draft' }, credits: { balance: 2, spent: 0 } });
  });

  it('are neither counted nor shown where the organization switched them off', async () => {
    const { evening, author, ...own } = await anEvening();
    await spendOne(evening, author.personId);
    await api.database.sql('update organizations set critique_credits = false where id = $1', [
      evening.organization.id,
    ]);
    expect(await bring({ author, ...own })).toMatchObject({ work: { state: 'submitted' }, credits: null });
    expect(await ledgerOf(author.personId)).toEqual(['start 3', 'granted -1']);
  });

  it('are never spent twice by works brought to two sessions at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { authors, personId, evening } = await oneAuthorAtTwo();
      const answers = await Promise.all(authors.map((author) => author.submit()));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await balanceOf(evening, personId)).toBe(0);
    }
  });

  it('would be spent twice without the lock of their person (control)', async () => {
    const { evening, personId } = await oneAuthorAtTwo();
    const account = { organizationId: evening.organization.id, personId };
    const [one, other] = await api.database.sql<{ id: string }>(
      'select id from submissions where person_id = $1',
      [personId],
    );
    const spend = (subjectId: string) => (tx: Tx) =>
      enterCredits(tx, account, { amount: -3, reason: 'submitted', subjectId, createdBy: null });
    const scope = inOrganization(account.organizationId, system);
    // The second looks while the first has not committed.
    await api.db.write(scope, async (tx) => {
      await spend(one!.id)(tx);
      await api.db.write(scope, spend(other!.id));
    });
    expect(await balanceOf(evening, personId)).toBe(-3);
  });
});

/** Somebody with three credits and a draft at each of two sessions of one organization. */
async function oneAuthorAtTwo() {
  const { evening, author } = await anEvening();
  const critiqueSessionId = newId();
  await api.database.sql(
    `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, created_at)
     values ($1, $2, $3, 'live', 3, app_now())`,
    [critiqueSessionId, evening.organization.id, evening.event.id],
  );
  const authors = [authorAt(evening, author), authorAt({ critiqueSessionId }, author)];
  for (const one of authors) await one.save({}).expect(200);
  await giveStart(evening, author.personId);
  return { evening, personId: author.personId, authors };
}

const balanceOf = ({ organization }: CritiqueEvening, personId: string) =>
  api.db.read(inOrganization(organization.id, system), (reader) =>
    creditBalance(reader, { organizationId: organization.id, personId }),
  );

async function giveStart({ organization }: CritiqueEvening, personId: string) {
  await api.database.sql(
    `insert into credit_entries (id, organization_id, person_id, amount, reason, subject_id, created_at)
     values ($3, $1, $2, 3, 'start', $2, app_now())`,
    [organization.id, personId, newId()],
  );
}

async function spendOne(evening: CritiqueEvening, personId: string) {
  await giveStart(evening, personId);
  await api.database.sql(
    `insert into credit_entries (id, organization_id, person_id, amount, reason, subject_id, created_at)
     values ($3, $1, $2, -1, 'granted', $2, app_now())`,
    [evening.organization.id, personId, newId()],
  );
}

describe('a new version of an earlier work', () => {
  it('names one that its author brought to another session here', async () => {
    const { evening, author, ...own } = await anEvening();
    const earlier = await workElsewhere(evening, author.personId, 'heard');
    const draft = await workElsewhere(evening, author.personId, 'draft');
    const theirs = await workElsewhere(evening, (await another(evening)).author.personId, 'heard');
    const { body } = await api.http.get(`${own.url}/earlier`).expect(200);
    expect(body).toEqual({
      works: [
        {
          id: earlier,
          title: 'Before',
          eventTitle: 'Sound after the cut: a panel and a mixer',
          at: '2026-05-13T01:00:00.000Z',
          timeZone: 'America/Los_Angeles',
          heard: true,
        },
      ],
    });
    for (const previousId of [draft, theirs, newId()]) {
      const refused = await own.save({ previousId }).expect(422);
      expect(refused.body.errors).toMatchObject([{ pointer: '/previousId' }]);
    }
    expect((await own.save({ previousId: earlier }).expect(200)).body.work.previousId).toBe(earlier);
  });
});

/** Of somebody, at an evening in May of the same organization. */
async function workElsewhere({ organization }: CritiqueEvening, personId: string, state: string) {
  const { id: organizationId } = organization;
  const event = await makeEvent(api.database, organizationId, {
    startsLocal: '2026-05-12T18:00',
    endsLocal: '2026-05-12T21:00',
  });
  const attendee = await makeAttendee(api.database, event, { person: { id: personId } });
  const [sessionId, id] = [newId(), newId()];
  await api.database.sql(
    `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, created_at)
     values ($1, $2, $3, 'live', 3, app_now())`,
    [sessionId, organizationId, event.id],
  );
  await api.database.sql(
    `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, question,
       medium, link, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'Before', 'Why?', 'link', 'https://x.example', app_now())`,
    [id, organizationId, event.id, sessionId, attendee.id, personId, state],
  );
  return id;
}

describe('who may bring a work', () => {
  it('is whoever has a seat, by their own link and to a session of that evening', async () => {
    const { evening } = await anEvening();
    const own = await another(evening);
    const elsewhere = await anEvening();
    for (const url of [
      own.url.replace(own.author.token, elsewhere.author.token),
      own.url.replace(evening.critiqueSessionId, newId()),
      own.url.replace(evening.critiqueSessionId, 'nothing'),
    ]) {
      await api.http.get(url).expect(404);
      await api.http.put(url).send(whole).expect(404);
      await api.http.post(`${url}/submit`).expect(404);
      await api.http.post(`${url}/withdraw`).expect(404);
      await api.http.get(`${url}/earlier`).expect(404);
    }
    const forged = own.url.replace(own.author.token, `${own.author.token.slice(0, -2)}AA`);
    expect((await api.http.get(forged).expect(410)).body.code).toBe('link-unusable');
    await api.database.sql(`update attendees set status = 'waitlisted', seat = false where id = $1`, [
      own.author.attendeeId,
    ]);
    expect((await own.save({}).expect(409)).body.code).toBe('critique-seat-needed');
  });

  it('finds nothing of anybody else’s work behind their own link', async () => {
    const { evening, ...mine } = await anEvening();
    const theirs = await another(evening, 'Bo');
    await bring(theirs);
    expect(await mine.look()).toMatchObject({ work: null, standing: null });
    expect(JSON.stringify(await mine.look())).not.toMatch(/Low tide|Bo/);
  });
});
