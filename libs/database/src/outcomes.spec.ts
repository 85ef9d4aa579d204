import type { Introduction, IntroductionSide, Outcome } from '#libs/domain';
import { inOrganization, system } from '#libs/domain';
import { makeComingEvent, makeIntroducedPair } from '../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { Database } from './database.ts';
import { openDataSource } from './open.ts';
import {
  type WhoseIntroduction,
  askLater,
  blockPerson,
  markOutcome,
  sayGlad,
  stopAsking,
  unblockPerson,
  wishCircle,
  withdrawSharing,
} from './outcomes.ts';
import type { Tx } from './tx.ts';

let database: TestDatabase;
let db: Database;
let organizationId: string;
let ana: WhoseIntroduction;
let ben: WhoseIntroduction;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'outcomes', 8));
});

beforeEach(async () => {
  await setTime('2026-10-26T17:00:00Z');
  const event = await makeComingEvent(database);
  ({ organizationId } = event);
  const { id: introductionId, a, b } = await makeIntroducedPair(database, event);
  ana = { organizationId, introductionId, personId: a.id };
  ben = { organizationId, introductionId, personId: b.id };
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

/** Forwards and backwards: each test stands for itself. */
const setTime = (time: string) =>
  database.sql(`update installation set clock_offset = $1::timestamptz - now()`, [time]);
const act = <Result>(work: (tx: Tx) => Promise<Result>) =>
  db.write(inOrganization(organizationId, system), work);
const mark = (whose: WhoseIntroduction, outcome: Outcome | null) =>
  act((tx) => markOutcome(tx, whose, outcome));

async function pairNow() {
  const [row] = await database.sql<Introduction & Record<string, unknown>>(
    `select state, talked_at as "talkedAt", met_at as "metAt", working_at as "workingAt", lapsed_at as "lapsedAt", version
     from introductions where id = $1`,
    [ana.introductionId],
  );
  if (row === undefined) throw new Error('no pair');
  return row;
}

async function sideOf({ introductionId, personId }: WhoseIntroduction) {
  const [row] = await database.sql<IntroductionSide & Record<string, unknown>>(
    `select outcome, glad_at as "gladAt", follow_up_at as "followUpAt", unanswered, stopped_at as "stoppedAt",
       withdrawn_at as "withdrawnAt", circle_wished_at as "circleWishedAt"
     from introduction_sides where introduction_id = $1 and person_id = $2`,
    [introductionId, personId],
  );
  if (row === undefined) throw new Error('no side');
  return row;
}

const mails = () =>
  database.sql<{ kind: string; dueAt: Date }>(
    `select kind, due_at as "dueAt" from mails where subject_id = $1 order by kind`,
    [ana.introductionId],
  );

describe('a mark', () => {
  it('moves the pair when either side says so, and working together only when both do', async () => {
    await mark(ana, 'talked');
    expect((await pairNow()).state).toBe('talked');
    await mark(ben, 'working together');
    expect(await pairNow()).toMatchObject({ state: 'met', workingAt: null });
    expect(await mails()).toEqual([]);
    await mark(ana, 'working together');
    expect((await pairNow()).state).toBe('working together');
    expect((await mails()).map(({ kind }) => kind)).toEqual([
      'introduction-together',
      'introduction-together',
    ]);
  });

  it('is kept on the side of whoever made it, and in nothing that a host or the other sees', async () => {
    const { version } = await pairNow();
    await mark(ana, 'met');
    expect(await sideOf(ana)).toMatchObject({ outcome: 'met' });
    expect(await sideOf(ben)).toMatchObject({ outcome: null, followUpAt: null });
    expect((await pairNow()).version).toBe(version);
    expect(await database.sql('select 1 from audit where subject_id = $1', [ana.introductionId])).toEqual([]);
  });

  it('counts once however often it is said, and keeps the first time', async () => {
    await mark(ana, 'talked');
    const { talkedAt } = await pairNow();
    await setTime('2026-10-28T17:00:00Z');
    await mark(ana, 'talked');
    await mark(ben, 'met');
    expect(await pairNow()).toMatchObject({ state: 'met', talkedAt });
    const log = await database.sql('select 1 from introduction_log where introduction_id = $1', [
      ana.introductionId,
    ]);
    expect(log).toHaveLength(2);
  });

  it('can be taken back, and the pair is where the other side says', async () => {
    await mark(ben, 'talked');
    await mark(ana, 'met');
    await mark(ana, null);
    expect(await pairNow()).toMatchObject({ state: 'talked', metAt: null });
  });

  it('moves the next follow-up of this side at least 14 days away', async () => {
    await setTime('2026-11-05T17:00:00Z');
    await mark(ana, 'talked');
    expect((await sideOf(ana)).followUpAt?.toISOString()).toBe('2026-12-07T18:00:00.000Z');
  });

  it('revives a pair that lapsed, and no mail follows from it', async () => {
    await act((tx) => stopAsking(tx, ana));
    expect((await pairNow()).state).toBe('introduced');
    await act((tx) => stopAsking(tx, ben));
    expect((await pairNow()).state).toBe('lapsed');
    await mark(ben, 'met');
    expect((await pairNow()).state).toBe('met');
    expect([(await sideOf(ana)).followUpAt, (await sideOf(ben)).followUpAt]).toEqual([null, null]);
    await act((tx) => stopAsking(tx, ben));
    expect((await pairNow()).state).toBe('met');
    expect(await mails()).toEqual([]);
  });

  it('is refused where they were never introduced, and to anybody else, in the same words', async () => {
    const stranger = { ...ana, personId: ana.organizationId };
    await expect(mark(stranger, 'met')).rejects.toMatchObject({ code: 'not-found' });
    await database.sql('update introductions set introduced_at = null, state = $2 where id = $1', [
      ana.introductionId,
      'agreed',
    ]);
    await expect(mark(ana, 'met')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('two marks at once', () => {
  /** Both look at the pair before either writes, as long as nothing makes one wait for the other. */
  function unlocked(tx: Tx, bothHaveLooked: () => Promise<void>): Tx {
    return Object.create(tx, {
      locked: { value: tx.one.bind(tx) },
      find: {
        value: async (...given: Parameters<Tx['find']>) => {
          const rows = await tx.find(...given);
          await bothHaveLooked();
          return rows;
        },
      },
    }) as Tx;
  }

  const together: Outcome = 'working together';

  it('end as working together, and both are told once', async () => {
    await Promise.all([mark(ana, together), mark(ben, together), mark(ana, together), mark(ben, together)]);
    expect((await pairNow()).state).toBe(together);
    expect(await mails()).toHaveLength(2);
  });

  it('would end between two states without the lock', async () => {
    let looked = 0;
    const both = Promise.withResolvers<undefined>();
    const meet = () => {
      looked += 1;
      if (looked === 2) both.resolve(undefined);
      return both.promise;
    };
    await Promise.all(
      [ana, ben].map((whose) => act((tx) => markOutcome(unlocked(tx, meet), whose, together))),
    );
    expect([(await sideOf(ana)).outcome, (await sideOf(ben)).outcome]).toEqual([together, together]);
    expect((await pairNow()).state).toBe('met');
    expect(await mails()).toEqual([]);
  });
});

describe('"glad we met"', () => {
  it('is told to both at the next release, once both said so', async () => {
    await act((tx) => sayGlad(tx, ana));
    await act((tx) => sayGlad(tx, ana));
    expect(await mails()).toEqual([]);
    await setTime('2026-10-26T18:30:00Z');
    await act((tx) => sayGlad(tx, ben));
    const posted = await mails();
    expect(posted.map(({ kind }) => kind)).toEqual(['introduction-glad', 'introduction-glad']);
    expect(posted.map(({ dueAt }) => dueAt.toISOString())).toEqual(Array(2).fill('2026-10-26T23:00:00.000Z'));
  });

  it('may be taken back before the other says it', async () => {
    await act((tx) => sayGlad(tx, ana));
    await act((tx) => sayGlad(tx, ana, false));
    await act((tx) => sayGlad(tx, ben));
    expect(await mails()).toEqual([]);
  });
});

describe('"later" and "stop asking"', () => {
  it('belong to one side and can be taken back', async () => {
    await act((tx) => stopAsking(tx, ana));
    expect(await sideOf(ana)).toMatchObject({ followUpAt: null });
    await mark(ana, 'talked');
    expect(await sideOf(ana)).toMatchObject({ followUpAt: null });
    await act((tx) => askLater(tx, ana));
    expect(await sideOf(ana)).toMatchObject({ stoppedAt: null });
    expect((await sideOf(ana)).followUpAt?.toISOString()).toBe('2026-11-09T18:00:00.000Z');
    await act((tx) => askLater(tx, ana));
    expect((await sideOf(ana)).followUpAt?.toISOString()).toBe('2026-11-09T18:00:00.000Z');
    expect(await sideOf(ben)).toMatchObject({ stoppedAt: null });
  });
});

describe('what was shared', () => {
  it('can be taken back once, and a circle wished for', async () => {
    await act((tx) => withdrawSharing(tx, ana));
    const { withdrawnAt } = await sideOf(ana);
    expect(withdrawnAt).not.toBeNull();
    await setTime('2026-10-28T17:00:00Z');
    await act((tx) => withdrawSharing(tx, ana));
    expect((await sideOf(ana)).withdrawnAt).toEqual(withdrawnAt);
    await act((tx) => wishCircle(tx, ben));
    expect((await sideOf(ben)).circleWishedAt).not.toBeNull();
    await act((tx) => wishCircle(tx, ben, false));
    expect((await sideOf(ben)).circleWishedAt).toBeNull();
  });
});

describe('a block', () => {
  const blocks = () =>
    database.sql('select 1 from blocks where person_id = $1 and blocked_id = $2', [
      ana.personId,
      ben.personId,
    ]);

  it('ends the pair inside, and leaves its version and what the other may do', async () => {
    const { version } = await pairNow();
    await act((tx) => blockPerson(tx, ana));
    await act((tx) => blockPerson(tx, ana));
    expect(await blocks()).toHaveLength(1);
    expect(await pairNow()).toMatchObject({ state: 'ended for safety', version });
    await mark(ben, 'met');
    await act((tx) => sayGlad(tx, ben));
    await act((tx) => stopAsking(tx, ben));
    expect(await sideOf(ben)).toMatchObject({ outcome: 'met' });
    expect(await pairNow()).toMatchObject({ state: 'ended for safety', metAt: null });
  });

  it.each(['asking', 'agreed'])('closes a pair that is %s as quietly as a no', async (state) => {
    await database.sql('update introductions set introduced_at = null, state = $2 where id = $1', [
      ana.introductionId,
      state,
    ]);
    await act((tx) => blockPerson(tx, ana));
    expect(await pairNow()).toMatchObject({ state: 'closed quietly' });
  });

  it('is only for somebody one was asked about', async () => {
    await database.sql('update introduction_sides set asked_at = null where introduction_id = $1', [
      ana.introductionId,
    ]);
    await expect(act((tx) => blockPerson(tx, ana))).rejects.toMatchObject({ code: 'not-found' });
    expect(await blocks()).toEqual([]);
  });

  it('can be taken back, and what it ended stays ended', async () => {
    await act((tx) => blockPerson(tx, ana));
    await act((tx) => unblockPerson(tx, ana.personId, ben.personId));
    expect(await blocks()).toEqual([]);
    expect((await pairNow()).state).toBe('ended for safety');
  });
});
