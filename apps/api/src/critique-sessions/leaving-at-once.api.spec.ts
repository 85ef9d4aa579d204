import { erasePerson, handleFor } from '#libs/database';
import { everyOrganization, inOrganization, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type Author, type PlanRead, makePlanDesk } from '../../../../test/support/critique-plan.ts';
import { runReseats } from '../../../../test/support/reseats.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-18T18:00:00Z' });
});
afterAll(() => api.stop());

const deadlocks = async (): Promise<number> => {
  const [row] = await api.database.sql<{ deadlocks: string }>(
    'select pg_stat_get_db_deadlocks(oid) as deadlocks from pg_database where datname = current_database()',
  );
  return Number(row?.deadlocks);
};

/** Two tables with ten works, two that wait and five guests; with the way each person has to their page. */
async function fullEvening() {
  const desk = await makePlanDesk(api, { format: 'tables', tables: 2, criticsPerWork: 2 });
  const authors = await desk.works(12);
  const guests = [];
  for (const name of ['Sam', 'Olu', 'Ines', 'Bo', 'Ida']) guests.push(await desk.guest(name));
  const plan = (await desk.post('/plan').expect(200)).body as PlanRead;
  const organizationId = desk.organization.id;
  const pageOf = async ({ personId, attendeeId: subjectId }: Pick<Author, 'personId' | 'attendeeId'>) => {
    const handle = { purpose: 'rsvp', organizationId, personId, subjectId, expiresAt: null } as const;
    const token = await api.db.write(inOrganization(organizationId, system), (tx) =>
      handleFor(tx, api.config.keys, handle),
    );
    return `/api/v1/critique/${token}/sessions/${desk.id}`;
  };
  const at = (place: number) => {
    const id = plan.works.find((work) => work.place === place)?.id;
    return authors.find(({ workId }) => workId === id)!;
  };
  return { desk, plan, guests, at, pageOf };
}

describe('people who leave a session in every way at once', () => {
  it('never wait for each other in a circle, and leave a plan in which everything fits', async () => {
    const { desk, plan, guests, at, pageOf } = await fullEvening();
    const cancel = async ({ personId, attendeeId }: { personId: string; attendeeId: string }) =>
      api.http.post(`/api/v1/me/rsvps/${attendeeId}/cancel`).set('cookie', await api.cookieOf(personId));
    const withdraw = async (author: Author) =>
      api.http.post(`${await pageOf(author)}/work/withdraw`).send({});
    const decline = async (author: Author) => {
      const { id } = plan.hearings.find((one) => one.attendeeId === author.attendeeId)!;
      const { status, body } = await api.http.post(`${await pageOf(author)}/assignments/${id}/decline`);
      // It may have ended a moment before, with the work that it was about.
      return { status: body.code === 'assignment-over' ? 200 : status };
    };
    const erase = async ({ personId }: Author) => {
      await api.db.write(everyOrganization, (tx) => erasePerson(tx, api.config.keys, personId));
      return { status: 200 };
    };
    const reseats = async () => {
      await runReseats(api);
      return { status: 200 };
    };
    const before = await deadlocks();
    const answers = await Promise.all([
      cancel(at(1)),
      withdraw(at(2)),
      reseats(),
      cancel(guests[0]!),
      decline(at(5)),
      erase(at(3)),
      decline(at(6)),
      cancel(at(4)),
      reseats(),
      decline(at(7)),
      cancel(guests[1]!),
      reseats(),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await runReseats(api);
    expect(await deadlocks()).toBe(before);

    const after = await desk.read();
    const gone = [at(1), at(2), at(3), at(4)];
    const heard = after.works.filter(({ state }) => state === 'accepted');
    expect(heard.map(({ id }) => id)).toEqual(expect.arrayContaining([at(11).workId, at(12).workId]));
    expect(after.works.some(({ id }) => gone.some(({ workId }) => workId === id))).toBe(false);
    const standing = after.hearings.filter(({ state }) => state === 'assigned');
    for (const { id } of heard)
      expect(standing.filter(({ submissionId }) => submissionId === id).length).toBeLessThanOrEqual(2);
    const away = [at(1), at(3), at(4), guests[0]!, guests[1]!].map(({ attendeeId }) => attendeeId);
    expect(standing.filter(({ attendeeId }) => away.includes(attendeeId))).toEqual([]);
    expect(standing.every(({ submissionId }) => heard.some(({ id }) => id === submissionId))).toBe(true);
    // Nobody is in two rooms.
    const tableOf = new Map(heard.map(({ id, table }) => [id, table]));
    for (const { attendeeId } of standing) {
      const tables = standing
        .filter((one) => one.attendeeId === attendeeId)
        .map(({ submissionId }) => tableOf.get(submissionId));
      expect(new Set(tables).size).toBe(1);
    }
  });

  it('would be seen to wait in a circle, did they (control)', async () => {
    const { desk, at } = await fullEvening();
    const before = await deadlocks();
    const lock = (id: string) => `select id from submissions where id = '${id}' for update`;
    const scope = inOrganization(desk.organization.id, system);
    let meet: (() => void)[] = [];
    const both = (first: string, second: string) =>
      api.db.write(scope, async (tx) => {
        await tx.query(lock(first));
        // Each goes on once the other has its first; the one who tries again comes alone.
        if ((await deadlocks()) === before && meet.length < 2)
          await new Promise<void>((resolve) => {
            meet.push(resolve);
            if (meet.length === 2) for (const go of meet) go();
          });
        await tx.query(lock(second));
      });
    await Promise.all([both(at(1).workId, at(2).workId), both(at(2).workId, at(1).workId)]);
    meet = [];
    expect(await deadlocks()).toBe(before + 1);
  });
});
