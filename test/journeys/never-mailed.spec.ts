import { newId } from '#libs/domain';
import { post } from '#libs/mail';
import { keyedHash } from '#libs/database';
import { ask } from '../../apps/worker/src/introductions/ask.ts';
import { release } from '../../apps/worker/src/introductions/release.ts';
import { remind } from '../../apps/worker/src/introductions/remind.ts';
import {
  type Evening,
  type Guest,
  at,
  deliverDue,
  nextEvening,
  startEvening,
  zone,
} from '../support/evening.ts';

// introductions.md, Must never happen, 2, 3, 4 and 8.

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
});

afterAll(() => first.stop());

const sql = (text: string, values: unknown[]) => evening.api.database.sql(text, values);
const now = (local: string) => evening.api.setTime(at(local).toISOString());
const mailsOf = async (kind: string) => (await evening.sent(kind)).map(({ to }) => to).sort();

const hindrances: [string, () => Promise<unknown>][] = [
  [
    'has opted out',
    () => sql('update consents set withdrawn_at = app_now() where person_id = $1', [ana.personId]),
  ],
  [
    'has paused',
    () =>
      sql(`update people set introductions_paused_until = app_now() + interval '1 day' where id = $1`, [
        ana.personId,
      ]),
  ],
  [
    'has unsubscribed from introductions here',
    () =>
      sql(`insert into mail_stops values (gen_random_uuid(), $1, $2, 'introductions', app_now())`, [
        ana.personId,
        evening.organizationId,
      ]),
  ],
  [
    'is barred by the organization',
    () => sql('insert into bars values ($1, $2, null, app_now())', [evening.organizationId, ana.personId]),
  ],
  ['is erased', () => sql('update people set erased_at = app_now() where id = $1', [ana.personId])],
];

/** Two people asked, and what happens between the worker's decision and the post. */
async function asked(between: () => Promise<unknown>): Promise<void> {
  await now('2026-10-21T10:00');
  await ask({ organizationId: evening.organizationId, personId: ana.personId }, { db: evening.api.db });
  await between();
  await deliverDue(evening.api);
}

describe('never 2: at send time', () => {
  it.each(hindrances)('no question goes to or about somebody who %s', async (_, hindrance) => {
    await asked(hindrance);
    expect(await mailsOf('introduction-ask')).toEqual([]);
  });

  it('a question goes to both when nothing stands between them', async () => {
    await asked(() => Promise.resolve());
    expect(await mailsOf('introduction-ask')).toEqual([ana.email, ben.email].sort());
  });

  it('a block in either direction stops both questions', async () => {
    await asked(() => sql('insert into blocks values ($1, $2, app_now())', [ben.personId, ana.personId]));
    expect(await mailsOf('introduction-ask')).toEqual([]);
  });

  it('nothing goes to a suppressed address', async () => {
    const hash = keyedHash(evening.api.config.keys, 'suppression', ana.email).toString('hex');
    await asked(() => sql(`insert into suppressions values ($1, 'bounced', app_now())`, [hash]));
    expect(await mailsOf('introduction-ask')).toEqual([ben.email]);
  });

  it.each(hindrances)(
    'no reminder goes to somebody who %s, and the other gets theirs',
    async (_, hindrance) => {
      await evening.pass('2026-10-26T09:59');
      await now('2026-10-26T10:00');
      for (const { personId } of [ana, ben])
        await remind({ organizationId: evening.organizationId, personId }, { db: evening.api.db });
      await hindrance();
      await deliverDue(evening.api);
      expect(await mailsOf('introduction-reminder')).toEqual([ben.email]);
    },
  );

  it.each(hindrances)('no introduction goes to anybody when one of the two %s', async (_, hindrance) => {
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes');
    await now('2026-10-21T16:00');
    await release({ organizationId: evening.organizationId, introductionId: pair }, { db: evening.api.db });
    await hindrance();
    await deliverDue(evening.api);
    expect(await evening.queued()).toContain('introduction');
    expect(await mailsOf('introduction')).toEqual([]);
  });
});

describe('never 3: the same mail', () => {
  it('leaves once, however often and however many at a time the worker does its work', async () => {
    const { api, organizationId } = evening;
    await now('2026-10-21T10:00');
    const asking = [ana, ben, ana, ben].map(({ personId }) =>
      ask({ organizationId, personId }, { db: api.db }),
    );
    await Promise.all(asking);
    await Promise.all([deliverDue(api), deliverDue(api)]);
    await evening.pass('2026-10-26T09:59');
    await now('2026-10-26T10:00');
    const reminding = [ana, ben, ana, ben].map(({ personId }) =>
      remind({ organizationId, personId }, { db: api.db }),
    );
    await Promise.all(reminding);
    await Promise.all([deliverDue(api), deliverDue(api)]);
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes');
    await evening.pass('2026-10-26T15:59');
    await now('2026-10-26T16:00');
    const releasing = [1, 2, 3].map(() => release({ organizationId, introductionId: pair }, { db: api.db }));
    await Promise.all(releasing);
    await Promise.all([deliverDue(api), deliverDue(api)]);
    const both = [ana.email, ben.email].sort();
    for (const kind of ['introduction-ask', 'introduction-reminder', 'introduction'])
      expect([kind, await mailsOf(kind)]).toEqual([kind, both]);
  });

  it('would leave twice without the one line in the schema that says what a mail is', async () => {
    const mail = {
      organizationId: evening.organizationId,
      kind: 'introduction' as const,
      subjectId: newId(),
      personId: ana.personId,
    };
    const twice = async () => {
      for (const again of [mail, mail])
        await evening.api.db.write({ kind: 'system' }, (tx) => post(tx, [again]));
      return (await sql('select 1 from mails where subject_id = $1', [mail.subjectId])).length;
    };
    expect(await twice()).toBe(1);
    await sql('alter table mails drop constraint mails_once', []);
    expect(await twice()).toBe(3);
    await sql('delete from mails where subject_id = $1', [mail.subjectId]);
    await sql('alter table mails add constraint mails_once unique (kind, subject_id, person_id, step)', []);
  });
});

describe('never 4: an introduction', () => {
  beforeEach(() => evening.pass('2026-10-21T12:00'));

  const answers: [string, () => Promise<unknown>][] = [
    ['one yes and silence', () => evening.answer(ana, pair, 'yes')],
    [
      'a yes and a no',
      async () => {
        await evening.answer(ana, pair, 'yes');
        await evening.answer(ben, pair, 'no');
      },
    ],
    [
      'two yeses of which one is taken back in time',
      async () => {
        await evening.answer(ana, pair, 'yes');
        await evening.answer(ben, pair, 'yes');
        await evening.pass('2026-10-21T15:59');
        await evening.answer(ana, pair, 'no');
      },
    ],
    [
      'a no that becomes a yes',
      async () => {
        await evening.answer(ana, pair, 'no');
        await evening.answer(ana, pair, 'yes');
        await evening.answer(ben, pair, 'yes');
      },
    ],
    [
      'two yeses and an opt-out before the release',
      async () => {
        await evening.answer(ana, pair, 'yes');
        await evening.answer(ben, pair, 'yes');
        await sql('update consents set withdrawn_at = app_now() where person_id = $1', [ben.personId]);
      },
    ],
    [
      'a second yes after day 7',
      async () => {
        await evening.answer(ana, pair, 'yes');
        await evening.pass('2026-10-28T10:00');
        expect((await evening.answer(ben, pair, 'yes')).status).toBe(410);
      },
    ],
  ];

  it.each(answers)('is never made of %s', async (_, answer) => {
    await answer();
    await evening.pass('2026-11-10T12:00');
    expect(await evening.queued()).not.toContain('introduction');
  });

  it('is made of two yeses: two messages of the same words, each answering to the other', async () => {
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes', 'call me');
    await evening.pass('2026-10-21T15:59');
    expect(await evening.queued()).not.toContain('introduction');
    await evening.pass('2026-10-21T16:00');
    const [one, two] = (await evening.sent('introduction')).sort((x) => (x.to === ana.email ? -1 : 1));
    const words = (text: string | undefined) => text?.replace(/\/unsubscribe\/\S+/, '');
    expect(words(one?.text)).toBe(words(two?.text));
    expect([one?.replyTo, two?.replyTo]).toEqual([null, ana.email]);
    expect((await evening.board()).introductions[0]?.standing).toBe('introduced');
    expect((await evening.look(ana, pair)).status).toBe(410);
  });
});

describe('never 8: post hours', () => {
  /** Counted here anew, so that a fault in the product's own clock would show. */
  const localHour = (moment: Date) => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    const { weekday, hour } = Object.fromEntries(
      parts.formatToParts(moment).map(({ type, value }) => [type, value]),
    );
    return { isWeekend: weekday === 'Sat' || weekday === 'Sun', hour: Number(hour) };
  };

  it('hold when the worker was away at the slot, at the reminder and at the release', async () => {
    await now('2026-10-21T21:30');
    await evening.pass('2026-10-21T23:00');
    expect(await evening.sent()).toEqual([]);
    await evening.pass('2026-10-22T12:00');
    expect(await mailsOf('introduction-ask')).toHaveLength(2);
    await now('2026-10-26T22:00');
    await evening.pass('2026-10-26T23:00');
    expect(await mailsOf('introduction-reminder')).toEqual([]);
    await evening.pass('2026-10-27T18:30');
    expect(await mailsOf('introduction-reminder')).toHaveLength(2);
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes');
    await now('2026-10-31T12:00');
    await evening.pass('2026-11-01T12:00');
    expect(await mailsOf('introduction')).toEqual([]);
    await evening.pass('2026-11-03T12:00');
    expect(await mailsOf('introduction')).toHaveLength(2);
    for (const { at: moment } of await evening.sent()) {
      const { isWeekend, hour } = localHour(moment);
      expect([isWeekend, hour >= 8, hour < 19]).toEqual([false, true, true]);
    }
  });

  it('hold for a mail that could only leave at night: it waits for the next release', async () => {
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes');
    await now('2026-10-21T16:00');
    await release({ organizationId: evening.organizationId, introductionId: pair }, { db: evening.api.db });
    await now('2026-10-21T22:00');
    await deliverDue(evening.api);
    expect(await mailsOf('introduction')).toEqual([]);
    await evening.pass('2026-10-22T10:00');
    const made = await evening.sent('introduction');
    expect(made.map((mail) => localHour(mail.at).hour)).toEqual([10, 10]);
  });

  it('are those of the event: where it is day, the same mail leaves at the same moment (control)', async () => {
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes');
    await now('2026-10-21T16:00');
    await release({ organizationId: evening.organizationId, introductionId: pair }, { db: evening.api.db });
    // 22:00 in Los Angeles is 14:00 of the next day in Tokyo.
    await sql(`update events set time_zone = 'Asia/Tokyo' where id = $1`, [evening.eventId]);
    await now('2026-10-21T22:00');
    await deliverDue(evening.api);
    expect((await evening.sent('introduction')).map((mail) => localHour(mail.at).hour)).toEqual([22, 22]);
  });
});
