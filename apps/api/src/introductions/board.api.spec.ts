import { keepConsent } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import {
  type Board,
  type Evening,
  type Guest,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';
import { makeAttendee, makeEvent } from '../../../../test/support/factories.ts';

// introductions.md, Who knows what: everything of the board, its order, counters and people, and not the pairs alone.

/** Ten days of five people take a second; on a busy machine many more. */
const patience = 120_000;

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

afterAll(() => first.stop());

interface Story {
  pairs: [string, string];
  ana: Guest;
  ben: Guest;
  /** Nobody asks her anything. */
  eva: Guest;
}

const sql = (text: string, values: unknown[]) => evening.api.database.sql(text, values);

type Fate = (story: Story) => Promise<unknown>;

function refuse({ personId }: Guest): Promise<void> {
  const { organizationId, api } = evening;
  const answer = { purpose: 'introductions', answer: 'refused', wording: 'test', source: 'answer' } as const;
  return api.db.write(inOrganization(organizationId, system), (tx) =>
    keepConsent(tx, { organizationId, personId, ...answer }),
  );
}

const nothing: Fate = () => Promise.resolve();
const fates: [string, Fate][] = [
  ['says no', ({ ana, pairs }) => evening.answer(ana, pairs[0], 'no')],
  ['says yes', ({ ana, pairs }) => evening.answer(ana, pairs[0], 'yes')],
  [
    'says yes, and so does the other, and takes it back',
    async ({ ana, ben, pairs }) => {
      await evening.answer(ana, pairs[0], 'yes');
      await evening.answer(ben, pairs[0], 'yes');
      await evening.answer(ana, pairs[0], 'no');
    },
  ],
  [
    'blocks the other',
    ({ ana, ben }) => sql('insert into blocks values ($1, $2, app_now())', [ana.personId, ben.personId]),
  ],
  [
    'pauses',
    ({ ana }) =>
      sql(`update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`, [
        ana.personId,
      ]),
  ],
  [
    'stops all mail',
    ({ ana }) =>
      sql(`insert into mail_stops values (gen_random_uuid(), $1, null, 'all', app_now())`, [ana.personId]),
  ],
  ['opts out', ({ ana }) => refuse(ana)],
];

const moments = ['2026-10-22T12:00', '2026-10-26T12:00', '2026-10-28T12:30', '2026-10-30T12:00'];

/** The whole board at each moment after Ana met her fate, with a suggestion that nobody decided about beside it. */
async function boards(fate: Fate): Promise<string[]> {
  evening = await nextEvening(first);
  const guests = [];
  for (const name of ['Ana Lind', 'Ben Ode', 'Cleo Fry', 'Dan Mori', 'Eva Sund'])
    guests.push(await evening.guest({ name }));
  const [ana, ben, cleo, dan, eva] = guests as [Guest, Guest, Guest, Guest, Guest];
  const pairs: [string, string] = [await evening.approved(ana, ben), await evening.approved(cleo, dan)];
  await evening.pass('2026-10-21T12:00');
  await fate({ pairs, ana, ben, eva });
  const told: string[] = [];
  for (const moment of moments) {
    await evening.pass(moment);
    told.push(JSON.stringify(await evening.board()));
  }
  return told.map(neutral);
}

/** Ids by the order of their appearance. */
function neutral(text: string): string {
  const names = new Map<string, string>();
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    names.set(id, names.get(id) ?? `id ${names.size}`);
    return names.get(id) ?? '';
  });
}

describe('the whole board', () => {
  let untouched: string[];

  beforeAll(async () => {
    untouched = await boards(nothing);
  }, patience);

  it.each(fates)(
    'is the same when somebody %s',
    async (_, fate) => {
      expect(await boards(fate)).toEqual(untouched);
    },
    patience,
  );

  it(
    'is another once two are introduced, and where somebody whom nobody asked opts out (controls)',
    async () => {
      const bothSayYes: Fate = async ({ ana, ben, pairs }) => {
        for (const guest of [ana, ben]) await evening.answer(guest, pairs[0], 'yes');
      };
      const refuseUnasked: Fate = ({ eva }) => refuse(eva);
      for (const fate of [bothSayYes, refuseUnasked]) expect(await boards(fate)).not.toEqual(untouched);
    },
    patience,
  );

  it('is the same after an opt-out at the evening that asked, and not at another one of the organization', async () => {
    evening = await nextEvening(first);
    const [ana, ben] = [await evening.guest(), await evening.guest()];
    await evening.approved(ana, ben);
    const { api, organizationId, host } = evening;
    const another = await makeEvent(api.database, organizationId);
    await makeAttendee(api.database, another, { person: { id: ana.personId } });
    const there = async (): Promise<number> => {
      const path = `/api/v1/organizations/${organizationId}/events/${another.id}/introductions`;
      const { body } = await api.http.get(path).set('cookie', host).expect(200);
      return (body as Board).counts.optedIn;
    };
    await evening.pass('2026-10-21T12:00');
    const before = [await evening.board(), await there()];
    await refuse(ana);
    expect([await evening.board(), await there()]).toEqual([before[0], 0]);
    expect(before[1]).toBe(1);
  });
});
