import { type Api, startApi } from '../../../../test/support/api.ts';
import { type RunningEvening, makeRunningEvening } from '../../../../test/support/critique-run.ts';
import { makeMember } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T01:30:00Z' });
});
afterAll(() => api.stop());

const feedbackTo = async ({ critiqueSessionId, guest }: RunningEvening) =>
  (await api.http.get(`/api/v1/critique/${guest.token}/sessions/${critiqueSessionId}/now`).expect(200)).body
    .feedbackTo as string;

/** An editor wants the hosts to read the feedback too. */
async function letHostsRead({ organization, base }: RunningEvening) {
  const { personId } = await makeMember(api.database, organization.id, 'editor');
  const cookie = await api.cookieOf(personId);
  const { settingsVersion } = (await api.http.get(base).set('cookie', cookie).expect(200)).body.session as {
    settingsVersion: number;
  };
  const change = { settingsVersion, feedbackTo: 'facilitator' };
  const { status, body } = await api.http.patch(base).set('cookie', cookie).send(change);
  return { status, code: body.code as string, errors: body.errors as unknown, cookie };
}

const write = ({ critiqueSessionId, works }: RunningEvening) => {
  const { assignmentId, critic } = works[0]!.critics[0]!;
  return api.http
    .put(`/api/v1/critique/${critic.token}/sessions/${critiqueSessionId}/critiques/${assignmentId}`)
    .send({ version: 0, meaning: 'The bridge stayed with me.' })
    .expect(200);
};

describe('who reads what critics write', () => {
  it('is said on their phones before they write: its author, or the hosts too', async () => {
    const there = await makeRunningEvening(api, { state: 'open' });
    expect(await feedbackTo(there)).toBe('author');
    expect((await letHostsRead(there)).status).toBe(200);
    expect(await feedbackTo(there)).toBe('facilitator');
  });

  it('is nobody else’s from the moment on at which somebody can write, whatever became of the session', async () => {
    for (const given of [
      { state: 'planned' },
      { state: 'running' },
      { state: 'running', format: 'written' },
      { state: 'ended', released: true },
    ] as const) {
      const there = await makeRunningEvening(api, given);
      if (given.state !== 'ended') await write(there);
      expect(await letHostsRead(there)).toMatchObject({
        status: 409,
        code: 'critique-planned',
        errors: [{ pointer: '/feedbackTo' }],
      });
      expect(await feedbackTo(there)).toBe('author');
    }
  });

  it('is not got round by taking the plan back, because what was written hangs on it', async () => {
    const there = await makeRunningEvening(api, { state: 'planned' });
    await write(there);
    const { cookie } = await letHostsRead(there);
    expect((await there.post('/unplan', {}, cookie)).status).toBe(409);
    expect(await feedbackTo(there)).toBe('author');
  });
});
