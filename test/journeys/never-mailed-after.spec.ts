import {
  type WhoseIntroduction,
  keyedHash,
  markOutcome,
  sayGlad,
  type Tx,
  withdrawSharing,
} from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { followUp } from '../../apps/worker/src/introductions/follow-up.ts';
import { type Evening, type Guest, at, deliverDue, nextEvening, startEvening } from '../support/evening.ts';

// introductions.md, Must never happen, 2 and 11, for the mails of the months after an introduction. Each is queued first,
// then something happens, and only then the post comes by.

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
  await evening.answer(ana, pair, 'yes');
  await evening.answer(ben, pair, 'yes');
  await evening.pass('2026-10-21T16:00');
  // The draw of who writes first is another test's; here it is Ana.
  await sql('update introductions set first_mover = $2 where id = $1', [pair, ana.personId]);
  await sql(
    `update mails set person_id = $2, speaks_of = array[$1::uuid, $3::uuid] where subject_id = $1
    and kind = 'introduction-nudge'`,
    [pair, ana.personId, ben.personId],
  );
});

afterAll(() => first.stop());

const sql = (text: string, values: unknown[] = []) => evening.api.database.sql(text, values);
const now = (local: string) => evening.api.setTime(at(local).toISOString());
const whose = ({ personId }: Guest): WhoseIntroduction => ({
  organizationId: evening.organizationId,
  introductionId: pair,
  personId,
});
const act = (work: (tx: Tx) => Promise<unknown>) =>
  evening.api.db.write(inOrganization(evening.organizationId, system), work);

interface Kind {
  kind: string;
  /** Who gets it when nothing stands in the way. */
  readers: () => Guest[];
  /** Time stands where it is due and it waits in the queue. */
  queue: () => Promise<unknown>;
}

const both = () => [ana, ben];
const kinds: Kind[] = [
  { kind: 'introduction-nudge', readers: () => [ana], queue: () => now('2026-10-26T10:00') },
  {
    kind: 'introduction-follow-up',
    readers: both,
    queue: async () => {
      await evening.pass('2026-11-04T09:59');
      await now('2026-11-04T10:00');
      const { organizationId, api } = evening;
      for (const { personId } of [ana, ben]) await followUp({ organizationId, personId }, { db: api.db });
    },
  },
  {
    kind: 'introduction-glad',
    readers: both,
    queue: async () => {
      for (const guest of [ana, ben]) await act((tx) => sayGlad(tx, whose(guest)));
      await now('2026-10-22T10:00');
    },
  },
  {
    kind: 'introduction-together',
    readers: both,
    queue: async () => {
      for (const guest of [ana, ben]) await act((tx) => markOutcome(tx, whose(guest), 'working together'));
      await now('2026-10-22T10:00');
    },
  },
];

const stopped = (topic: string, everywhere = false) =>
  sql(`insert into mail_stops values (gen_random_uuid(), $1, $2, $3, app_now())`, [
    ana.personId,
    everywhere ? null : evening.organizationId,
    topic,
  ]);

/** What keeps Ana's mail from leaving, and leaves Ben's alone: that it stopped would tell him of her. */
const hersAlone: [string, () => Promise<unknown>][] = [
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
    'is barred by the organization',
    () => sql('insert into bars values ($1, $2, null, app_now())', [evening.organizationId, ana.personId]),
  ],
  ['has stopped being asked how it goes', () => stopped('follow-ups')],
  ['has stopped introductions', () => stopped('introductions')],
  ['has stopped all mail everywhere', () => stopped('all', true)],
  [
    'has a suppressed address',
    () =>
      sql(`insert into suppressions values ($1, 'bounced', app_now())`, [
        keyedHash(evening.api.config.keys, 'suppression', ana.email).toString('hex'),
      ]),
  ],
];

/** A block keeps every mail from leaving but the follow-up of whoever was blocked, who would miss a name in it. */
const blocks: [string, () => Promise<unknown>, () => Guest][] = [
  [
    'she has blocked him',
    () => sql('insert into blocks values ($1, $2, app_now())', [ana.personId, ben.personId]),
    () => ben,
  ],
  [
    'he has blocked her',
    () => sql('insert into blocks values ($1, $2, app_now())', [ben.personId, ana.personId]),
    () => ana,
  ],
];

/** What keeps both mails from leaving. */
const ofBoth: [string, () => Promise<unknown>][] = [
  ['she has left', () => sql('update people set erased_at = app_now() where id = $1', [ana.personId])],
  ['she took back what she shared', () => act((tx) => withdrawSharing(tx, whose(ana)))],
  [
    'the pair was ended for safety',
    () => sql(`update introductions set state = 'ended for safety' where id = $1`, [pair]),
  ],
];

describe.each(kinds)('never 2: $kind', ({ kind, readers, queue }) => {
  const left = async () => (await evening.sent(kind)).map(({ to }) => to).sort();
  const addresses = (guests: Guest[]) => guests.map(({ email }) => email).sort();

  it('leaves when nothing stands in the way', async () => {
    await queue();
    await deliverDue(evening.api);
    expect(await left()).toEqual(addresses(readers()));
  });

  it.each(hersAlone)(
    'does not go to somebody who %s, and the other’s leaves as ever',
    async (_, hindrance) => {
      await queue();
      await hindrance();
      await deliverDue(evening.api);
      expect(await left()).toEqual(addresses(readers().filter((guest) => guest !== ana)));
      expect(await evening.queued()).toContain(kind);
    },
  );

  it.each(blocks)('never goes to whoever blocks: %s', async (_, hindrance, blocked) => {
    await queue();
    await hindrance();
    await deliverDue(evening.api);
    expect(await left()).toEqual(kind === 'introduction-follow-up' ? [blocked().email] : []);
    expect(await evening.queued()).toContain(kind);
  });

  it('goes to nobody whom the introduction itself never reached', async () => {
    await queue();
    await sql(
      `update mails set state = 'suppressed' where kind = 'introduction' and subject_id = $1 and person_id = $2`,
      [pair, ana.personId],
    );
    await deliverDue(evening.api);
    expect(await left()).toEqual(addresses(readers().filter((guest) => guest !== ana)));
  });

  it.each(ofBoth)('goes to neither when %s', async (_, hindrance) => {
    await queue();
    await hindrance();
    await deliverDue(evening.api);
    expect(await left()).toEqual([]);
    expect(await evening.queued()).toContain(kind);
  });
});

describe('a stage of somebody whom the introduction never reached', () => {
  it('passes without a mail, and the other one is asked', async () => {
    await sql(
      `update mails set state = 'suppressed' where kind = 'introduction' and subject_id = $1 and person_id = $2`,
      [pair, ana.personId],
    );
    await evening.pass('2026-11-30T12:00');
    const rows = await sql(
      `select s.person_id as who, s.unanswered, s.follow_up_at > app_now() as later from introduction_sides s
       where s.introduction_id = $1 and s.person_id = $2`,
      [pair, ana.personId],
    );
    expect(rows).toEqual([{ who: ana.personId, unanswered: 0, later: true }]);
    const asked = await sql(
      `select person_id as who from mails where kind = 'introduction-follow-up' and state = 'sent'
      and organization_id = $1`,
      [evening.organizationId],
    );
    expect(asked).toEqual([{ who: ben.personId }]);
  });
});

describe('never 2: a stage that somebody could not be written to', () => {
  it('passes without a mail and without counting as silence', async () => {
    await sql(`update people set introductions_paused_until = '2026-12-01T00:00Z' where id = $1`, [
      ana.personId,
    ]);
    await evening.pass('2026-11-30T12:00');
    expect((await evening.sent('introduction-follow-up')).map(({ to }) => to)).toEqual([ben.email]);
    const [side] = await sql(
      'select unanswered, follow_ups as sent from introduction_sides where introduction_id = $1 and person_id = $2',
      [pair, ana.personId],
    );
    expect(side).toEqual({ unanswered: 0, sent: 0 });
    await evening.pass('2026-12-02T12:00');
    expect((await evening.sent('introduction-follow-up')).map(({ to }) => to)).toContain(ana.email);
  });
});
