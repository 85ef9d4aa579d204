import { handleFor } from '#libs/database';
import { eveningTakesMoreUntil } from '#libs/domain';
import {
  type Evening,
  type Guest,
  at,
  eveningIn,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';
import { submit } from '../../../../test/support/rsvp-desk.ts';
import { words } from '#libs/words';

const first = await startEvening();
const { api } = first;

afterAll(async () => {
  await first.stop();
});

interface Named {
  attendeeIds: string[];
  names: string[];
}

interface Answers {
  people: { attendeeId: string; name: string; crafts: string[] }[];
  talked: Named;
  wishes: Named;
  talkedTo: number | null;
  newPeople: number | null;
  introductions: string | null;
  nameVisible: boolean;
  crafts: string[];
}

const nobody: Named = { attendeeIds: [], names: [] };
const empty = { talked: nobody, wishes: nobody, talkedTo: null, newPeople: null };
const tick = (...people: Guest[]): Named => ({ attendeeIds: people.map(({ id }) => id), names: [] });
const typed = (...names: string[]): Named => ({ attendeeIds: [], names });

const pathOf = ({ id }: Guest) => `/api/v1/me/evenings/${id}/morning`;
const cookieOf = (guest: Guest) => api.cookieOf(guest.personId);

async function look(guest: Guest): Promise<Answers> {
  const { body } = await api.http
    .get(pathOf(guest))
    .set('cookie', await cookieOf(guest))
    .expect(200);
  return body as Answers;
}

async function save(guest: Guest, answers: object, status = 200): Promise<Answers> {
  const { body } = await api.http
    .put(pathOf(guest))
    .set('cookie', await cookieOf(guest))
    .send({ ...empty, ...answers })
    .expect(status);
  return body as Answers;
}

/** The path of the mail's link. */
async function linkOf({ organizationId }: Evening, { id: subjectId, personId }: Guest): Promise<string> {
  const expiresAt = eveningTakesMoreUntil(at('2026-10-19T21:00'));
  const handle = { purpose: 'morning', organizationId, personId, subjectId, expiresAt } as const;
  const token = await api.db.write({ kind: 'system' }, (tx) => handleFor(tx, api.config.keys, handle));
  return `/morning/${token}`;
}

const agrees = ({ organizationId }: Evening, { personId }: Guest, purpose: string) =>
  api.database.sql(
    `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
     values (gen_random_uuid(), $1, $2, $3, 'given', '2026-10', 'page', app_now())`,
    [organizationId, personId, purpose],
  );

async function visible(evening: Evening, name: string, given: Parameters<Evening['guest']>[0] = {}) {
  const guest = await evening.guest({ name, ...given });
  await agrees(evening, guest, 'name-visible');
  return guest;
}

const told = ({ eventId }: Evening) =>
  api.database.sql(
    `select kind, typed, told_attendee_id as "attendeeId" from told_people where event_id = $1 order by kind, place`,
    [eventId],
  );

describe('the morning after, of the person themself', () => {
  it('shows who came and lets their name be seen, with what they do where they let that be seen too', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest();
    const ada = await visible(evening, 'Ada Byron', { profile: { crafts: ['foley'] } });
    const bo = await visible(evening, 'Bo Lind', { profile: { crafts: ['mixing'] } });
    await agrees(evening, bo, 'profile-visible');
    await evening.guest({ name: 'Unseen' });
    await visible(evening, 'Absent', { came: false });
    const left = await visible(evening, 'Left');
    await api.database.sql('update people set erased_at = app_now() where id = $1', [left.personId]);
    expect((await look(reader)).people).toEqual([
      { attendeeId: ada.id, name: 'Ada Byron', crafts: [] },
      { attendeeId: bo.id, name: 'Bo Lind', crafts: ['mixing'] },
    ]);
  });

  it('keeps what was told, shows it again, and puts new answers in place of the old', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest();
    const [ada, bo] = [await visible(evening, 'Ada'), await visible(evening, 'Bo')];
    const answers = {
      talked: { attendeeIds: [ada.id], names: ['Cleo Sand'] },
      wishes: tick(bo),
      talkedTo: 7,
      newPeople: 4,
    };
    expect(await save(reader, answers)).toMatchObject(answers);
    expect(await save(reader, answers)).toMatchObject(answers);
    expect(await look(reader)).toMatchObject(answers);
    await save(reader, { wishes: tick(ada) });
    expect(await look(reader)).toMatchObject({ talked: nobody, wishes: tick(ada), talkedTo: null });
    expect(await told(evening)).toEqual([{ kind: 'wish', typed: null, attendeeId: ada.id }]);
  });

  it('answers the same whether a typed name was there or not, and finds the one who was', async () => {
    const evening = await nextEvening(first);
    const [reader, dana] = [await evening.guest(), await evening.guest({ name: 'Dana Reyes' })];
    const found = await save(reader, { wishes: typed('dana  reyes') });
    expect(await told(evening)).toEqual([{ kind: 'wish', typed: 'dana  reyes', attendeeId: dana.id }]);
    const other = await nextEvening(first);
    const lonely = await other.guest();
    const lost = await save(lonely, { wishes: typed('dana  reyes') });
    expect(await told(other)).toEqual([{ kind: 'wish', typed: 'dana  reyes', attendeeId: null }]);
    expect({ ...lost, attendeeId: '', organizationName: '' }).toEqual({
      ...found,
      attendeeId: '',
      organizationName: '',
    });
  });

  it('never brings out a name by an id that is not on the list', async () => {
    const evening = await nextEvening(first);
    const [reader, hidden] = [await evening.guest(), await evening.guest({ name: 'Hidden Name' })];
    const answer = await save(reader, { talked: tick(hidden), wishes: tick(hidden) });
    expect(answer).toMatchObject({ talked: nobody, wishes: nobody });
    expect(await told(evening)).toEqual([]);
    await save(reader, { talked: typed('Hidden Name') });
    expect(JSON.stringify((await look(reader)).people)).not.toContain('Hidden');
  });

  it('refuses more than two wishes over ticked and typed, and more new people than people', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest();
    const [ada, bo] = [await visible(evening, 'Ada'), await visible(evening, 'Bo')];
    const wishes = { attendeeIds: [ada.id, bo.id], names: ['Cleo'] };
    expect(await save(reader, { wishes, talkedTo: 2, newPeople: 3 }, 422)).toMatchObject({
      code: 'wrong-shape',
      errors: [
        { pointer: '/wishes', detail: words.morning.faults.wishes },
        { pointer: '/newPeople', detail: words.morning.faults.newPeople },
      ],
    });
    expect(await told(evening)).toEqual([]);
    expect(await save(reader, { talkedTo: -1 }, 422)).toMatchObject({ errors: [{ pointer: '/talkedTo' }] });
  });

  it('keeps the answer about introductions with the words it was given to, and the profile of whoever says yes', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest({ introductions: 'never asked', profile: {} });
    expect(await look(reader)).toMatchObject({ introductions: null, nameVisible: false });
    const profile = {
      crafts: ['foley'],
      lookingFor: ['a mixer'],
      canHelpWith: [],
      workingOn: 'A short film',
    };
    const answers = { introductions: true, nameVisible: true, profileVisible: true, profile };
    expect(await save(reader, answers)).toMatchObject({
      introductions: 'given',
      nameVisible: true,
      crafts: ['foley'],
      workingOn: 'A short film',
    });
    const consents = await api.database.sql(
      `select purpose, answer, source, wording from consents where person_id = $1 and withdrawn_at is null order by purpose`,
      [reader.personId],
    );
    const { wording } = words.pages.rsvp;
    expect(consents).toEqual([
      { purpose: 'introductions', answer: 'given', source: 'answer', wording },
      { purpose: 'name-visible', answer: 'given', source: 'answer', wording },
      { purpose: 'profile-visible', answer: 'given', source: 'answer', wording },
    ]);
    expect((await evening.board()).people.map(({ attendeeId }) => attendeeId)).toEqual([reader.id]);
    const [kept] = await api.database.sql('select profile from people where id = $1', [reader.personId]);
    expect(kept).toMatchObject({ profile: { crafts: ['foley'] } });
    expect(await save(reader, { introductions: false })).toMatchObject({ introductions: 'refused' });
    expect((await evening.board()).people).toEqual([]);
  });

  it('leaves consents and profile alone where nothing is said about them', async () => {
    const evening = await nextEvening(first);
    const reader = await visible(evening, 'Ada', { profile: { crafts: ['foley'] } });
    expect(await save(reader, { talkedTo: 3 })).toMatchObject({
      introductions: 'given',
      nameVisible: true,
      crafts: ['foley'],
    });
  });

  it('is nobody else’s, and not there without a session', async () => {
    const evening = await nextEvening(first);
    const [reader, other] = [await evening.guest(), await evening.guest()];
    const cookie = await cookieOf(other);
    await api.http.get(pathOf(reader)).set('cookie', cookie).expect(404);
    await api.http.put(pathOf(reader)).set('cookie', cookie).send(empty).expect(404);
    await api.http.get(pathOf(reader)).expect(401);
    expect(await told(evening)).toEqual([]);
  });

  it.each([
    ['did not come', { came: false }, ''],
    ['cancelled', { status: 'cancelled' }, ''],
    [
      'came to an evening that was cancelled',
      {},
      `update events set state = 'cancelled', cancelled_at = app_now() where id = $1`,
    ],
    [
      'comes to an evening that is not over',
      {},
      `update events set starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days' where id = $1`,
    ],
  ] as const)('is not there for somebody who %s', async (_, given, change) => {
    const evening = await nextEvening(first);
    const guest = await evening.guest(given);
    if (change !== '') await api.database.sql(change, [evening.eventId]);
    const cookie = await cookieOf(guest);
    await api.http.get(pathOf(guest)).set('cookie', cookie).expect(404);
    await api.http.put(pathOf(guest)).set('cookie', cookie).send(empty).expect(404);
    await api.http.get(await linkOf(evening, guest)).expect(404);
  });

  it('does the same request with one key once', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest();
    const put = async () =>
      api.http
        .put(pathOf(reader))
        .set('cookie', await cookieOf(reader))
        .set('idempotency-key', 'morning-0001')
        .send({ ...empty, talkedTo: 5 })
        .expect(200);
    const [one, two] = [await put(), await put()];
    expect(two.body).toEqual(one.body);
    expect(two.headers['idempotency-replayed']).toBe('true');
  });
});

describe('a wish', () => {
  /** Everything the host and the one who is wished for can see, with ids by order of appearance. */
  async function seen(
    wishes: (other: Guest) => Named,
    leak: (other: Guest) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<string> {
    const evening = await eveningIn(api, 'owner');
    const reader = await visible(evening, 'Ada');
    const other = await visible(evening, 'Bo');
    await save(reader, { wishes: wishes(other), talkedTo: 3, newPeople: 1 });
    await leak(other);
    const base = `/api/v1/organizations/${evening.organizationId}`;
    const asHost = [
      `${base}/events/${evening.eventId}/introductions`,
      `${base}/events/${evening.eventId}/attendees`,
    ];
    const history = [`${base}/events/${evening.eventId}/attendees/${reader.id}/history`, `${base}/activity`];
    const asOther = [
      pathOf(other),
      '/api/v1/me/rsvps',
      '/me',
      `/me/rsvps/${other.id}`,
      `/me/rsvps/${other.id}/morning`,
    ];
    const texts: string[] = [];
    for (const path of [...asHost, ...history])
      texts.push((await api.http.get(path).set('cookie', evening.host)).text);
    for (const path of asOther)
      texts.push((await api.http.get(path).set('cookie', await cookieOf(other))).text);
    texts.push((await api.http.get(await linkOf(evening, other))).text);
    texts.push(...(await evening.queued()));
    return anonymous(texts.join('\n'));
  }

  /** Ids, tokens, addresses, times and made-up names, each by its order of appearance (house.md, Tests). */
  function anonymous(text: string): string {
    const order = new Map<string, string>();
    const changing =
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}\.[0-9a-f]{32}|value="[\w.-]{20,}"|(?:guild|evening)-[0-9a-f]{12}|Guild \d+|person\d+@example\.org|(?<="code":")[0-9A-Z]{4}-[0-9A-Z]{4}(?=")|\d{4}-\d\d-\d\dT[\d:.]+Z/g;
    return text.replace(changing, (match) => {
      if (!order.has(match)) order.set(match, `#${String(order.size)}`);
      return order.get(match) ?? '';
    });
  }

  it('shows nowhere: board, guest list, activity and the pages of the one wished for are the same without it', async () => {
    const without = await seen(() => nobody);
    expect(await seen((other) => tick(other))).toBe(without);
    expect(await seen(() => typed('Bo'))).toBe(without);
    expect(await seen(() => typed('Somebody Else'))).toBe(without);
  });

  it('would show in that comparison if anything of it were told', async () => {
    const without = await seen(() => nobody);
    const leaks = [
      (other: Guest) =>
        api.database.sql(`update attendees set version = version + 1, note = 'wished for' where id = $1`, [
          other.id,
        ]),
      (other: Guest) =>
        api.database.sql(
          `insert into audit (id, organization_id, actor_kind, action, subject_id, codes, at)
           select gen_random_uuid(), organization_id, 'system', 'attendee.wished', id, '{}', app_now() from attendees where id = $1`,
          [other.id],
        ),
    ];
    for (const leak of leaks) expect(await seen(() => nobody, leak)).not.toBe(without);
  });
});

describe('the page behind the mail', () => {
  const form = async (evening: Evening, guest: Guest, fields: Record<string, string | string[]>) => {
    const path = await linkOf(evening, guest);
    return submit(api, path, path, fields as Record<string, string>);
  };
  const page = async (evening: Evening, guest: Guest) =>
    (await api.http.get(await linkOf(evening, guest)).expect(200)).text;

  it('needs no session, changes nothing by being opened, and tells nobody where its reader came from', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest();
    const { headers, text } = await api.http.get(await linkOf(evening, reader)).expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(text).not.toContain('<script');
    expect(text).toContain('until 18 December 2026');
    const rows = await api.database.sql('select 1 from morning_answers where attendee_id = $1', [reader.id]);
    expect(rows).toEqual([]);
  });

  it('keeps what is sent and shows it again', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest({ introductions: 'never asked', profile: {} });
    const [ada, bo] = [await visible(evening, 'Ada Byron'), await visible(evening, 'Bo Lind')];
    const { status, headers } = await form(evening, reader, {
      talked: [ada.id, bo.id],
      wish: bo.id,
      talkedNames: 'Cleo Sand\r\n\r\n Dana Reyes ',
      talkedTo: '5',
      newPeople: '2',
      introductions: 'yes',
      crafts: 'foley, mixing',
    });
    expect([status, headers['location']]).toEqual([303, `${await linkOf(evening, reader)}?saved=yes`]);
    const text = await page(evening, reader);
    expect(text).toContain(`name="talked" checked="" value="${ada.id}"`);
    expect(text).toContain(`name="wish" checked="" value="${bo.id}"`);
    expect(text).not.toContain(`name="wish" checked="" value="${ada.id}"`);
    expect(text).toContain('Cleo Sand\nDana Reyes');
    expect(text).toContain('value="foley, mixing"');
    expect(await look(reader)).toMatchObject({
      talked: { attendeeIds: [ada.id, bo.id], names: ['Cleo Sand', 'Dana Reyes'] },
      wishes: tick(bo),
      talkedTo: 5,
      newPeople: 2,
      introductions: 'given',
    });
  });

  it('comes back with a sentence and with everything that was filled in', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest();
    const [ada, bo] = [await visible(evening, 'Ada'), await visible(evening, 'Bo')];
    const { status, text } = await form(evening, reader, {
      wish: [ada.id, bo.id],
      wishNames: 'Cleo Sand',
      talkedNames: 'Dana Reyes',
      talkedTo: 'five',
      crafts: 'a, b, c, d',
    });
    expect(status).toBe(422);
    for (const sentence of [
      words.morning.faults.wishes,
      words.morning.faults.number,
      words.pages.rsvp.tooMany,
    ])
      expect(text).toContain(sentence);
    for (const kept of ['Cleo Sand', 'Dana Reyes', 'value="five"', 'value="a, b, c, d"'])
      expect(text).toContain(kept);
    expect(await told(evening)).toEqual([]);
  });

  it('asks about introductions whoever was never asked, said no, or answered it here, and nobody else', async () => {
    const evening = await nextEvening(first);
    const { question } = words.pages.rsvp.introductions;
    const [never, no, yes] = [
      await evening.guest({ introductions: 'never asked' }),
      await evening.guest({ introductions: 'refused' }),
      await evening.guest(),
    ];
    expect(await page(evening, never)).toContain(question);
    expect(await page(evening, no)).toContain(question);
    expect(await page(evening, yes)).not.toContain(question);
    await save(never, { introductions: true });
    expect(await page(evening, never)).toContain(question);
  });

  it('is gone after the 60th day, and with a link that is forged or for something else', async () => {
    const evening = await nextEvening(first);
    const reader = await evening.guest();
    const path = await linkOf(evening, reader);
    await api.http.get(`${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`).expect(410);
    await api.http.get(path.replace('/morning/', '/my/')).expect(410);
    await api.setTime(at('2026-12-18T19:59').toISOString());
    await api.http.get(path).expect(200);
    await api.setTime(at('2026-12-18T20:01').toISOString());
    await api.http.get(path).expect(410);
    const cookie = await cookieOf(reader);
    await api.http.get(pathOf(reader)).set('cookie', cookie).expect(409);
    await api.http.put(pathOf(reader)).set('cookie', cookie).send(empty).expect(409);
  });

  it('is linked from one’s evenings for whoever came, and opens there too', async () => {
    const evening = await nextEvening(first);
    const [came, absent] = [await evening.guest(), await evening.guest({ came: false })];
    const mine = async (guest: Guest) =>
      (await api.http.get('/me').set('cookie', await cookieOf(guest))).text;
    expect(await mine(came)).toContain(`/me/rsvps/${came.id}/morning`);
    expect(await mine(absent)).not.toContain('/morning');
    const path = `/me/rsvps/${came.id}/morning`;
    const saved = await submit(api, path, path, { talkedNames: 'Ada' }, await cookieOf(came));
    expect(saved.headers['location']).toBe(`${path}?saved=yes`);
    expect(await look(came)).toMatchObject({ talked: typed('Ada') });
  });
});
