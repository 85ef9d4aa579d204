import { record } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type Evening, type Guest, eveningIn, startEvening } from '../../../test/support/evening.ts';
import { type Changes, SuggestionThreads, decideAndRepair } from './index.ts';

let evening: Evening;
let guests: Guest[];

beforeAll(async () => {
  evening = await startEvening();
});

beforeEach(async () => {
  evening = await eveningIn(evening.api);
  guests = [];
  for (let place = 0; place < 6; place += 1)
    guests.push(await evening.guest({ profile: { maxIntroductions: 1 } }));
  await evening.call('post', '/suggest');
});

afterAll(() => evening.stop());

/** Something happens to the evening while each plan is made. */
class Eventful extends SuggestionThreads {
  plans = 0;

  constructor(private readonly meanwhile: (plan: number) => Promise<unknown>) {
    super();
  }

  override async plan(...search: Parameters<SuggestionThreads['plan']>) {
    this.plans += 1;
    await this.meanwhile(this.plans);
    return super.plan(...search);
  }
}

/** Takes a suggestion away as a host would, and says how often that was begun. */
async function dropOne(threads: SuggestionThreads): Promise<{ begun: number; changes: Changes }> {
  const { api, organizationId, eventId } = evening;
  const { introductions } = await evening.board();
  const id = introductions.find(({ source }) => source === 'suggested')!.id;
  const decider = { organizationId, actor: system, scope: inOrganization(organizationId, system) };
  const waiting = { signal: new AbortController().signal, tell: () => undefined };
  let begun = 0;
  const { changes } = await decideAndRepair(
    { db: api.db, threads, decider, eventId, waiting },
    {
      decide: async (tx) => {
        begun += 1;
        const [pair] = await tx.query<{ a: string; b: string }>(
          `update introductions set state = 'dismissed', close_cause = 'by-host', closed_at = $2 where id = $1
           returning person_a as a, person_b as b`,
          [id, tx.now],
        );
        await record(tx, system, 'introduction.dropped', id);
        return { introductionId: id, touched: [pair!.a, pair!.b], gone: [] };
      },
      done: (_tx, _decided, changes) => Promise.resolve({ changes }),
    },
  );
  return { begun, changes };
}

const audit = () =>
  evening.api.database.sql(
    `select 1 from audit where organization_id = $1 and action = 'introduction.dropped'`,
    [evening.organizationId],
  );
const leave = ({ personId }: Guest) =>
  evening.api.database.sql(`update consents set answer = 'refused' where person_id = $1`, [personId]);

describe('a decision', () => {
  it('is tried out and then kept, once, when nothing changes meanwhile (control)', async () => {
    const threads = new Eventful(() => Promise.resolve());
    const { begun } = await dropOne(threads);
    expect([begun, threads.plans, (await audit()).length]).toEqual([2, 1, 1]);
  });

  it('is planned again when somebody says no while its plan is made, and never brings that person back', async () => {
    const { introductions } = await evening.board();
    const dropped = introductions.find(({ source }) => source === 'suggested')!;
    const leaver = guests.find(({ id }) => id === dropped.a.attendeeId)!;
    const threads = new Eventful(async (plan) => {
      if (plan === 1) await leave(leaver);
    });
    const { begun, changes } = await dropOne(threads);
    expect([begun, threads.plans, (await audit()).length]).toEqual([4, 2, 1]);
    expect(changes.added.flatMap(({ attendeeA, attendeeB }) => [attendeeA, attendeeB])).not.toContain(
      leaver.id,
    );
  });

  it('is kept alone when the evening changes at each try, or when nothing can be planned', async () => {
    const restless = new Eventful((plan) => leave(guests[plan]!));
    expect((await dropOne(restless)).changes).toEqual({ added: [], gone: [] });
    expect([restless.plans, (await audit()).length]).toEqual([3, 1]);
  });

  it('is kept alone when too many wait for a plan', async () => {
    const busy = new SuggestionThreads(undefined, 0);
    const problem = { repair: { standing: [], touched: [] }, people: [] } as never;
    const first = busy.plan(problem, { signal: new AbortController().signal, tell: () => undefined });
    const { begun, changes } = await dropOne(busy);
    await first.catch(() => newId());
    expect([begun, changes]).toEqual([2, { added: [], gone: [] }]);
  });
});
