import { inOrganization, newId, system } from '#libs/domain';
import { CritiqueSession, found } from '#libs/domain';
import { postPlan } from '#libs/mail';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type GivenSession,
  makeCritiqueEvening,
} from '../../../../test/support/critique-evening.ts';
import { at, deliverDue, passTime, sentMails } from '../../../../test/support/evening.ts';

// A written session from its plan on: 72 hours, a reminder after 48, the letters, and what the post brought each.

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: at('2026-10-20T09:00').toISOString() });
});
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);

/** Planned at this local minute, by default on Tuesday at nine. */
async function planned(given: GivenSession & { planned?: string } = {}): Promise<CritiqueEvening> {
  const { planned: local = '2026-10-20T09:00', ...session } = given;
  await api.setTime(at(local).toISOString());
  const there = await makeCritiqueEvening(api, {
    format: 'written',
    state: 'running',
    authors: 4,
    names: ['Ana Lind', 'Ben Ode', 'Cleo Fry', 'Dan Mori'],
    ...session,
  });
  await sql(
    `update critique_sessions set due_at = app_now() + interval '72 hours', release_at = app_now() + interval '72 hours',
       remind_at = app_now() + interval '48 hours' where id = $1 and format = 'written'`,
    [there.critiqueSessionId],
  );
  await post(there);
  return there;
}

const post = (
  { critiqueSessionId: id, organization }: CritiqueEvening,
  changed: ReadonlySet<string> | null = null,
) =>
  api.db.write(inOrganization(organization.id, system), async (tx) =>
    postPlan(tx, found(await tx.one(CritiqueSession, { id })), changed),
  );

/** This person's critiques, each of so many words. */
const write = (there: CritiqueEvening, at: number, words: number) =>
  sql(
    `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, words, saved_at)
     select gen_random_uuid(), organization_id, id, submission_id, person_id, 'Words.', $3, app_now() from assignments
     where critique_session_id = $1 and person_id = $2`,
    [there.critiqueSessionId, there.people[at]!.personId, words],
  );

/** Who got what when, by the first names of their greetings, in the event's zone. */
async function post72({ organization }: CritiqueEvening): Promise<string[]> {
  const mails = await sentMails(api, organization.id);
  const minute = new Intl.DateTimeFormat('sv', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'America/Los_Angeles',
  });
  return mails
    .map(({ kind, text, at: when }) => `${minute.format(when)} ${kind} ${/Hello (\w+)/.exec(text)![1]!}`)
    .sort();
}

describe('a written session', () => {
  it('deals works out by mail, reminds whoever lacks words after 48 hours, and hands over the letters after 72', async () => {
    const there = await planned();
    await deliverDue(api);
    await write(there, 0, 150);
    await write(there, 1, 149);
    await passTime(api, at('2026-10-24T12:00'));
    expect(await post72(there)).toEqual([
      '2026-10-20 09:00 critique-assigned Ana',
      '2026-10-20 09:00 critique-assigned Ben',
      '2026-10-20 09:00 critique-assigned Cleo',
      '2026-10-20 09:00 critique-assigned Dan',
      '2026-10-22 09:00 critique-reminder Ben',
      '2026-10-22 09:00 critique-reminder Cleo',
      '2026-10-22 09:00 critique-reminder Dan',
      '2026-10-23 09:00 critique-feedback Ana',
      '2026-10-23 09:00 critique-feedback Ben',
      '2026-10-23 09:00 critique-feedback Cleo',
      '2026-10-23 09:00 critique-feedback Dan',
    ]);
    const [assigned] = await sentMails(api, there.organization.id, 'critique-assigned');
    expect(assigned?.subject).toBe('2 works for your ears');
    expect(assigned?.text).toMatch(/“Work.*” by (?:Ana Lind|Ben Ode|Cleo Fry|Dan Mori)\n/);
    expect(assigned?.text).toContain('until Friday 23 October 2026, 09:00, Los Angeles time (PDT)');
    const states = await sql<{ state: string }>(
      `select state from assignments where critique_session_id = $1 and person_id = any ($2::uuid[]) order by state`,
      [there.critiqueSessionId, there.people.slice(0, 2).map(({ personId }) => personId)],
    );
    expect(states.map(({ state }) => state)).toEqual(['done', 'done', 'missed', 'missed']);
  });

  it('reminds by day, also at a weekend, and nobody who has finished meanwhile', async () => {
    const there = await planned({ planned: '2026-10-22T22:30' });
    await passTime(api, at('2026-10-25T07:59'));
    expect(await sentMails(api, there.organization.id, 'critique-reminder')).toEqual([]);
    for (const who of [0, 1, 2]) await write(there, who, 200);
    await passTime(api, at('2026-10-25T08:00'));
    expect((await post72(there)).filter((line) => line.includes('reminder'))).toEqual([
      '2026-10-25 08:00 critique-reminder Dan',
    ]);
  });

  it('keeps names back while it is blind', async () => {
    const there = await planned({ blind: 'round' });
    await deliverDue(api);
    const mails = await sentMails(api, there.organization.id, 'critique-assigned');
    expect(mails).toHaveLength(4);
    for (const { text } of mails) expect(text).not.toContain(' by ');
  });

  it('writes to nobody any more whose evening was cancelled, or who gave their seat away', async () => {
    const there = await planned();
    await sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [there.people[0]!.attendeeId],
    );
    await deliverDue(api);
    expect(await sentMails(api, there.organization.id)).toHaveLength(3);
    await sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      there.event.id,
    ]);
    await passTime(api, at('2026-10-24T12:00'));
    expect(await sentMails(api, there.organization.id)).toHaveLength(3);
  });
});

describe('the plan of an evening', () => {
  const texts = async ({ organization }: CritiqueEvening) =>
    (await sentMails(api, organization.id, 'critique-place')).map(({ text }) => text);

  it('tells each author their table, their place, about when, and whom they hear', async () => {
    const there = await planned({
      format: 'tables',
      state: 'planned',
      tables: 2,
      planned: '2026-10-19T17:00',
    });
    await deliverDue(api);
    const mails = await texts(there);
    expect(mails).toHaveLength(4);
    const dans = mails.find((text) => text.startsWith('Hello Dan,'));
    expect(dans).toContain('When: about Monday 19 October 2026, 18:30, Los Angeles time (PDT)');
    expect(dans).toContain('Table: 2');
    expect(dans).toContain('Place: 2');
    expect(dans).toMatch(/You hear: “Work.*” by Ben Ode\n/);
  });

  it('tells the others their place on the waitlist', async () => {
    const there = await planned({ format: 'live', state: 'planned', planned: '2026-10-19T17:00' });
    await sql(`update submissions set state = 'waitlisted' where critique_session_id = $1 and place >= 3`, [
      there.critiqueSessionId,
    ]);
    await deliverDue(api);
    const waiting = (await texts(there)).filter((text) => text.includes('waitlist'));
    expect(waiting.map((text) => /number (\d)/.exec(text)![1]).sort()).toEqual(['1', '2']);
  });

  it('writes again only to those whom a new plan treats otherwise, and once for each plan', async () => {
    const there = await planned({ format: 'live', state: 'planned', planned: '2026-10-19T17:00' });
    await post(there);
    await deliverDue(api);
    expect(await texts(there)).toHaveLength(4);
    await sql('update critique_sessions set version = version + 1 where id = $1', [there.critiqueSessionId]);
    await post(there, new Set([there.people[0]!.personId, newId()]));
    await deliverDue(api);
    expect(await texts(there)).toHaveLength(5);
  });
});
