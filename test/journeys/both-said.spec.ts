import { type WhoseIntroduction, markOutcome, sayGlad, type Tx } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type Evening, type Guest, nextEvening, startEvening } from '../support/evening.ts';

// introductions.md, Who knows what: "glad we met" and "working together" are told once both said so, whatever becomes of
// their mails; and an introduction that reached nobody shows to nobody.

let first: Evening;
let evening: Evening;
let ana: Guest;
let ben: Guest;
let pair: string;

beforeAll(async () => {
  first = await startEvening();
});
beforeEach(async () => {
  evening = await nextEvening(first);
  ana = await evening.guest({ name: 'Ana Lind' });
  ben = await evening.guest({ name: 'Ben Ode' });
  pair = await evening.approved(ana, ben);
  await evening.pass('2026-10-21T12:00');
});
afterAll(() => first.stop());

const sql = (text: string, values: unknown[]) => evening.api.database.sql(text, values);
const pause = ({ personId }: Guest) =>
  sql(`update people set introductions_paused_until = app_now() + interval '9 months' where id = $1`, [
    personId,
  ]);

interface Mine {
  asks: { introductionId: string; answer: string }[];
  introductions: { name: string; contact: string; bothGlad: boolean; bothWorking: boolean }[];
}

async function mineOf({ personId }: Guest): Promise<Mine> {
  const cookie = await evening.api.cookieOf(personId);
  return (await evening.api.http.get('/api/v1/me/introductions').set('cookie', cookie).expect(200))
    .body as Mine;
}

async function bothYes(): Promise<void> {
  for (const guest of [ana, ben]) await evening.answer(guest, pair, 'yes');
}

describe('what both said', () => {
  const whose = ({ personId }: Guest): WhoseIntroduction => ({
    organizationId: evening.organizationId,
    introductionId: pair,
    personId,
  });
  const act = (work: (tx: Tx) => Promise<unknown>) =>
    evening.api.db.write(inOrganization(evening.organizationId, system), work);
  const glad = (guest: Guest, is = true) => act((tx) => sayGlad(tx, whose(guest), is));
  const working = (guest: Guest, are = true) =>
    act((tx) => markOutcome(tx, whose(guest), are ? 'working together' : null));
  const toldOf = async (guest: Guest) => {
    const [introduction] = (await mineOf(guest)).introductions;
    return [introduction?.bothGlad, introduction?.bothWorking];
  };

  beforeEach(async () => {
    await bothYes();
    await evening.pass('2026-10-21T17:00');
  });

  it('shows from its release on, also to somebody whose mail was held back, and to the other', async () => {
    await pause(ana);
    for (const guest of [ana, ben]) await glad(guest);
    for (const guest of [ana, ben]) await working(guest);
    expect([await toldOf(ana), await toldOf(ben)]).toEqual([
      [false, false],
      [false, false],
    ]);
    await evening.pass('2026-10-22T11:00');
    expect((await evening.sent('introduction-glad')).map(({ to }) => to)).toEqual([ben.email]);
    expect([await toldOf(ana), await toldOf(ben)]).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it('is never taken away again once it was told', async () => {
    for (const guest of [ana, ben]) await glad(guest);
    for (const guest of [ana, ben]) await working(guest);
    await evening.pass('2026-10-22T11:00');
    await glad(ben, false);
    await working(ben, false);
    expect([await toldOf(ana), await toldOf(ben)]).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it('can be taken back until then, and is told at the release after it was said again', async () => {
    for (const guest of [ana, ben]) await glad(guest);
    for (const guest of [ana, ben]) await working(guest);
    await glad(ana, false);
    await working(ana, false);
    await evening.pass('2026-10-22T11:00');
    expect([await toldOf(ana), await toldOf(ben)]).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(await evening.sent('introduction-glad')).toEqual([]);
    await glad(ana);
    await working(ana);
    expect(await toldOf(ben)).toEqual([false, false]);
    await evening.pass('2026-10-22T17:00');
    expect(await toldOf(ben)).toEqual([true, true]);
  });
});

describe('an introduction that one of the two ends between its release and the post', () => {
  /** Released and waiting in the queue; no post comes by before `between` is done. */
  const released = async (between: () => Promise<unknown>) => {
    await bothYes();
    await evening.pass('2026-10-21T15:59');
    await sql(
      `create or replace function hold() returns trigger language plpgsql as $$
       begin new.due_at := new.due_at + interval '10 minutes'; return new; end $$`,
      [],
    );
    await sql(
      `create trigger held before insert on mails for each row when (new.kind = 'introduction') execute function hold()`,
      [],
    );
    await evening.pass('2026-10-21T16:05');
    await sql('drop trigger held on mails', []);
    await between();
    const meanwhile = await mineOf(ben);
    await evening.pass('2026-10-21T17:00');
    return { meanwhile, sent: (await evening.sent('introduction')).length };
  };
  const cookieCall = async (guest: Guest, act: string) => {
    const cookie = await evening.api.cookieOf(guest.personId);
    return evening.api.http.post(`/api/v1/me/introductions/${pair}/${act}`).set('cookie', cookie).send({});
  };

  it('never 5: names nobody to either on any page, and leaves the question as it stood', async () => {
    const before = await mineOf(ben);
    const { meanwhile, sent } = await released(() => pause(ana));
    expect(sent).toBe(0);
    for (const mine of [meanwhile, await mineOf(ana), await mineOf(ben)]) {
      expect(mine.introductions).toEqual([]);
      expect(mine.asks).toMatchObject([{ introductionId: pair, answer: 'yes' }]);
    }
    expect(before.asks).toMatchObject([{ introductionId: pair }]);
    expect((await evening.look(ben, pair)).status).toBe(200);
    expect((await cookieCall(ben, 'glad')).status).toBe(404);
    expect((await evening.board()).introductions[0]?.standing).toBe('introduced');
    await evening.pass('2026-12-15T12:00');
    expect(
      (await evening.sent()).map(({ kind }) => kind).filter((kind) => kind !== 'introduction-ask'),
    ).toEqual([]);
    expect((await mineOf(ben)).introductions).toEqual([]);
  });

  it('shows to both when nobody did (control)', async () => {
    const { sent } = await released(() => Promise.resolve());
    expect(sent).toBe(2);
    expect((await mineOf(ana)).introductions).toMatchObject([{ name: 'Ben Ode', contact: ben.email }]);
    expect((await mineOf(ben)).introductions).toMatchObject([{ name: 'Ana Lind', contact: ana.email }]);
    expect((await mineOf(ben)).asks).toEqual([]);
    expect((await evening.look(ben, pair)).status).toBe(410);
    expect((await cookieCall(ben, 'glad')).status).toBeLessThan(300);
  });
});
