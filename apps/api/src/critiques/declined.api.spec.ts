import { type Api, startApi } from '../../../../test/support/api.ts';
import { type GivenSession, makeThere } from '../../../../test/support/critique-evening.ts';
import { type RunningEvening, makeRunningEvening } from '../../../../test/support/critique-run.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T01:30:00Z' });
});
afterAll(() => api.stop());

interface Heard {
  submissionId: string;
  state: string;
  standby: boolean;
}

const pathOf = ({ critiqueSessionId }: RunningEvening, token: string) =>
  `/api/v1/critique/${token}/sessions/${critiqueSessionId}`;

/** The first critic of the first work says that they cannot. */
async function declined(given: GivenSession = {}, before?: (there: RunningEvening) => Promise<unknown>) {
  const there = await makeRunningEvening(api, given);
  await before?.(there);
  const work = there.works[0]!;
  const { assignmentId, critic } = work.critics[0]!;
  await api.http.post(`${pathOf(there, critic.token)}/assignments/${assignmentId}/decline`).expect(200);
  return { there, work, critic, assignmentId };
}

const hears = async (there: RunningEvening, token: string): Promise<Heard[]> =>
  (await api.http.get(`${pathOf(there, token)}/now`).expect(200)).body.hearings as Heard[];

const mailed = ({ organization }: RunningEvening) =>
  api.database.sql<{ personId: string; kind: string }>(
    `select person_id as "personId", kind from mails where organization_id = $1`,
    [organization.id],
  );

describe('a critic who says in time that they cannot hear a work', () => {
  it('is replaced by a guest without a work, before the evening and while it runs, and every screen shows it', async () => {
    for (const state of ['planned', 'running'] as const) {
      const { there, work } = await declined({ state });
      expect(await hears(there, there.guest.token)).toMatchObject([
        { submissionId: work.id, state: 'assigned', standby: true },
      ]);
      const { critics, lacks, standbyLeft } = await there.slotAt(1, 1);
      expect(critics.map((critic) => critic.state).sort()).toEqual(['assigned', 'assigned', 'declined']);
      expect([lacks, standbyLeft]).toEqual([0, 0]);
    }
  });

  it('is replaced at home too, by somebody who is written to', async () => {
    const { there, work, critic } = await declined({ format: 'written', state: 'running' });
    expect(await hears(there, there.guest.token)).toMatchObject([
      { submissionId: work.id, state: 'assigned', standby: true },
    ]);
    expect(await mailed(there)).toEqual([{ personId: there.guest.personId, kind: 'critique-assigned' }]);
    expect(await hears(there, critic.token)).toContainEqual(
      expect.objectContaining({ submissionId: work.id, state: 'declined' }),
    );
  });

  it('leaves a work that lacks a critic where nobody can stand in, and the screens say so', async () => {
    const { there, work } = await declined({}, ({ works, guest }) =>
      api.database.sql('insert into blocks values ($1, $2, app_now())', [
        works[0]!.author.personId,
        guest.personId,
      ]),
    );
    expect(await hears(there, there.guest.token)).toEqual([]);
    const { critics, lacks } = await there.slotAt(1, 1);
    expect(critics.filter((critic) => critic.state === 'assigned')).toHaveLength(1);
    expect(lacks).toBe(1);
    expect((await there.slotAt(1, 2)).lacks).toBe(0);
    expect(work.critics).toHaveLength(2);
  });

  it('is not called for another work after that, who stood in themselves', async () => {
    const { there } = await declined();
    const sam = there.guest;
    const [called] = (await api.http.get(`${pathOf(there, sam.token)}/now`).expect(200)).body.hearings as {
      assignmentId: string;
    }[];
    await api.http
      .post(`${pathOf(there, sam.token)}/assignments/${called!.assignmentId}/decline`)
      .expect(200);
    const { assignmentId, critic } = there.works[1]!.critics[0]!;
    await api.http.post(`${pathOf(there, critic.token)}/assignments/${assignmentId}/decline`).expect(200);
    expect((await hears(there, sam.token)).map(({ state }) => state)).toEqual(['declined']);
    expect((await there.slotAt(1, 2)).lacks).toBe(1);
    // The control: somebody who did not say so is called.
    const other = await makeThere(api, there.event, 'Olu Other');
    const next = there.works[1]!.critics[1]!;
    await api.http
      .post(`${pathOf(there, next.critic.token)}/assignments/${next.assignmentId}/decline`)
      .expect(200);
    expect(await hears(there, other.token)).toMatchObject([{ submissionId: there.works[1]!.id }]);
  });

  it('calls one person and not two, of two tabs that say it at once', async () => {
    const there = await makeRunningEvening(api);
    await makeThere(api, there.event, 'Olu Other');
    const { assignmentId, critic } = there.works[0]!.critics[0]!;
    const say = () => api.http.post(`${pathOf(there, critic.token)}/assignments/${assignmentId}/decline`);
    expect((await Promise.all([say(), say(), say()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await there.slotAt(1, 1)).critics.filter(({ standby }) => standby)).toHaveLength(1);
  });
});

describe('how many can still stand in', () => {
  it('counts guests without a work who are coming, did not say no and sit at no other table', async () => {
    const there = await makeRunningEvening(api, { tables: 2, authors: 6 });
    const left = async () => {
      const run = (await api.http.get(`${there.base}/live`).set('cookie', there.cookie).expect(200)).body as {
        standbyLeft: number;
        slots: { table: number; round: number; standbyLeft: number }[];
      };
      const at = (table: number, round: number) =>
        run.slots.find((slot) => slot.table === table && slot.round === round)?.standbyLeft;
      return [run.standbyLeft, at(1, 1), at(1, 2), at(2, 1)];
    };
    expect(await left()).toEqual([1, 1, 1, 1]);
    const { assignmentId } = there.works[0]!.critics[0]!;
    await there.post(`/assignments/${assignmentId}/missing`).expect(204);
    expect(await left()).toEqual([1, 0, 1, 0]);
    const [called] = (await there.slotAt(1, 1)).critics.filter(({ standby }) => standby);
    await there.post(`/assignments/${called!.assignmentId}/missing`).expect(204);
    expect(await left()).toEqual([0, 0, 0, 0]);
  });
});
