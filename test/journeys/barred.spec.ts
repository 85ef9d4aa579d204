import { answerCircle, circleAsRead, plannedCircle } from '../support/circles.ts';
import { type Evening, type Guest, at, deliverDue, nextEvening, startEvening } from '../support/evening.ts';

// introductions.md, States ("ban") and Must never happen, 2: whom the organization bars is introduced to nobody any more.

const patience = 60_000;
let first: Evening;
let evening: Evening;
let ana: Guest;
let ben: Guest;

beforeAll(async () => {
  first = await startEvening();
}, patience);
beforeEach(async () => {
  evening = await nextEvening(first);
  ana = await evening.guest({ name: 'Ana Lind' });
  ben = await evening.guest({ name: 'Ben Ode' });
}, patience);
afterAll(() => first.stop());

const sql = (text: string, values: unknown[] = []) => evening.api.database.sql(text, values);

async function bar({ id }: Guest, barred = true): Promise<void> {
  const { api, organizationId, eventId, host } = evening;
  const path = `/api/v1/organizations/${organizationId}/events/${eventId}/attendees/${id}/bar`;
  await api.http[barred ? 'put' : 'delete'](path).set('cookie', host).expect(200);
}

/** The word of the host for each pair, and who is there to be introduced. */
async function board(): Promise<{ standings: string[]; people: string[] }> {
  const { introductions, people } = await evening.board();
  return {
    standings: introductions.map(({ standing }) => standing),
    people: people.map(({ name }) => name).sort(),
  };
}

const mailsTo = async ({ email }: Guest) =>
  (await evening.sent()).filter(({ to }) => to === email).map(({ kind }) => kind);
const stateOf = async (id: string) => (await sql('select state from introductions where id = $1', [id]))[0];

describe('somebody whom the organization bars', () => {
  it('is not on the board and not suggested any more; a suggestion of theirs goes', async () => {
    await evening.call('post', '/suggest');
    expect(await board()).toEqual({ standings: ['suggested'], people: ['Ana Lind', 'Ben Ode'] });
    await bar(ana);
    expect(await board()).toEqual({ standings: [], people: ['Ben Ode'] });
    await evening.call('post', '/suggest');
    expect((await board()).standings).toEqual([]);
    // The control: it was the bar.
    await bar(ana, false);
    await evening.call('post', '/suggest');
    expect(await board()).toEqual({ standings: ['suggested'], people: ['Ana Lind', 'Ben Ode'] });
  });

  it('is silently never asked where a host had approved: neither of the two hears anything', async () => {
    await evening.approved(ana, ben);
    await bar(ana);
    await evening.pass('2026-10-21T12:00');
    expect((await board()).standings).toEqual(['asked']);
    expect(await evening.sent()).toEqual([]);
    await evening.pass('2026-11-10T12:00');
    expect((await board()).standings).toEqual(['did not happen']);
    expect(await evening.sent()).toEqual([]);
  });

  it('leaves what was asked running on for the other and the host, and ends it inside for good', async () => {
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ana, pair, 'yes');
    const [before, asked] = [await evening.board(), (await evening.look(ben, pair)).text];
    await bar(ana);
    await bar(ana, false);
    const text = (page: string) => page.replace(/name="formToken" value="[^"]+"/g, '');
    expect(text((await evening.look(ben, pair)).text)).toBe(text(asked));
    expect((await evening.board()).introductions).toEqual(before.introductions);
    expect((await evening.answer(ben, pair, 'yes')).status).toBeLessThan(400);
    await evening.pass('2026-11-10T12:00');
    expect((await board()).standings).toEqual(['did not happen']);
    expect(await evening.queued()).not.toContain('introduction');
    expect(await stateOf(pair)).toEqual({ state: 'closed quietly' });
  });

  it('is spoken of no more after an introduction, which the host reads as made', async () => {
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    for (const guest of [ana, ben]) await evening.answer(guest, pair, 'yes');
    await evening.pass('2026-10-21T16:00');
    const heard = [await mailsTo(ana), await mailsTo(ben)];
    expect(heard).toEqual([
      ['introduction-ask', 'introduction'],
      ['introduction-ask', 'introduction'],
    ]);
    await bar(ana);
    await evening.pass('2026-12-20T12:00');
    expect([await mailsTo(ana), await mailsTo(ben)]).toEqual(heard);
    expect((await board()).standings).toEqual(['introduced']);
    expect(await stateOf(pair)).toEqual({ state: 'ended for safety' });
  });

  it('is not written to on the morning after, also if it was on its way', async () => {
    const plan = () =>
      sql('update events set morning_at = $2 where id = $1', [evening.eventId, at('2026-10-20T09:00')]);
    await bar(ana);
    await plan();
    await evening.pass('2026-10-20T12:00');
    expect([await mailsTo(ana), await mailsTo(ben)]).toEqual([[], ['morning-after']]);
    const cem = await evening.guest({ name: 'Cem Ay' });
    await sql(
      `insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at)
       values (gen_random_uuid(), $1, 'morning-after', $2, $3, app_now(), app_now())`,
      [evening.organizationId, cem.id, cem.personId],
    );
    await bar(cem);
    await deliverDue(evening.api);
    expect(await mailsTo(cem)).toEqual([]);
  });

  it('leaves a circle at its next step, and is not told when it meets', async () => {
    const others = [];
    for (const name of ['Cem Ay', 'Dana Po', 'Eli Wu']) others.push(await evening.guest({ name }));
    const all = [ana, ben, ...others];
    const circle = await plannedCircle(evening, all);
    await evening.pass('2026-10-21T10:05');
    for (const guest of all) await answerCircle(evening, guest, circle, 'yes');
    await evening.pass('2026-10-21T17:00');
    expect((await circleAsRead(evening, circle)).members).toBe(5);
    await bar(ana);
    await evening.pass('2026-10-30T12:00');
    expect((await circleAsRead(evening, circle)).members).toBe(4);
    expect(await mailsTo(ana)).toEqual(['circle-ask', 'circle-opened']);
    expect((await mailsTo(ben)).length).toBeGreaterThanOrEqual(2);
  });
});
