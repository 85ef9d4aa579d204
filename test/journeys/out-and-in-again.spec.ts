import { keepConsent } from '#libs/database';
import { type Consent, inOrganization, system } from '#libs/domain';
import { type Evening, type Guest, nextEvening, startEvening } from '../support/evening.ts';

// introductions.md, States: a no to introductions ends what was asked or agreed, also if a yes follows before its release.

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

function say({ personId }: Guest, answer: Consent['answer']): Promise<void> {
  const { organizationId, api } = evening;
  const consent = {
    organizationId,
    personId,
    purpose: 'introductions',
    wording: 'test',
    source: 'page',
  } as const;
  return api.db.write(inOrganization(organizationId, system), (tx) =>
    keepConsent(tx, { ...consent, answer }),
  );
}

async function outAndIn(guest: Guest): Promise<void> {
  await say(guest, 'refused');
  await say(guest, 'given');
}

/** The control: the same answers, kept as if nothing followed from them. */
async function outAndInUnnoticed({ personId }: Guest): Promise<void> {
  await sql('update consents set withdrawn_at = app_now() where person_id = $1', [personId]);
  await sql(
    `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
     values (gen_random_uuid(), $1, $2, 'introductions', 'given', 'test', 'page', app_now())`,
    [evening.organizationId, personId],
  );
}

const moments: [string, () => Promise<unknown>][] = [
  ['somebody who was asked', () => Promise.resolve()],
  ['somebody who said yes', () => evening.answer(ana, pair, 'yes')],
  [
    'somebody whom the two yeses would introduce at four',
    async () => {
      await evening.answer(ana, pair, 'yes');
      await evening.answer(ben, pair, 'yes');
    },
  ],
];

describe.each(moments)('out and in again before the release, of %s,', (_, before) => {
  const rest = async () => {
    for (const guest of [ana, ben]) await evening.answer(guest, pair, 'yes');
    await evening.pass('2026-10-21T16:30');
    return (await evening.sent('introduction')).length;
  };

  it('is no introduction', async () => {
    await evening.pass('2026-10-21T12:00');
    await before();
    await outAndIn(ana);
    expect(await rest()).toBe(0);
  });

  it('would be one if the pair did not end with the no', async () => {
    await evening.pass('2026-10-21T12:00');
    await before();
    await outAndInUnnoticed(ana);
    expect(await rest()).toBe(2);
  });

  it('shows nowhere: the other’s question and the host’s word run on to their usual days', async () => {
    await evening.pass('2026-10-21T12:00');
    await before();
    const seen = async () => ({
      board: (await evening.board()).introductions,
      page: (await evening.look(ben, pair)).text.replace(/name="formToken" value="[^"]+"/g, ''),
    });
    const untouched = await seen();
    await outAndIn(ana);
    expect(await seen()).toEqual(untouched);
    await evening.pass('2026-10-27T12:00');
    expect((await evening.board()).introductions[0]?.standing).toBe('asked');
    await evening.pass('2026-11-10T12:00');
    expect((await evening.board()).introductions[0]?.standing).toBe('did not happen');
  });
});

describe('an approval', () => {
  it('outlives out and in again before the first question: both are asked', async () => {
    await outAndIn(ana);
    await evening.pass('2026-10-21T12:00');
    expect((await evening.sent('introduction-ask')).map(({ to }) => to).sort()).toEqual(
      [ana.email, ben.email].sort(),
    );
  });
});

describe('a pause or stopped mail', () => {
  it('that is taken back before the release ends nothing', async () => {
    await evening.pass('2026-10-21T12:00');
    for (const guest of [ana, ben]) await evening.answer(guest, pair, 'yes');
    const pause = (until: string | null) =>
      sql('update people set introductions_paused_until = $2 where id = $1', [ana.personId, until]);
    await pause('2027-01-01T00:00Z');
    await pause(null);
    await evening.pass('2026-10-21T16:30');
    expect(await evening.sent('introduction')).toHaveLength(2);
  });
});
