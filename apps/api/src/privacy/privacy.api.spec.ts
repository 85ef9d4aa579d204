import { takeBounce } from '#libs/database';
import { type Evening, deliverDue, nextEvening, startEvening } from '../../../../test/support/evening.ts';
import { makePerson } from '../../../../test/support/factories.ts';
import { submit } from '../../../../test/support/rsvp-desk.ts';
import { makeMail } from '../../../../test/support/sent-mails.ts';
import {
  type Leaver,
  email,
  name,
  own,
  somebodyEverywhere,
} from '../../../../test/support/somebody-to-erase.ts';
import { leftOut, sections } from './export.queries.ts';
import type { LedgerView } from './ledger.dto.ts';

let first: Evening;
let evening: Evening;
let all: Leaver;
let cookie: string;

beforeAll(async () => {
  first = await startEvening();
});
beforeEach(async () => {
  evening = await nextEvening(first);
  all = await somebodyEverywhere(evening);
  cookie = await evening.api.cookieOf(all.ana.personId);
});
// The next one has the same address.
afterEach(() => sql(`update people set email = id || '@before.example' where email = $1`, [email]));
afterAll(() => first.stop());

const sql = (text: string, values: unknown[] = []) => evening.api.database.sql(text, values);
const get = (path: string, as = cookie) => evening.api.http.get(path).set('cookie', as);
const ledger = async (as = cookie) => (await get('/api/v1/me/consents', as).expect(200)).body as LedgerView;
const post = (path: string, as = cookie) => evening.api.http.post(path).set('cookie', as);
const live = ({ consents }: LedgerView) =>
  consents.filter((one) => one.answer === 'given' && one.withdrawnAt === null);

describe('the ledger', () => {
  it('says what was agreed to, in which words, and what an introduction told to whom', async () => {
    const { consents, shared, circles, critiques } = await ledger();
    expect(consents).toEqual([
      expect.objectContaining({
        purpose: 'introductions',
        answer: 'given',
        wording: '2026-10',
        source: 'page',
        withdrawnAt: null,
      }),
    ]);
    expect(shared).toEqual([
      expect.objectContaining({
        introductionId: all.madePair,
        withName: 'Cy Park',
        name,
        reason: expect.stringContaining(own),
        canHelpWith: [own],
        contact: `${own}@reach.example`,
        takenBackAt: null,
      }),
    ]);
    expect(circles).toEqual([
      expect.objectContaining({ circleName: 'Foley', contact: `${own}@circle.example` }),
    ]);
    expect(critiques).toEqual([expect.objectContaining({ work: own, critics: 1, wrote: 1 })]);
    const page = await get('/me/privacy').expect(200);
    expect(page.text).toContain(`Your work “${own}” was heard, and one critic was asked to write about it.`);
    expect(page.text).toContain('One author reads the critique you wrote.');
  });

  it('tells nothing of questions, so nobody learns who was asked about them', async () => {
    const text = JSON.stringify(await ledger());
    for (const hidden of ['Ben Ode', 'Dee Roth', all.openPair, all.suggestedPair])
      expect(text).not.toContain(hidden);
    // Control: the pair that was made is there.
    expect(text).toContain(all.madePair);
  });

  it('takes back how to reach somebody, and the other’s page and list show the name alone', async () => {
    const theirs = await evening.api.cookieOf(all.cy.personId);
    const pageOf = async () => (await get('/me/introductions', theirs).expect(200)).text;
    expect(await pageOf()).toContain(`${own}@reach.example`);
    const page = await get('/me/privacy').expect(200);
    expect(page.text).toContain('Take back how to reach you');
    const answer = await submit(evening.api, '/me/privacy', `/me/privacy/shared/${all.madePair}`, {}, cookie);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/me/privacy?saved=yes']);
    const after = await pageOf();
    expect(after).toContain(name);
    expect(after).not.toContain(`${own}@reach.example`);
    expect((await ledger()).shared[0]?.takenBackAt).not.toBeNull();
  });

  it('withdraws one consent, which ends introductions and stands in no activity of the organization', async () => {
    const [consent] = live(await ledger());
    const activity = () => sql('select 1 from audit where organization_id = $1', [evening.organizationId]);
    const before = (await activity()).length;
    const board = await evening.board();
    const { body } = await post(`/api/v1/me/consents/${consent?.id ?? ''}/withdraw`).expect(200);
    expect(live(body as LedgerView)).toEqual([]);
    expect((await activity()).length).toBe(before);
    // She was asked at this evening, so there it reads like a silence.
    expect(await evening.board()).toEqual(board);
    const [{ state }] = (await sql('select state from introductions where id = $1', [all.openPair])) as [
      { state: string },
    ];
    expect(state).toBe('closed quietly');
    await post(`/api/v1/me/consents/${consent?.id ?? ''}/withdraw`).expect(200);
    expect((await ledger()).consents).toHaveLength(2);
  });

  it('withdraws everything at once', async () => {
    const { body } = await post('/api/v1/me/consents/withdraw-all').expect(200);
    expect(live(body as LedgerView)).toEqual([]);
    expect((body as LedgerView).shared.every(({ takenBackAt }) => takenBackAt !== null)).toBe(true);
  });

  it('is nobody else’s: neither to look at nor to withdraw', async () => {
    const stranger = await makePerson(evening.api.database);
    const as = await evening.api.cookieOf(stranger.id);
    expect(await ledger(as)).toEqual({ consents: [], shared: [], circles: [], critiques: [] });
    const [consent] = live(await ledger());
    await post(`/api/v1/me/consents/${consent?.id ?? ''}/withdraw`, as).expect(404);
    const taken = await submit(evening.api, '/me/privacy', `/me/privacy/shared/${all.madePair}`, {}, as);
    expect(taken.status).toBe(404);
    expect(live(await ledger())).toHaveLength(1);
    await evening.api.http.get('/api/v1/me/consents').expect(401);
  });
});

describe('the file of everything', () => {
  const download = (as = cookie) => submit(evening.api, '/me/privacy', '/me/export', {}, as);
  const fileOf = async (as = cookie): Promise<Record<string, object[]>> => {
    const { status, text } = await download(as);
    expect(status).toBe(200);
    return JSON.parse(text) as Record<string, object[]>;
  };

  it('is an attachment that nothing keeps, has a line in the audit, and no more than five an hour', async () => {
    const { status, headers } = await download();
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="acquaint-2026-10-22\.json"$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toContain('application/json');
    const lines = await sql(`select 1 from audit where action = 'person.exported' and actor_id = $1`, [
      all.ana.personId,
    ]);
    expect(lines).toHaveLength(1);
    for (let time = 2; time <= 5; time += 1) expect((await download()).status).toBe(200);
    expect((await download()).status).toBe(429);
  });

  it('holds every row that is theirs, from every table that refers to people', async () => {
    const tables = await sql(
      `select distinct c.conrelid::regclass::text as name from pg_constraint c
       where c.contype = 'f' and c.confrelid = 'people'::regclass order by 1`,
    );
    const told = new Set([...sections.flatMap(({ from }) => from), ...Object.keys(leftOut)]);
    expect(tables.map((row) => String(row['name'])).filter((table) => !told.has(table))).toEqual([]);
    const file = await fileOf();
    const counted = (table: string) =>
      sql(`select count(*)::int as rows from ${table} where person_id = $1`, [all.ana.personId]);
    for (const { name: section, from } of sections) {
      const [table = ''] = from;
      if (
        from.length > 1 ||
        [
          'people',
          'guest_list_imports',
          'circles',
          'audit',
          'mails',
          'suppressions',
          'door_links',
          'check_ins',
        ].includes(table)
      )
        continue;
      expect([section, file[section]?.length]).toEqual([section, (await counted(table))[0]?.['rows']]);
    }
    expect(file['you']).toEqual([expect.objectContaining({ email, name })]);
    const text = JSON.stringify(file);
    for (const words of [
      `${own} guest`,
      `Welcome, ${name}`,
      `I am ${own}`,
      `Somebody ${own}`,
      `${own}@reach.example`,
    ])
      expect(text).toContain(words);
  });

  it('says which mails came back, and that nothing goes to the address and why', async () => {
    const { api } = evening;
    const person = await makePerson(api.database);
    const as = await api.cookieOf(person.id);
    const id = await makeMail(api.database, { organizationId: evening.organizationId, person });
    expect(await fileOf(as)).toMatchObject({
      mailsToYou: [{ kind: 'rsvp-confirmed', cameBackAs: null, cameBackAt: null }],
      whyNoMailGoesToYourAddress: [],
    });
    await api.db.write({ kind: 'system' }, (tx) => takeBounce(tx, api.config.keys, id, 'hard'));
    expect(await fileOf(as)).toMatchObject({
      mailsToYou: [{ kind: 'rsvp-confirmed', cameBackAs: 'hard', cameBackAt: expect.any(String) }],
      whyNoMailGoesToYourAddress: [{ reason: 'hard-bounce', since: expect.any(String) }],
    });
    // Nobody else's.
    expect((await fileOf())['whyNoMailGoesToYourAddress']).toEqual([]);
  });

  it('holds nothing that others told in private', async () => {
    const { ana, ben, cy, dee, openPair } = all;
    const secret = 'quietly';
    await sql(
      'update introduction_sides set private_reason = $3 where introduction_id = $1 and person_id = $2',
      [openPair, ben.personId, secret],
    );
    await sql('update introductions set note = $2 where id = $1', [openPair, secret]);
    await sql('insert into blocks values ($1, $2, app_now())', [dee.personId, ana.personId]);
    await sql(`update told_people set kind = 'wish', typed = $2 where person_id = $1`, [
      ben.personId,
      `${secret} ${name}`,
    ]);
    await sql(
      `update introduction_sides set outcome = 'met', outcome_at = app_now(), glad_at = app_now() where person_id = $1`,
      [cy.personId],
    );
    const text = JSON.stringify(await fileOf());
    for (const hidden of [secret, 'Ben Ode', 'Dee Roth', ben.email, dee.personId, 'well_known', 'met'])
      expect(text).not.toContain(hidden);
    // Control: it is there to be found, and is theirs.
    const theirs = JSON.stringify(await fileOf(await evening.api.cookieOf(ben.personId)));
    expect(theirs).toContain(secret);
    expect(JSON.stringify(await fileOf(await evening.api.cookieOf(cy.personId)))).toContain('met');
    expect(JSON.stringify(await fileOf(await evening.api.cookieOf(dee.personId)))).toContain(
      'whomYouNeverWantToMeet":[{',
    );
  });
});

describe('leaving for good', () => {
  const leave = (typed: string) => submit(evening.api, '/me/privacy', '/me/erase', { email: typed }, cookie);
  const isErased = async () =>
    (await sql('select erased_at is not null as erased from people where id = $1', [all.ana.personId]))[0]?.[
      'erased'
    ];

  it('takes the own address typed, ends the session and keeps nothing', async () => {
    const page = await get('/me/erase').expect(200);
    expect(page.text).toContain('What stays');
    expect(await isErased()).toBe(false);
    const slip = await leave('somebody@else.example');
    expect([slip.status, await isErased()]).toEqual([422, false]);
    expect(slip.text).toContain('not the address you are signed in with');
    const done = await leave(` ${email.toUpperCase()} `);
    expect(done.status).toBe(200);
    expect(done.text).toContain('Everything about you is erased');
    expect(done.text).not.toContain(email);
    expect(await isErased()).toBe(true);
    await get('/api/v1/me/consents').expect(401);
  });

  it('asks for a sign-in of the last ten minutes', async () => {
    await sql(`update sessions set created_at = now() - interval '11 minutes' where person_id = $1`, [
      all.ana.personId,
    ]);
    const page = await get('/me/erase').expect(200);
    expect(page.text).toContain('Send me a sign-in mail');
    expect(page.text).toContain('name="returnTo" value="/me/erase"');
    expect((await leave(email)).status).toBe(422);
    expect(await isErased()).toBe(false);
  });

  it('names the organizations that would have no owner, and erases nothing', async () => {
    await sql(`update members set role = 'owner' where person_id = $1`, [all.ana.personId]);
    const page = await get('/me/erase').expect(200);
    expect(page.text).toContain(`/app/${evening.organizationId}/members`);
    expect((await leave(email)).status).toBe(422);
    expect(await isErased()).toBe(false);
  });

  it('never 11: leaves nothing of them on the pages, lists and files of others', async () => {
    const views = async () => {
      const event = `/api/v1/organizations/${evening.organizationId}/events/${evening.eventId}`;
      const theirs = [
        await evening.api.cookieOf(all.ben.personId),
        await evening.api.cookieOf(all.cy.personId),
      ];
      const of = (paths: string[], as: string) =>
        Promise.all(paths.map(async (path) => (await get(path, as)).text));
      const seen = [
        ...(await of(
          [`${event}/attendees`, `${event}/attendees.csv`, `${event}/introductions`, `${event}/activity`],
          evening.host,
        )),
        ...(await of([`/api/v1/organizations/${evening.organizationId}/members`], evening.host)),
        (await evening.look(all.ben, all.openPair)).text,
      ];
      for (const as of theirs) {
        seen.push(...(await of(['/me', '/me/introductions', '/me/privacy', '/api/v1/me/introductions'], as)));
        seen.push((await submit(evening.api, '/me/privacy', '/me/export', {}, as)).text);
      }
      return seen.join('\n').toLowerCase();
    };
    expect(await views()).toContain('quillmark');
    await leave(email);
    await deliverDue(evening.api);
    const after = await views();
    expect(after).not.toContain('quillmark');
    expect(after).not.toContain('anaxandra');
    expect(after).toContain('somebody who left');
    expect((await evening.board()).counts).toMatchObject({ came: 4, optedIn: 3 });
  });
});
