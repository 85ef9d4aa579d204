import { inOrganization, system } from '#libs/domain';
import {
  type BoardIntroduction,
  type Evening,
  type Guest,
  eveningIn,
  nextEvening,
  startEvening,
} from '../support/evening.ts';

// introductions.md, Must never happen, 9, 10, 12 and 14; and who is asked first and alone.

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  evening.api.database.sql<Row>(text, values);

async function truth(pair: string): Promise<{ state: string; answers: string[] }> {
  const rows = await sql<{ state: string; consent: string }>(
    `select i.state, s.consent from introductions i join introduction_sides s on s.introduction_id = i.id where i.id = $1`,
    [pair],
  );
  return { state: rows[0]?.state ?? '', answers: rows.map(({ consent }) => consent).sort() };
}

async function askedPair(): Promise<{ ana: Guest; ben: Guest; pair: string }> {
  const [ana, ben] = [await evening.guest(), await evening.guest()];
  const pair = await evening.approved(ana, ben);
  await evening.pass('2026-10-21T12:00');
  return { ana, ben, pair };
}

describe('never 12: two answers in the same moment', () => {
  it('of yes and yes always end in one agreement', async () => {
    for (let round = 0; round < 8; round += 1) {
      await evening.api.setTime('2026-10-20T15:00:00Z');
      const { ana, ben, pair } = await askedPair();
      await Promise.all([evening.answer(ana, pair, 'yes'), evening.answer(ben, pair, 'yes')]);
      expect(await truth(pair)).toEqual({ state: 'agreed', answers: ['yes', 'yes'] });
    }
  });

  it('of yes and no always end it, and pressing twice changes nothing', async () => {
    for (let round = 0; round < 4; round += 1) {
      await evening.api.setTime('2026-10-20T15:00:00Z');
      const { ana, ben, pair } = await askedPair();
      await Promise.all([
        evening.answer(ana, pair, 'yes'),
        evening.answer(ben, pair, 'no'),
        evening.answer(ana, pair, 'yes'),
        evening.answer(ben, pair, 'no'),
      ]);
      expect(await truth(pair)).toEqual({ state: 'closed quietly', answers: ['no', 'yes'] });
    }
  });

  it('leave a pair between states when the row is not locked: the control', async () => {
    const { ana, ben, pair } = await askedPair();
    const bothHaveLooked = Promise.withResolvers<undefined>();
    let looked = 0;
    const withoutLock = ({ personId }: Guest) =>
      evening.api.db.write(inOrganization(evening.organizationId, system), async (tx) => {
        const other = await tx.query(
          `select 1 from introduction_sides where introduction_id = $1 and person_id <> $2 and consent = 'yes'`,
          [pair, personId],
        );
        if ((looked += 1) === 2) bothHaveLooked.resolve(undefined);
        await bothHaveLooked.promise;
        await tx.query(
          `update introduction_sides set consent = 'yes' where introduction_id = $1 and person_id = $2`,
          [pair, personId],
        );
        if (other.length > 0)
          await tx.query(`update introductions set state = 'agreed' where id = $1`, [pair]);
      });
    await Promise.all([withoutLock(ana), withoutLock(ben)]);
    expect(await truth(pair)).toEqual({ state: 'asking', answers: ['yes', 'yes'] });
  });
});

describe('never 10: a mail program that opens every link', () => {
  it('answers nothing, and neither does a form without a token of this browser', async () => {
    const { ana, pair } = await askedPair();
    const before = await sql('select * from introduction_sides where introduction_id = $1 order by id', [
      pair,
    ]);
    const path = await evening.askPath(ana, pair);
    const { http } = evening.api;
    for (const url of [path, `${path}?answer=yes`, `${path}?answer=no`]) {
      expect((await http.get(url)).status).toBe(200);
      expect((await http.head(url)).status).toBe(200);
    }
    expect((await http.post(path).type('form').send({ answer: 'yes' })).status).toBe(403);
    expect(
      await sql('select * from introduction_sides where introduction_id = $1 order by id', [pair]),
    ).toEqual(before);
    expect((await evening.answer(ana, pair, 'yes')).status).toBe(200);
    expect((await truth(pair)).answers).toEqual(['asked', 'yes']);
  });

  it('finds a forged, a foreign and an old link closed', async () => {
    const { ana, pair } = await askedPair();
    const path = await evening.askPath(ana, pair);
    expect((await evening.api.http.get(`${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`)).status).toBe(
      410,
    );
    expect((await evening.api.http.get('/ask/nothing')).status).toBe(410);
    await evening.pass('2026-10-28T10:00');
    expect((await evening.api.http.get(path)).status).toBe(410);
  });

  it('gets what was typed back beside its fault', async () => {
    const { ana, pair } = await askedPair();
    const { status, text } = await evening.answer(ana, pair, 'yes', 'x'.repeat(255));
    expect(status).toBe(422);
    expect(text).toContain('at most 254 characters');
    expect(text).toContain('x'.repeat(255));
    expect((await truth(pair)).answers).toEqual(['asked', 'asked']);
  });
});

describe('never 14: the reasons', () => {
  it('can be changed until the first question leaves and never after, whatever the profiles say then', async () => {
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
    const pair = await evening.approved(ana, ben);
    const words = { reasonForA: 'Both of you mend old desks.', reasonForB: 'You two mend old desks.' };
    const version = async () => (await evening.board()).introductions[0]?.version;
    expect((await evening.call('patch', `/${pair}`, { ...words, version: await version() })).status).toBe(
      200,
    );
    await evening.pass('2026-10-21T12:00');
    const late = await evening.call<{ code: string }>('patch', `/${pair}`, {
      reasonForA: 'Something else.',
      reasonForB: 'Something else.',
      version: await version(),
    });
    expect([late.status, late.body.code]).toEqual([409, 'introduction-already-asked']);
    await sql(`update attendees set profile = '{"crafts": ["foley"]}' where event_id = $1`, [
      evening.eventId,
    ]);
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes');
    await evening.pass('2026-10-22T12:00');
    for (const { text } of [
      ...(await evening.sent('introduction-ask')),
      ...(await evening.sent('introduction')),
    ])
      expect(text).toContain('mend old desks');
    const [introduction] = (await evening.board()).introductions as [BoardIntroduction];
    expect([introduction.reasonForA, introduction.reasonForB].sort()).toEqual(Object.values(words).sort());
  });

  it('of a pair that is silently never asked are frozen on the same day', async () => {
    const [ana, ben] = [await evening.guest(), await evening.guest()];
    await sql('insert into blocks values ($1, $2, app_now())', [ana.personId, ben.personId]);
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    const version = (await evening.board()).introductions[0]?.version;
    for (const [method, path, body] of [
      ['patch', `/${pair}`, { reasonForA: 'One.', reasonForB: 'Two.', version }],
      ['post', `/${pair}/take-back`, { version }],
    ] as const) {
      const { body: answer } = await evening.call<{ code: string }>(method, path, body);
      expect(answer.code).toBe('introduction-already-asked');
    }
  });
});

describe('never 9: the host of another organization', () => {
  it('finds nothing here, by any of its ids', async () => {
    const { pair } = await askedPair();
    const other = await eveningIn(evening.api, 'owner');
    const { http } = evening.api;
    const own = `/api/v1/organizations/${evening.organizationId}/events/${evening.eventId}/introductions`;
    const mixed = `/api/v1/organizations/${other.organizationId}/events/${evening.eventId}/introductions`;
    const crossed = `/api/v1/organizations/${other.organizationId}/events/${other.eventId}/introductions`;
    const requests = [
      http.get(own),
      http.get(mixed),
      http.post(`${mixed}/suggest`),
      http.get(`${crossed}/${pair}/mails`),
      http.post(`${crossed}/${pair}/approve`).send({ version: 1 }),
      http.post(`${crossed}/${pair}/take-back`).send({ version: 1 }),
      http.patch(`${crossed}/${pair}`).send({ version: 1, reasonForA: 'One.', reasonForB: 'Two.' }),
    ];
    for (const request of requests) {
      const { status, body } = await request.set('cookie', other.host);
      expect([status, (body as { code: string }).code]).toEqual([404, 'not-found']);
    }
    const approval = await http
      .post(`${crossed}/approve-all`)
      .set('cookie', other.host)
      .send({ ids: [{ id: pair, version: 1 }] });
    expect(approval.body).toMatchObject({ approved: [], refused: [{ code: 'not-found' }] });
    expect((await http.get(own).set('cookie', evening.host)).status).toBe(200);
  });
});

describe('a panelist who wants introductions', () => {
  const willing = { part: 'panelist' as const, profile: { maxIntroductions: 2, namedInAsks: true } };
  const askedPeople = async () => (await evening.sent('introduction-ask')).map(({ to }) => to);

  it('is asked first and alone; the other one follows on the working day after their yes', async () => {
    const [star, fan] = [
      await evening.guest({ name: 'Star', ...willing }),
      await evening.guest({ name: 'Fan' }),
    ];
    const pair = await evening.approved(fan, star);
    await evening.pass('2026-10-22T12:00');
    expect(await askedPeople()).toEqual([star.email]);
    await evening.answer(star, pair, 'yes');
    await evening.pass('2026-10-23T12:00');
    expect(await askedPeople()).toEqual([star.email, fan.email]);
    await evening.answer(fan, pair, 'yes');
    await evening.pass('2026-10-23T16:00');
    const made = await evening.sent('introduction');
    expect(made).toHaveLength(2);
    expect(made[0]?.text).toContain('Fan writes first');
  });

  it('who says no leaves the other one unasked, and the host with the same word until the same day', async () => {
    const [star, fan] = [
      await evening.guest({ name: 'Star', ...willing }),
      await evening.guest({ name: 'Fan' }),
    ];
    const pair = await evening.approved(fan, star);
    await evening.pass('2026-10-22T12:00');
    await evening.answer(star, pair, 'no');
    await evening.pass('2026-11-05T15:00');
    expect(await askedPeople()).toEqual([star.email]);
    expect((await evening.board()).introductions[0]?.standing).toBe('asked');
    await evening.pass('2026-11-05T16:00');
    expect((await evening.board()).introductions[0]?.standing).toBe('did not happen');
  });
});
