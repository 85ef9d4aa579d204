import { spend } from '#libs/database';
import { newId, found } from '#libs/domain';
import { type Language, speaking, words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { Host } from '../../../../test/support/invitations.ts';
import { type Evening, RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';
import { type Arrival, Desk } from './desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
});

afterAll(() => api.stop());

type Guest = Awaited<ReturnType<RsvpDesk['signedIn']>>;

const guests = (count: number): Promise<Guest[]> =>
  Promise.all(Array.from({ length: count }, () => desk.signedIn()));

const ask = (event: Evening, guest: Guest, more: { name?: string; key?: string } = {}) => {
  const request = api.http.post(`/api/v1/events/${event.slug}/rsvps`).set('cookie', guest.cookie);
  if (more.key !== undefined) void request.set('idempotency-key', more.key);
  return request.send({ name: more.name ?? guest.name, email: guest.email });
};

const transactionsOf = async (event: Evening): Promise<number> => {
  const [row] = await api.database.sql<{ count: number }>(
    'select count(distinct xmin::text)::int as count from attendees where event_id = $1',
    [event.id],
  );
  return found(row).count;
};

/** Nobody gets past the counter row of this event while `work` runs, so whoever asks has to queue. */
async function whileLocked<Result>(event: Evening, work: () => Promise<Result>): Promise<Result> {
  const locked = Promise.withResolvers<undefined>();
  const done = Promise.withResolvers<undefined>();
  const holding = desk.inTx(async (tx) => {
    await tx.query('select from event_seats where event_id = $1 for update', [event.id]);
    locked.resolve(undefined);
    await done.promise;
  });
  await locked.promise;
  try {
    return await work();
  } finally {
    done.resolve(undefined);
    await holding;
  }
}

describe('a crowd', () => {
  it('is seated together: those who come while a transaction is under way share the next', async () => {
    const event = await desk.evening(20);
    const crowd = await guests(60);
    const answers = await Promise.all(crowd.map((guest) => ask(event, guest)));
    expect(answers.map(({ status }) => status)).toEqual(crowd.map(() => 202));
    const statuses = answers.map(({ body }) => (body as { status: string }).status);
    expect(statuses.filter((status) => status === 'confirmed')).toHaveLength(20);
    expect(statuses.filter((status) => status === 'waitlisted')).toHaveLength(40);
    expect(await transactionsOf(event)).toBeLessThan(30);
  });

  it('would take a transaction each, one by one (the control of the test above)', async () => {
    const event = await desk.evening(20);
    for (const guest of await guests(5)) await ask(event, guest).expect(202);
    expect(await transactionsOf(event)).toBe(5);
  });

  it('of several evenings at once is seated at each by its own counter', async () => {
    const evenings = await Promise.all([desk.evening(1), desk.evening(2), desk.evening(3)]);
    const crowd = await guests(5);
    await Promise.all(crowd.flatMap((guest) => evenings.map((event) => ask(event, guest).expect(202))));
    for (const [index, event] of evenings.entries()) {
      const statuses = await desk.statusesOf(event);
      expect(statuses.filter((status) => status === 'confirmed')).toHaveLength(index + 1);
      expect(statuses).toHaveLength(5);
    }
  });
});

describe('everybody who waits is answered', () => {
  it('also somebody who asks twice in one batch: one RSVP, and both are told the same', async () => {
    const event = await desk.evening(5);
    const [guest] = await guests(1);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(event, found(guest))));
    const told = new Set(answers.map(({ status, body }) => JSON.stringify([status, body])));
    expect(told.size).toBe(1);
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
    expect(await desk.mailsTo(found(guest).email)).toEqual(['rsvp-confirmed']);
  });

  it('also those who stood in a batch with one whom the database refuses', async () => {
    const event = await desk.evening(50);
    await api.database.sql(
      `create function refuse_poison() returns trigger language plpgsql as
         $$ begin if new.name = 'Poison' then raise 'poisoned'; end if; return new; end $$;
       create trigger poison before insert on attendees for each row execute function refuse_poison()`,
    );
    const crowd = await guests(12);
    const answers = await Promise.all(
      crowd.map((guest, index) => ask(event, guest, index === 5 ? { name: 'Poison' } : {})),
    );
    await api.database.sql('drop trigger poison on attendees; drop function refuse_poison()');
    expect(answers.map(({ status }) => status)).toEqual(crowd.map((_, index) => (index === 5 ? 500 : 202)));
    const arrivals = (await desk.attendeesOf(event)).map(({ arrival }) => arrival ?? 0);
    expect(arrivals.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 11 }, (_, index) => index + 1),
    );
  });

  it('and somebody whom the gates refuse costs nobody else anything', async () => {
    const [open, closed] = [await desk.evening(5), await desk.evening(5)];
    await api.database.sql("update events set registration = 'invitation' where id = $1", [closed.id]);
    const [one, two] = await guests(2);
    const answers = await Promise.all([
      ask(open, found(one)),
      ask(closed, found(one)),
      ask(open, found(two)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 403, 202]);
    expect(answers[1].body).toMatchObject({ code: 'invitation-needed' });
  });

  it('beyond the bound of the queue with: come again, and those before them are still seated', async () => {
    const event = await desk.evening(10);
    const small = new Desk(api.db, { most: 2, inFlight: 1, queue: 3 });
    const crowd = await guests(6);
    const seat = (guest: Guest) => small.seat(arrivalOf(event, guest)).catch((error: unknown) => error);
    const asked = await whileLocked(event, () => Promise.resolve(crowd.map(seat)));
    const answers = await Promise.all(asked);
    // One is at the desk and three queue; the other two are sent away.
    expect(answers).toMatchObject([
      ...Array.from({ length: 4 }, () => ({ status: 'confirmed' })),
      { code: 'too-busy', category: 'unavailable' },
      { code: 'too-busy', category: 'unavailable' },
    ]);
    expect(await desk.statusesOf(event)).toHaveLength(4);
  });
});

const arrivalOf = (event: Evening, { id: personId, name }: Guest): Arrival => ({
  organizationId: event.organizationId,
  eventId: event.id,
  who: { personId, unnamed: false },
  typed: { name, profile: {}, consents: {}, wording: '' },
  answers: {},
});

describe('the mails that an address may get in an hour', () => {
  const noAnswers = { name: 'Somebody', email: 'mine@example.org' };
  const send = (event: Evening, body: object) =>
    api.http.post(`/api/v1/events/${event.slug}/rsvps`).send(body);

  it('are not spent by forms that are refused, so nobody silences an address', async () => {
    const [asking, closed, plain] = [await desk.evening(), await desk.evening(), await desk.evening()];
    const question = { id: newId(), kind: 'text', label: 'Why', required: true, options: [] };
    await api.database.sql('update events set questions = $2 where id = $1', [
      asking.id,
      JSON.stringify([question]),
    ]);
    await api.database.sql(
      `update events set closes_local = '2026-09-30T09:00', closes_at = '2026-09-30T16:00Z' where id = $1`,
      [closed.id],
    );
    for (let times = 0; times < 4; times += 1) {
      expect((await send(asking, noAnswers).expect(422)).body.code).toBe('questions-unanswered');
      expect((await send(closed, noAnswers).expect(409)).body.code).toBe('registration-closed');
      const large = { ...noAnswers, guests: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'] };
      expect((await send(plain, large).expect(422)).body.code).toBe('party-too-large');
    }
    await send(plain, noAnswers).expect(202);
    expect(await desk.mailsTo(noAnswers.email)).toEqual(['rsvp-confirm']);
    // And once they are used up, refusals and silence are told as to anybody else.
    for (let times = 0; times < 4; times += 1) await send(await desk.evening(), noAnswers).expect(202);
    await send(asking, noAnswers).expect(422);
    await send(closed, noAnswers).expect(409);
    const another = await desk.evening();
    await send(another, noAnswers).expect(202);
    expect(await desk.statusesOf(another)).toEqual([]);
    expect(await desk.mailsTo(noAnswers.email)).toHaveLength(3);
  });
});

/** That somebody waits for a counter row. */
const waiting = async (): Promise<boolean> => {
  const [row] = await api.database.sql<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query like '%from event_seats%'`,
  );
  return found(row).count > 0;
};

const seen = async (condition: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 5000;
  while (!(await condition())) if (performance.now() > end) throw new Error('Nobody waits');
};

describe('those who are refused in one batch', () => {
  /** What is told to whoever asks in a language, by the code and by the fields. */
  const refused = async (event: Evening, language: Language, body: object) => {
    const answer = await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .set('accept-language', language)
      .send({ name: 'Somebody', email: `${language}@example.org`, ...body });
    const { detail, errors } = answer.body as { detail: string; errors?: { detail: string }[] };
    return [detail, ...(errors ?? []).map((one) => one.detail)];
  };

  it('each read why in their own language, whoever the batch was begun for', async () => {
    const [asking, plain] = [await desk.evening(), await desk.evening()];
    const question = { id: newId(), kind: 'text', label: 'Why', required: true, options: [] };
    await api.database.sql('update events set questions = $2 where id = $1', [
      asking.id,
      JSON.stringify([question]),
    ]);
    let answers: Promise<string[][]> = Promise.resolve([]);
    await whileLocked(plain, async () => {
      const first = refused(plain, 'en', { guests: ['One', 'Two'] });
      await seen(waiting);
      // The batch of both begins in the turn in which that of the English one ends.
      answers = Promise.all([
        first,
        refused(asking, 'de', {}),
        refused(asking, 'es', {}),
        refused(plain, 'es', { guests: ['One', 'Two'] }),
      ]);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    const unanswered = () => [words.problems['questions-unanswered'], words.answerFaults.missing];
    const tooLarge = () => Array.from({ length: 2 }, () => words.problems['party-too-large']);
    expect(await answers).toEqual([
      speaking('en', tooLarge),
      speaking('de', unanswered),
      speaking('es', unanswered),
      speaking('es', tooLarge),
    ]);
  });
});

describe('whoever waits for the counter row', () => {
  /** Whether the row that `look` names is free while `act` waits for the counter row of the event. */
  const isFreeWhile = async (event: Evening, act: () => PromiseLike<unknown>, look: string, id: string) => {
    let acting: Promise<unknown> = Promise.resolve();
    const rows = await whileLocked(event, async () => {
      acting = Promise.resolve(act());
      await seen(waiting);
      return api.database.sql(`${look} for update skip locked`, [id]);
    });
    await acting;
    return rows.length > 0;
  };
  const budget = 'select key from budgets where key = $1';
  const keyOf = async (email: string): Promise<string> => {
    const [row] = await api.database.sql<{ id: string }>('select id from people where email = $1', [email]);
    return `mail:${found(row).id}`;
  };

  it('holds no budget yet: asking by form', async () => {
    const event = await desk.evening();
    await desk.rsvp(event, 'waits@example.org');
    const ask = () => desk.rsvp(event, 'waits@example.org');
    expect(await isFreeWhile(event, ask, budget, await keyOf('waits@example.org'))).toBe(true);
  });

  it('holds no budget yet: confirming by link', async () => {
    const event = await desk.evening();
    await desk.rsvp(event, 'confirms@example.org');
    const link = await desk.confirmLink('confirms@example.org');
    const press = () => desk.press(link);
    expect(await isFreeWhile(event, press, budget, await keyOf('confirms@example.org'))).toBe(true);
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
  });

  it('holds no budget yet: accepting an invitation', async () => {
    const event = await desk.evening();
    const host = await Host.of(api, desk);
    await host.invite(event, 'accepts@example.org');
    const link = await host.linkOf('accepts@example.org');
    const accept = () => submit(api, link, link, { name: 'Ada' });
    expect(await isFreeWhile(event, accept, budget, await keyOf('accepts@example.org'))).toBe(true);
  });

  it('holds no budget and no invitation yet: reminding', async () => {
    const event = await desk.evening();
    const host = await Host.of(api, desk);
    await host.invite(event, 'reminded@example.org');
    await api.database.sql(
      `update invitations set mailed_at = mailed_at - interval '4 days' where event_id = $1`,
      [event.id],
    );
    const id = await host.idOf('reminded@example.org');
    const remind = () => host.post(event, '/remind').expect(200);
    expect(await isFreeWhile(event, remind, 'select id from invitations where id = $1', id)).toBe(true);
  });

  it('would be seen holding one (control)', async () => {
    const event = await desk.evening();
    await desk.rsvp(event, 'control@example.org');
    const key = await keyOf('control@example.org');
    const wrong = () =>
      desk.inTx(async (tx) => {
        await spend(tx, key, 3);
        await tx.query('select 1 from event_seats where event_id = $1 for update', [event.id]);
      });
    expect(await isFreeWhile(event, wrong, budget, key)).toBe(false);
  });
});

describe('an RSVP that is sent again with its key', () => {
  it('is answered as the first time, whatever has become of it since', async () => {
    const event = await desk.evening(1);
    const [guest, later] = await guests(2);
    const key = newId();
    const first = await ask(event, found(guest), { key });
    await ask(event, found(later));
    const again = await ask(event, found(guest), { key });
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    await ask(event, found(guest), { key, name: 'Somebody else' }).then(({ status, body }) => {
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'idempotency-key-reused' });
    });
  });

  it('while the first is under way is told so, and nothing happens twice', async () => {
    const event = await desk.evening(5);
    const [guest] = await guests(1);
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => ask(event, found(guest), { key })));
    for (const { status } of answers) expect([202, 409]).toContain(status);
    expect(answers.map(({ status }) => status)).toContain(202);
    expect(await desk.mailsTo(found(guest).email)).toEqual(['rsvp-confirmed']);
  });
});
