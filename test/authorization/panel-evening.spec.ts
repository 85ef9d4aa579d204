import { newId } from '#libs/domain';
import { type Route, routesOf } from '../../apps/api/src/routes.ts';
import { type Api, startApi } from '../support/api.ts';
import { makeMember } from '../support/factories.ts';
import { type PanelEvening, makePanelEvening, panelDesk } from '../support/panel-evening.ts';

// Anonymous means to everybody: every route that answers, asked by everybody with every id there is, and what it said searched
// for a question beside whoever asked it. The routes are the app's own, so one that is new is asked too.

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterAll(() => api.stop());

const looking = (): Route[] => routesOf(api.app).filter(({ method }) => method === 'GET');
const below = '/api/v1/evening/:token/panels/:panelId';

/** An anonymous question of Ana and a named one of Ben, each with a vote of Cleo's, both moderated. */
async function anEvening() {
  const evening = await makePanelEvening(api);
  const desk = panelDesk(api, evening);
  const [ana, ben, cleo] = evening.guests;
  const forId = evening.panelists[0].panelPersonId;
  const anonymous = {
    text: 'Who cut the anonymous reel?',
    id: await desk.asked(ana, 'Who cut the anonymous reel?', { forId }),
  };
  const named = {
    text: 'Who cut the named reel?',
    id: await desk.asked(ben, 'Who cut the named reel?', { named: true, forId }),
  };
  for (const { id } of [anonymous, named]) {
    await desk.vote(cleo, id);
    await desk.moderate('star', { questionId: id });
  }
  await desk.moderate('highlight', { questionId: anonymous.id });
  const owner = await makeMember(api.database, evening.organization.id, 'owner');
  const [anasEmail] = await api.database.sql<{ email: string }>('select email from people where id = $1', [
    ana.personId,
  ]);
  return {
    ...evening,
    desk,
    anonymous,
    named,
    owner: await api.cookieOf(owner.personId),
    /** By what Ana can be told. */
    traces: [ana.name, ana.personId, ana.attendeeId, anasEmail?.email ?? ''],
  };
}

type ThisEvening = Awaited<ReturnType<typeof anEvening>>;

/** A path for each id that may stand in it. */
function pathsOf(route: Route, evening: ThisEvening, token: string): string[] {
  const { organization, event, panelId, guests, panelists, moderator, anonymous, named } = evening;
  const known: Record<string, readonly string[]> = {
    token: [token],
    organizationId: [organization.id],
    eventId: [event.id],
    slug: [event.slug],
    panelId: [panelId],
    questionId: [anonymous.id, named.id],
    attendeeId: guests.map(({ attendeeId }) => attendeeId),
    panelPersonId: [...panelists, moderator].map(({ panelPersonId }) => panelPersonId),
  };
  let paths = [route.path];
  for (const [param, name = ''] of route.path.matchAll(/:(\w+)/g))
    paths = paths.flatMap((path) => (known[name] ?? [newId()]).map((id) => path.replace(param, id)));
  return paths;
}

/** What every route answers to somebody, each by itself. */
async function everything(evening: ThisEvening, token: string, cookie = ''): Promise<[string, string][]> {
  const answers: [string, string][] = [];
  for (const route of looking()) {
    for (const path of pathsOf(route, evening, token)) {
      const answer = await api.http.get(path).set('cookie', cookie).buffer(true);
      expect([path, answer.status < 500]).toEqual([path, true]);
      if (typeof answer.text === 'string') answers.push([path, answer.text]);
    }
  }
  return answers;
}

const speaksOf = (text: string, { id, text: words }: { id: string; text: string }): boolean =>
  text.includes(id) || text.includes(words);

describe('an anonymous question', () => {
  it('is shown beside nothing that tells who asked it, to nobody in the room and to no staff', async () => {
    const evening = await anEvening();
    const { anonymous, traces, guests, moderator, panelists, owner } = evening;
    const readers: [string, string, string][] = [
      ['another guest', guests[1].token, ''],
      ['the moderator', moderator.token, ''],
      ['whom it is for', panelists[0].token, ''],
      ['the owner', newId(), owner],
    ];
    for (const [reader, token, cookie] of readers) {
      const shown = (await everything(evening, token, cookie)).filter(([, text]) =>
        speaksOf(text, anonymous),
      );
      // They do read the question.
      expect([reader, shown.length > 0]).toEqual([reader, true]);
      for (const [path, text] of shown)
        expect([reader, path, traces.filter((trace) => text.includes(trace))]).toEqual([reader, path, []]);
    }
  });

  it('would be noticed if it were named (control)', async () => {
    const evening = await anEvening();
    const { guests, owner, named } = evening;
    for (const [token, cookie] of [
      [guests[2].token, ''],
      [newId(), owner],
    ] as const) {
      const answers = (await everything(evening, token, cookie)).filter(([, text]) => speaksOf(text, named));
      expect(answers.some(([, text]) => text.includes(guests[1].name))).toBe(true);
    }
  });

  it('tells no one who voted for it', async () => {
    const evening = await anEvening();
    const { anonymous, guests, moderator } = evening;
    const [, ben, cleo] = guests;
    for (const { token } of [ben, moderator]) {
      const shown = (await everything(evening, token)).filter(([, text]) => speaksOf(text, anonymous));
      expect(
        shown.filter(([, text]) => text.includes(cleo.attendeeId) || text.includes(cleo.personId)),
      ).toEqual([]);
    }
  });
});

describe('every route of a panel on a phone', () => {
  /** What each route answers, by method and path. */
  async function statuses(
    token: string,
    panelId: string,
    evening: ThisEvening,
  ): Promise<Record<string, number>> {
    const answered: Record<string, number> = {};
    const routes = routesOf(api.app).filter(({ path }) => path.startsWith(below));
    expect(routes.length).toBeGreaterThan(6);
    for (const { method, path } of routes) {
      const url = path
        .replace(':token', token)
        .replace(':panelId', panelId)
        .replace(':questionId', evening.named.id);
      const body = path.endsWith('/moderation')
        ? { act: 'star', questionId: evening.named.id }
        : { text: 'Mine?', named: false };
      const request = api.http[method.toLowerCase() as 'post'](url);
      answered[`${method} ${path}`] = (await (method === 'POST' ? request.send(body) : request)).status;
    }
    return answered;
  }
  const all = (answered: Record<string, number>, status: number): Record<string, number> =>
    Object.fromEntries(Object.keys(answered).map((route) => [route, status]));

  it('opens by no forged link', async () => {
    const evening = await anEvening();
    const { token } = evening.moderator;
    const forged = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`;
    const answered = await statuses(forged, evening.panelId, evening);
    expect(answered).toEqual(all(answered, 410));
  });

  it('finds nothing by the link of another evening, of this organization or another', async () => {
    const [evening, other] = [await anEvening(), await anEvening()];
    const answered = await statuses(other.moderator.token, evening.panelId, evening);
    expect(answered).toEqual(all(answered, 404));
    // What is asked of an own panel with the question of another one.
    const mixed = await statuses(other.moderator.token, other.panelId, evening);
    const withQuestion = Object.entries(mixed).filter(
      ([route]) =>
        route.includes(':questionId') || (route.startsWith('POST') && route.endsWith('/moderation')),
    );
    expect(withQuestion.map(([, status]) => status)).toEqual(withQuestion.map(() => 404));
    expect((await untouched(evening)).starred).toBe(true);
  });

  const untouched = async ({ desk, named }: ThisEvening) => {
    const question = (await desk.moderation()).questions.find(({ id }) => id === named.id);
    if (question === undefined) throw new Error('The question is gone');
    return question;
  };

  it('answers whoever holds the link (control)', async () => {
    const evening = await anEvening();
    const answered = await statuses(evening.moderator.token, evening.panelId, evening);
    const { 'DELETE /api/v1/evening/:token/panels/:panelId/questions/:questionId': withdrawn, ...rest } =
      answered;
    // Another's question is taken back by nobody.
    expect(withdrawn).toBe(404);
    expect(Object.values(rest).every((status) => status < 300)).toBe(true);
  });
});

/** The panel as whoever has nothing to do with the organization finds it. */
describe('a panel of an organization', () => {
  it('is nothing to the owner of another one', async () => {
    const [evening, other] = [await anEvening(), await anEvening()];
    for (const path of ['moderation', 'stage'])
      expect((await api.http.get(`${evening.desk.staff}/${path}`).set('cookie', other.owner)).status).toBe(
        404,
      );
    const act = await api.http
      .post(`${evening.desk.staff}/moderation`)
      .set('cookie', other.owner)
      .send({ act: 'end' });
    expect(act.status).toBe(404);
    const mine: PanelEvening = { ...other, panelId: evening.panelId };
    expect(
      (await api.http.get(`${panelDesk(api, mine).staff}/stage`).set('cookie', other.owner)).status,
    ).toBe(404);
  });
});
