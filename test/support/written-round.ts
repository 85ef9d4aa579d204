import type { Api } from './api.ts';
import { type PersonThere, makeThere } from './critique-evening.ts';
import { makeEvent, makeMember, makeOrganization, makePerson } from './factories.ts';
import { wav } from './made-files.ts';
import { Uploader } from './uploads.ts';

// A round of written critique through the front door: an organizer sets it up, authors bring works as links and as files,
// others have a seat and no work.

export interface WrittenAuthor extends PersonThere {
  email: string;
  /** Of their work. */
  title: string;
}

export interface WorkToHear {
  assignmentId: string;
  submissionId: string;
  state: string;
  title: string;
  author: string | null;
  medium: string;
  words: number;
}

export type WrittenRound = Awaited<ReturnType<typeof makeWrittenRound>>;

/** Nothing is dealt out yet. Every third author brings a file, the others a link. */
export async function makeWrittenRound(api: Api, names: readonly string[], guests: readonly string[] = []) {
  const organization = await makeOrganization(api.database, { name: 'Los Angeles Sound Guild' });
  const event = await makeEvent(api.database, organization.id, {
    title: 'Cold ears',
    startsLocal: '2026-11-19T19:00',
    endsLocal: '2026-11-19T21:30',
  });
  const host = await api.cookieOf((await makeMember(api.database, organization.id, 'editor')).personId);
  const sessions = `/api/v1/organizations/${organization.id}/events/${event.id}/critique-sessions`;
  const added = await api.http.post(sessions).set('cookie', host).send({ format: 'written' }).expect(201);
  const { id: sessionId } = added.body as { id: string };
  const base = `${sessions}/${sessionId}`;

  const seat = async (name: string) => {
    const person = await makePerson(api.database, { name, email: `${emailName(name)}@example.org` });
    return { ...(await makeThere(api, event, name, person)), email: person.email };
  };
  const mine = ({ token }: { token: string }, below: string) =>
    `/api/v1/critique/${token}/sessions/${sessionId}${below}`;

  const authors: WrittenAuthor[] = [];
  for (const [at, name] of names.entries()) {
    const author = { ...(await seat(name)), title: `${name.split(' ')[0] ?? name} at dusk` };
    const fileId = at % 3 === 0 ? (await new Uploader(api, author.token, sessionId).send(wav())).id : null;
    const link = fileId === null ? `https://music.example/${emailName(name)}` : null;
    await api.http
      .put(mine(author, '/work'))
      .send({ ...plainWork, title: author.title, fileId, link })
      .expect(200);
    await api.http.post(mine(author, '/work/submit')).expect(200);
    authors.push(author);
  }
  const others: (PersonThere & { email: string })[] = [];
  for (const name of guests) others.push(await seat(name));

  return {
    organization,
    event,
    host,
    sessionId,
    base,
    authors,
    others,
    mine,
    dealOut: () => api.http.post(`${base}/plan`).set('cookie', host).send({}).expect(200),
    hears: async (who: { token: string }): Promise<WorkToHear[]> => {
      const { body } = await api.http.get(mine(who, '/now')).expect(200);
      return (body as { hearings: WorkToHear[] }).hearings;
    },
    /** So many words for one work, over what stands. */
    write: async (who: { token: string }, assignmentId: string, words: number, more: object = {}) => {
      const path = mine(who, `/critiques/${assignmentId}`);
      const { body } = await api.http.get(path).expect(200);
      const { version } = body as { version: number };
      const meaning = Array.from({ length: words }, () => 'tide').join(' ');
      return api.http.put(path).send({ version, meaning, ...more });
    },
    /** Credits for critiques that counted. */
    earned: async ({ personId }: { personId: string }): Promise<number> => {
      const [sum] = await api.database.sql<{ earned: number }>(
        `select coalesce(sum(amount), 0)::int as earned from credit_entries where person_id = $1 and reason = 'critique'`,
        [personId],
      );
      return sum?.earned ?? 0;
    },
  };
}

const emailName = (name: string): string => name.toLowerCase().replaceAll(' ', '.');

const plainWork = {
  version: 0,
  question: 'Does the end come too soon?',
  wants: 'The last minute',
  avoid: 'The mix',
  notes: '',
  topics: [],
  opinions: false,
  coAuthors: [],
  previousId: null,
};
