import { saySwap, swappedContacts, ticketOf } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { submit } from '../../../../test/support/rsvp-desk.ts';
import {
  type GuestAtTables,
  type TablesEvening,
  makeTablesEvening,
} from '../../../../test/support/tables.ts';
import type { SwapsView } from './contact-swaps.dto.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
beforeEach(() => api.setTime('2026-10-20T02:00:00Z'));
afterAll(() => api.stop());

interface There extends TablesEvening {
  ana: GuestAtTables;
  ben: GuestAtTables;
  cleo: GuestAtTables;
}

async function evening(): Promise<There> {
  const there = await makeTablesEvening(api, {
    guests: [{ name: 'Ana Lind' }, { name: 'Ben Ode' }, { name: 'Cleo Fry' }],
  });
  const [ana, ben, cleo] = there.people as [GuestAtTables, GuestAtTables, GuestAtTables];
  return { ...there, ana, ben, cleo };
}

const path = ({ token }: GuestAtTables) => `/api/v1/evening/${token}/swaps`;
const look = async (who: GuestAtTables) => (await api.http.get(path(who)).expect(200)).body as SwapsView;
const say = (who: GuestAtTables, body: object) => api.http.post(path(who)).send(body);
const tap = async (who: GuestAtTables, { attendeeId }: GuestAtTables) =>
  (await say(who, { attendeeId }).expect(200)).body as SwapsView;
const scan = async (who: GuestAtTables, other: GuestAtTables) =>
  (await say(who, { code: (await look(other)).code }).expect(200)).body as SwapsView;
const answer = async (who: GuestAtTables, { attendeeId }: GuestAtTables, yes: boolean) =>
  (
    await api.http
      .post(`${path(who)}/${attendeeId}/answer`)
      .send({ yes })
      .expect(200)
  ).body as SwapsView;
const takeBack = async (who: GuestAtTables, { attendeeId }: GuestAtTables) =>
  (await api.http.delete(`${path(who)}/${attendeeId}`).expect(200)).body as SwapsView;
const block = (one: GuestAtTables, other: GuestAtTables) =>
  api.database.sql('insert into blocks values ($1, $2, app_now())', [one.personId, other.personId]);
const known = ({ organizationId }: There) =>
  api.database.sql<{ source: string }>('select source from known_pairs where organization_id = $1', [
    organizationId,
  ]);

const agreed = (other: GuestAtTables) => ({
  ...{ attendeeId: other.attendeeId, name: other.name, state: 'agreed' },
  contact: { email: other.email },
});
const waiting = (other: GuestAtTables) => ({
  ...{ attendeeId: other.attendeeId, name: other.name, state: 'waiting', contact: null },
});

describe('two who tap each other', () => {
  it('see name and address once both did, and nothing before', async () => {
    const there = await evening();
    const { ana, ben } = there;
    const before = await look(ben);
    expect((await tap(ana, ben)).mine).toMatchObject([waiting(ben)]);
    expect(await look(ben)).toEqual(before);
    expect(await known(there)).toEqual([]);
    expect((await tap(ben, ana)).mine).toMatchObject([agreed(ana)]);
    expect((await look(ana)).mine).toMatchObject([agreed(ben)]);
    expect(await known(there)).toEqual([{ source: 'swapped' }]);
  });

  it('are one pair who agreed, also when both tap at once', async () => {
    for (let time = 0; time < 6; time += 1) {
      const there = await evening();
      const { ana, ben } = there;
      await Promise.all([tap(ana, ben), tap(ben, ana)]);
      expect((await look(ana)).mine).toMatchObject([agreed(ben)]);
      expect((await look(ben)).mine).toMatchObject([agreed(ana)]);
      expect(await known(there)).toEqual([{ source: 'swapped' }]);
    }
  });

  it('would miss each other if nobody waited for the other’s row (control)', async () => {
    const { organizationId, event, ana, ben, ...there } = await evening();
    // Neither keeps anything before both have looked.
    const meeting = () => {
      const both = Promise.withResolvers<undefined>();
      let missing = 2;
      return () => {
        missing -= 1;
        if (missing === 0) both.resolve(undefined);
        return both.promise;
      };
    };
    const [wrote, looked] = [meeting(), meeting()];
    const unlocked = (me: GuestAtTables, other: GuestAtTables) =>
      api.db.write(inOrganization(organizationId, system), async (tx) => {
        const query = tx.query.bind(tx);
        tx.query = async (sql, values) => {
          if (sql.includes('for no key update')) return [];
          const rows = await query(sql, values);
          if (sql.includes('insert into contact_swaps')) await wrote();
          if (sql.includes('with agreed')) await looked();
          return rows as never;
        };
        await saySwap(tx, { ...me, organizationId, eventId: event.id }, other, 'name');
      });
    await Promise.all([unlocked(ana, ben), unlocked(ben, ana)]);
    expect((await look(ana)).mine).toMatchObject([waiting(ben)]);
    expect((await look(ben)).mine).toMatchObject([waiting(ana)]);
    expect(there.people).toHaveLength(3);
  });

  it('are told to nobody else: no third guest, no host, no line of the activity', async () => {
    const there = await evening();
    const { ana, ben, cleo, organizationId, event, cookie } = there;
    const seen = async () => [
      await look(cleo),
      (await api.http.get(there.base).set('cookie', cookie).expect(200)).body.told,
      await api.database.sql('select action from audit where organization_id = $1', [organizationId]),
      (
        await api.http
          .get(`/api/v1/organizations/${organizationId}/events/${event.id}/introductions`)
          .set('cookie', cookie)
          .expect(200)
      ).body.introductions,
    ];
    const before = await seen();
    await tap(ana, ben);
    await tap(ben, ana);
    expect(await seen()).toEqual(before);
  });

  it('have each other among the contacts of all their evenings', async () => {
    const { ana, ben, organizationId, event } = await evening();
    await tap(ana, ben);
    const contacts = () =>
      api.db.read(inOrganization(organizationId, system), (reader) =>
        swappedContacts(reader, { organizationId, personId: ana.personId }),
      );
    expect(await contacts()).toEqual([]);
    await tap(ben, ana);
    expect(await contacts()).toMatchObject([
      { name: 'Ben Ode', email: ben.email, eventTitle: event.title, attendeeId: ben.attendeeId },
    ]);
  });
});

describe('a code', () => {
  it('asks the other, whose yes is an agreement', async () => {
    const { ana, ben } = await evening();
    expect((await scan(ana, ben)).mine).toMatchObject([waiting(ben)]);
    expect((await look(ben)).asked).toEqual([{ attendeeId: ana.attendeeId, name: 'Ana Lind' }]);
    const said = await answer(ben, ana, true);
    expect(said).toMatchObject({ asked: [], mine: [agreed(ana)] });
    expect((await look(ana)).mine).toMatchObject([agreed(ben)]);
  });

  it('may be typed by its letters, in any writing', async () => {
    const { ana, ben } = await evening();
    const { letters } = await look(ben);
    const { mine } = (await say(ana, { code: letters.toLowerCase().replace('-', ' ') }).expect(200)).body;
    expect(mine).toMatchObject([waiting(ben)]);
  });

  it('reaches somebody whom no list names; a tap does not', async () => {
    const there = await evening();
    const hidden = await there.arrive({ name: 'Dan Mori', visible: false });
    const refused = await say(there.ana, { attendeeId: hidden.attendeeId }).expect(422);
    expect(refused.body.code).toBe('contact-swap-unknown');
    expect((await look(there.ana)).people.map(({ name }) => name)).toEqual(['Ben Ode', 'Cleo Fry']);
    await scan(there.ana, hidden);
    expect((await answer(hidden, there.ana, true)).mine).toMatchObject([agreed(there.ana)]);
  });

  it('names nobody who hides their name before their yes: not after a no, not by letters, not in the file of everything', async () => {
    const there = await evening();
    const hidden = await there.arrive({ name: 'Dan Mori', visible: false });
    const nameless = { ...waiting(hidden), name: null };
    const cookie = await api.cookieOf(there.ana.personId);
    const file = async () => (await submit(api, '/me/privacy', '/me/export', {}, cookie)).text;
    expect((await scan(there.ana, hidden)).mine).toMatchObject([nameless]);
    await answer(hidden, there.ana, false);
    expect((await look(there.ana)).mine).toMatchObject([nameless]);
    await takeBack(there.ana, hidden);
    const { letters } = await look(hidden);
    const typed = await say(there.ana, { code: letters }).expect(200);
    expect(typed.body.mine).toMatchObject([nameless]);
    expect(await file()).not.toContain('Dan Mori');
    await answer(hidden, there.ana, true);
    expect((await look(there.ana)).mine).toMatchObject([agreed(hidden)]);
    // The control: whom they swapped contacts with is in it.
    expect(await file()).toContain('Dan Mori');
  });

  it('names who shows their name only as long as they do', async () => {
    const there = await evening();
    const { ana, ben } = there;
    const cookie = await api.cookieOf(ana.personId);
    const file = async () => (await submit(api, '/me/privacy', '/me/export', {}, cookie)).text;
    expect((await scan(ana, ben)).mine).toMatchObject([waiting(ben)]);
    expect(await file()).toContain('Ben Ode');
    await api.database.sql('update consents set withdrawn_at = app_now() where person_id = $1', [
      ben.personId,
    ]);
    expect((await look(ana)).mine).toMatchObject([{ ...waiting(ben), name: null }]);
    expect(await file()).not.toContain('Ben Ode');
  });

  it('is none when it is a ticket, forged, my own, of another evening or of somebody who did not come', async () => {
    const there = await evening();
    const elsewhere = await evening();
    const absent = await there.arrive({ came: false });
    const codes = [
      ticketOf(api.config.keys, there.ben.attendeeId),
      (await look(there.ben)).code.replace(/.$/, ''),
      (await look(there.ana)).code,
      (await look(elsewhere.ben)).code,
      (await look(absent)).code,
      'K7QM-2XHD',
    ];
    for (const code of codes)
      expect((await say(there.ana, { code })).body).toMatchObject({ code: 'contact-swap-unknown' });
    expect((await say(there.ana, {})).body).toMatchObject({ code: 'contact-swap-unknown' });
  });
});

describe('a no, a silence, a block and a single yes', () => {
  /** What somebody reads after they scanned, less who it is and when. */
  const read = async (who: GuestAtTables) => {
    const { came, open, people, asked, mine } = await look(who);
    const whom = mine.map(({ attendeeId, name, state, contact }) => ({ attendeeId, name, state, contact }));
    return JSON.stringify({ came, open, people, asked, mine: whom });
  };

  it('read the same to whoever asked, and leave the list as it is', async () => {
    const silent = async () => {
      const there = await evening();
      await scan(there.ana, there.ben);
      return there;
    };
    const names = (there: There, text: string) =>
      there.people.reduce((all, { attendeeId, name }) => all.replaceAll(attendeeId, name), text);
    const first = await silent();
    const expected = names(first, await read(first.ana));
    const refused = await silent();
    await answer(refused.ben, refused.ana, false);
    expect((await look(refused.ben)).asked).toEqual([]);
    const blocked = await silent();
    await block(blocked.ben, blocked.ana);
    await tap(blocked.ben, blocked.cleo);
    const blockedBefore = await evening();
    await block(blockedBefore.ben, blockedBefore.ana);
    await scan(blockedBefore.ana, blockedBefore.ben);
    expect((await look(blockedBefore.ben)).asked).toEqual([]);
    const tapped = await evening();
    await tap(tapped.ana, tapped.ben);
    for (const there of [refused, blocked, blockedBefore, tapped])
      expect(names(there, await read(there.ana))).toBe(expected);
  });

  it('end in no agreement between two who are blocked, although both say so', async () => {
    const there = await evening();
    const { ana, ben } = there;
    await scan(ana, ben);
    await block(ana, ben);
    expect((await answer(ben, ana, true)).mine).toMatchObject([waiting(ana)]);
    expect(await known(there)).toEqual([]);
  });

  it('leave whom I blocked out of my own lists, and me on theirs', async () => {
    const { ana, ben } = await evening();
    await tap(ana, ben);
    await tap(ben, ana);
    await block(ana, ben);
    expect(await look(ana)).toMatchObject({ people: [{ name: 'Cleo Fry' }], mine: [] });
    expect((await look(ben)).mine).toMatchObject([agreed(ana)]);
    expect((await look(ben)).people.map(({ name }) => name)).toContain('Ana Lind');
  });

  it('are not asked anew after a no, also when it is taken back and scanned again', async () => {
    const { ana, ben } = await evening();
    await scan(ana, ben);
    await answer(ben, ana, false);
    expect((await takeBack(ana, ben)).mine).toEqual([]);
    expect((await scan(ana, ben)).mine).toMatchObject([waiting(ben)]);
    expect((await look(ben)).asked).toEqual([]);
    expect((await tap(ben, ana)).mine).toMatchObject([agreed(ana)]);
  });
});

describe('taking back', () => {
  it('ends the question, and a yes to it waits', async () => {
    const { ana, ben } = await evening();
    await scan(ana, ben);
    await takeBack(ana, ben);
    expect((await look(ben)).asked).toEqual([]);
    expect((await answer(ben, ana, true)).mine).toMatchObject([waiting(ana)]);
    expect((await look(ana)).mine).toEqual([]);
  });

  it('changes nothing that is agreed', async () => {
    const { ana, ben } = await evening();
    await tap(ana, ben);
    await tap(ben, ana);
    expect((await takeBack(ana, ben)).mine).toMatchObject([agreed(ben)]);
    await answer(ana, ben, false);
    expect((await look(ben)).mine).toMatchObject([agreed(ana)]);
  });

  it('of nobody, and a no to nobody, are harmless', async () => {
    const { ana, ben } = await evening();
    const before = await look(ana);
    expect(await takeBack(ana, ben)).toEqual(before);
    expect(await answer(ana, ben, false)).toEqual(before);
  });
});

describe('contacts are swapped', () => {
  it('among people who came: others see no name and say nothing', async () => {
    const there = await evening();
    const absent = await there.arrive({ came: false });
    expect(await look(absent)).toMatchObject({ came: false, open: true, people: [], asked: [], mine: [] });
    expect((await say(absent, { attendeeId: there.ana.attendeeId })).body).toMatchObject({
      ...{ status: 403, code: 'contact-swaps-came-only' },
    });
    expect((await look(there.ana)).people.map(({ attendeeId }) => attendeeId)).not.toContain(
      absent.attendeeId,
    );
  });

  it('from the beginning of the evening until seven days after it; what is agreed stays', async () => {
    const { ana, ben, cleo } = await evening();
    await tap(ana, ben);
    await tap(ben, ana);
    await api.setTime('2026-10-27T03:59:00Z');
    await tap(ana, cleo);
    await api.setTime('2026-10-27T04:01:00Z');
    expect((await say(ana, { attendeeId: cleo.attendeeId })).body).toMatchObject({
      ...{ status: 409, code: 'contact-swaps-closed' },
    });
    const { open, people, mine } = await look(ana);
    expect({ open, people }).toEqual({ open: false, people: [] });
    expect(mine.map(({ state }) => state).sort()).toEqual(['agreed', 'waiting']);
  });

  it('by whoever holds the link of an RSVP that is confirmed, and nobody else', async () => {
    const { ana } = await evening();
    await api.http.get('/api/v1/evening/forged/swaps').expect(410);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false, confirmed_at = null where id = $1`,
      [ana.attendeeId],
    );
    expect((await api.http.get(path(ana))).status).toBeGreaterThanOrEqual(400);
  });

  it('two hundred times an hour at most', async () => {
    const { ana, ben } = await evening();
    for (let time = 0; time < 200; time += 1) await answer(ana, ben, false);
    expect((await say(ana, { attendeeId: ben.attendeeId })).body).toMatchObject({
      code: 'too-many-requests',
    });
  });
});
