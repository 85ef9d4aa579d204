import { newId } from '#libs/domain';
import { type Route, routesOf } from '../../apps/api/src/routes.ts';
import { type Api, startApi } from '../support/api.ts';
import {
  type CritiqueEvening,
  changeSession,
  makeCritiqueEvening,
  makeThere,
  startSlot,
} from '../support/critique-evening.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';

// Who learns what at an evening of critique: every route below the link of an attendee, asked by everybody with every id
// there is, and what they said searched for what others wrote and what they are called. The routes are the app's own, so
// one that is new is asked too.

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterAll(() => api.stop());

const below = '/api/v1/critique/:token';
const routes = (): Route[] => routesOf(api.app).filter(({ path }) => path.startsWith(below));
const looking = (): Route[] =>
  routes().filter(({ method, path }) => method === 'GET' && !path.endsWith('/live'));

const names = ['Ana Abendroth', 'Boris Birnbaum', 'Chiara Czerny', 'Dora Dimitrova', 'Emil Eriksen'];

/** Five authors at one table, each heard by two; everybody has written something about what they hear. */
async function anEvening(given: { blind?: 'none' | 'round' } = {}) {
  const evening = await makeCritiqueEvening(api, {
    state: 'running',
    blind: 'round',
    authors: 5,
    names,
    ...given,
  });
  await startSlot(api, evening.works[0]!.slotId!, 100);
  for (const { id, critics } of evening.works) {
    for (const { assignmentId, critic } of critics) {
      await api.database.sql(
        `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, marks, words, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, 30, app_now())`,
        [
          newId(),
          evening.organization.id,
          assignmentId,
          id,
          critic.personId,
          wordsOf(assignmentId),
          JSON.stringify([{ at: 1000, text: `${wordsOf(assignmentId)} in a mark` }]),
        ],
      );
    }
  }
  return evening;
}

const wordsOf = (assignmentId: string): string => `Words of ${assignmentId}`;

/** A path for each id that may stand in it. */
async function pathsOf(route: Route, evening: CritiqueEvening, token: string): Promise<string[]> {
  const critiques = await api.database.sql<{ id: string }>(
    'select c.id from critiques c join submissions s on s.id = c.submission_id where s.critique_session_id = $1',
    [evening.critiqueSessionId],
  );
  const known: Record<string, readonly string[]> = {
    token: [token],
    critiqueSessionId: [evening.critiqueSessionId],
    sessionId: [evening.critiqueSessionId],
    assignmentId: evening.works.flatMap(({ critics }) => critics.map(({ assignmentId }) => assignmentId)),
    submissionId: evening.works.map(({ id }) => id),
    critiqueId: critiques.map(({ id }) => id),
  };
  let paths = [route.path];
  for (const [param, name = ''] of route.path.matchAll(/:(\w+)/g))
    paths = paths.flatMap((path) => (known[name] ?? [newId()]).map((id) => path.replace(param, id)));
  return paths;
}

/** Everything that this link (and this cookie) lets somebody read, as one text. */
async function everything(evening: CritiqueEvening, token: string, cookie = ''): Promise<string> {
  const texts: string[] = [];
  for (const route of looking()) {
    for (const path of await pathsOf(route, evening, token)) {
      const answer = await api.http.get(path).set('cookie', cookie).buffer(true);
      expect([path, answer.status < 500]).toEqual([path, true]);
      texts.push(answer.text);
    }
  }
  return texts.join('\n');
}

/** Whose words stand in a text, as "critic → author". */
function wordsIn(text: string, { works }: CritiqueEvening): string[] {
  return works.flatMap((work) =>
    work.critics
      .filter(({ assignmentId }) => text.includes(wordsOf(assignmentId)))
      .map(({ critic }) => `${critic.name} → ${work.author.name}`),
  );
}

const namesIn = (text: string): string[] => names.filter((name) => text.includes(name));

const ownWords = ({ works }: CritiqueEvening, name: string): string[] =>
  works.flatMap((work) =>
    work.critics
      .filter(({ critic }) => critic.name === name)
      .map(({ critic }) => `${critic.name} → ${work.author.name}`),
  );

describe('while the works are heard', () => {
  it('everybody reads what they wrote themself, and nobody what anybody else wrote', async () => {
    const evening = await anEvening();
    for (const { name, token } of evening.people) {
      const text = await everything(evening, token);
      expect([name, wordsIn(text, evening)]).toEqual([name, ownWords(evening, name)]);
    }
    expect(wordsIn(await everything(evening, evening.guest.token), evening)).toEqual([]);
  });

  it('a blind session names nobody to anybody', async () => {
    const evening = await anEvening();
    for (const { name, token } of [...evening.people, evening.guest]) {
      const text = await everything(evening, token);
      expect([name, namesIn(text)]).toEqual([name, names.filter((one) => one === name)]);
      expect(text).not.toContain('@example.org');
    }
  });

  it('no screen says who else hears a work', async () => {
    const evening = await anEvening({ blind: 'none' });
    for (const { name, token } of evening.people) {
      const others = evening.works.flatMap(({ critics }) =>
        critics.filter(({ critic }) => critic.name !== name).map(({ assignmentId }) => assignmentId),
      );
      const { text } = await api.http.get(
        `/api/v1/critique/${token}/sessions/${evening.critiqueSessionId}/now`,
      );
      expect(others.filter((id) => text.includes(id))).toEqual([]);
      expect(evening.people.filter(({ personId }) => text.includes(personId))).toEqual([]);
    }
  });

  it('would be noticed to tell names (control)', async () => {
    const evening = await anEvening({ blind: 'none' });
    // The room sees whose work is played.
    expect(namesIn(await everything(evening, evening.guest.token))).toEqual([evening.works[0]!.author.name]);
    const texts = await Promise.all(evening.people.map(({ token }) => everything(evening, token)));
    expect(texts.map((text) => namesIn(text).length > 2)).toEqual(names.map(() => true));
  });
});

describe('before a session begins', () => {
  it('a guest learns of no work, and a critic of those they hear', async () => {
    const evening = await anEvening({ blind: 'none' });
    await changeSession(api, evening.critiqueSessionId, `state = 'planned', started_at = null`);
    await api.database.sql(
      `update critique_slots set state = 'planned', phase_started_at = null where critique_session_id = $1`,
      [evening.critiqueSessionId],
    );
    const now = async (token: string) =>
      (await api.http.get(`/api/v1/critique/${token}/sessions/${evening.critiqueSessionId}/now`)).text;
    expect(namesIn(await now(evening.guest.token))).toEqual([]);
    for (const { name, token } of evening.people) {
      const heard = evening.works
        .filter(({ critics }) => critics.some(({ critic }) => critic.name === name))
        .map(({ author }) => author.name);
      expect(namesIn(await now(token))).toEqual(names.filter((one) => one === name || heard.includes(one)));
    }
  });
});

describe('once the feedback is out', () => {
  it('authors read what was written to them, and nobody what was written to another (control: the words are found)', async () => {
    const evening = await anEvening();
    await changeSession(
      api,
      evening.critiqueSessionId,
      `state = 'ended', ended_at = app_now(), released_at = app_now()`,
    );
    await api.database.sql(
      `update critique_slots set state = 'done', ended_at = app_now() where critique_session_id = $1`,
      [evening.critiqueSessionId],
    );
    await api.database.sql(
      `update submissions set state = 'heard', heard_at = app_now() where critique_session_id = $1`,
      [evening.critiqueSessionId],
    );
    await api.database.sql(`update assignments set state = 'done' where critique_session_id = $1`, [
      evening.critiqueSessionId,
    ]);
    for (const { name, token } of evening.people) {
      const text = await everything(evening, token);
      const toMe = evening.works
        .filter(({ author }) => author.name === name)
        .flatMap(({ author, critics }) => critics.map(({ critic }) => `${critic.name} → ${author.name}`));
      expect([name, wordsIn(text, evening).sort()]).toEqual([
        name,
        [...ownWords(evening, name), ...toMe].sort(),
      ]);
    }
    expect(wordsIn(await everything(evening, evening.guest.token), evening)).toEqual([]);
  });
});

describe('a link of elsewhere', () => {
  it('opens nothing of this evening and changes nothing in it, whoever it belongs to', async () => {
    const evening = await anEvening();
    const another = await makeEvent(api.database, evening.organization.id);
    const foreign = await makeEvent(api.database, (await makeOrganization(api.database)).id);
    const waiting = await makeThere(api, evening.event, 'Wanda Waiting');
    await api.database.sql(`update attendees set status = 'waitlisted', seat = false where id = $1`, [
      waiting.attendeeId,
    ]);
    const owner = await makeMember(api.database, evening.organization.id, 'owner');
    const forged = `${newId().replaceAll('-', '')}.${'0'.repeat(32)}`;
    const viewers = {
      'a guest of another evening': [(await makeThere(api, another, 'Otto Other')).token, ''],
      'a guest of another organization': [(await makeThere(api, foreign, 'Fritz Foreign')).token, ''],
      'somebody on the waitlist': [waiting.token, ''],
      'a stranger with a forged link': [forged, ''],
      'the owner without a link': [forged, await api.cookieOf(owner.personId)],
    } as const;
    const before = await state(evening);
    for (const [viewer, [token, cookie]] of Object.entries(viewers)) {
      for (const route of routes().filter(({ path }) => path.includes('/sessions/'))) {
        for (const path of (await pathsOf(route, evening, token)).slice(0, 3)) {
          const method = route.method.toLowerCase() as 'get' | 'head';
          const answer = await api.http[method](path).set('cookie', cookie);
          expect([viewer, route.method, path, Math.floor(answer.status / 100)]).toEqual([
            viewer,
            route.method,
            path,
            4,
          ]);
        }
      }
      const text = await everything(evening, token, cookie);
      expect([viewer, wordsIn(text, evening), namesIn(text)]).toEqual([viewer, [], []]);
    }
    expect(await state(evening)).toEqual(before);
  });
});

/** Everything below a session that somebody could have changed. */
async function state({ critiqueSessionId }: CritiqueEvening): Promise<unknown> {
  const [row] = await api.database.sql<{ all: unknown }>(
    `select jsonb_build_array(
       (select jsonb_agg(to_jsonb(a) order by a.id) from assignments a where a.critique_session_id = $1),
       (select jsonb_agg(to_jsonb(s) order by s.id) from submissions s where s.critique_session_id = $1),
       (select jsonb_agg(to_jsonb(c) order by c.id) from critiques c join submissions s on s.id = c.submission_id
        where s.critique_session_id = $1),
       (select count(*) from connect_picks p where p.critique_session_id = $1)) as all`,
    [critiqueSessionId],
  );
  return row?.all;
}
