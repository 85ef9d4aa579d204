import { newId } from '#libs/domain';
import { readsApartByLot } from '../../apps/api/src/critique-sessions/not-together.ts';
import type { Api } from './api.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from './factories.ts';

// An evening whose critique session was set up through the front door, and works as their authors would have brought them.

export interface Author {
  workId: string;
  personId: string;
  attendeeId: string;
  email: string;
  name: string;
}

export interface GivenWork {
  name?: string;
  topics?: readonly string[];
  coAuthors?: readonly string[];
  employer?: string;
  crafts?: readonly string[];
  person?: { id: string; email: string; name: string };
}

export interface PlanRead {
  session: { id: string; state: string; version: number; criticsUsed: number | null; seed: number };
  works: {
    id: string;
    author: string;
    attendeeId: string;
    state: string;
    place: number | null;
    table: number | null;
    round: number | null;
  }[];
  hearings: {
    id: string;
    submissionId: string;
    attendeeId: string;
    critic: string;
    state: string;
    source: string;
    fixed: boolean;
    open: boolean;
    why: { code: string; topics: string[] }[];
  }[];
  standby: { attendeeId: string; name: string; hears: number }[];
  again: boolean;
}

export type PlanDesk = Awaited<ReturnType<typeof makePlanDesk>>;

/** Two hours unless the event says otherwise: five slots of twenty minutes at each table. */
export async function makePlanDesk(api: Api, settings: object = { format: 'live' }, eventGiven: object = {}) {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id, {
    endsLocal: '2026-10-19T20:00',
    ...eventGiven,
  });
  const { personId } = await makeMember(api.database, organization.id, 'editor');
  const cookie = await api.cookieOf(personId);
  const sessions = `/api/v1/organizations/${organization.id}/events/${event.id}/critique-sessions`;
  const made = await api.http.post(sessions).set('cookie', cookie).send(settings).expect(201);
  const id = String(made.body.id);
  const base = `${sessions}/${id}`;
  const post = (path: string, body: object = {}, as = cookie) =>
    api.http.post(`${base}${path}`).set('cookie', as).send(body);
  const read = async (): Promise<PlanRead> =>
    (await api.http.get(base).set('cookie', cookie).expect(200)).body as PlanRead;
  const present: string[] = [];
  /** Of somebody whom no lot keeps from those who are there, so that who may hear whom is what a spec made of it. */
  const newcomer = (): string => {
    for (let times = 0; times < 20_000; times += 1) {
      const person = newId();
      const isApart = (one: string) => readsApartByLot(api.config.keys, organization.id, [person, one]);
      if (!present.some(isApart)) return person;
    }
    throw new Error('Too many people for lots that keep nobody apart');
  };
  const guest = async (name: string, given: GivenWork = {}) => {
    const person = given.person ?? (await makePerson(api.database, { name, id: newcomer() }));
    present.push(person.id);
    const profile = { crafts: [...(given.crafts ?? [])] };
    const { id: attendeeId } = await makeAttendee(api.database, event, { person, profile });
    if (given.employer !== undefined)
      await api.database.sql('update attendees set imported = $2 where id = $1', [
        attendeeId,
        JSON.stringify({ facts: { profile: { employer: { value: given.employer, from: 'confirmed' } } } }),
      ]);
    return { personId: person.id, attendeeId, email: person.email, name: person.name };
  };
  const work = async (given: GivenWork = {}): Promise<Author> => {
    const author = await guest(given.name ?? given.person?.name ?? `Author ${newId().slice(-4)}`, given);
    const workId = newId();
    await api.database.sql(
      `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium,
         link, question, topics, co_authors, submitted_at, created_at)
       values ($1, $2, $3, $4, $5, $6, 'submitted', $7, 'link', 'https://example.org/song', 'Does the bridge lift?', $8, $9,
         app_now(), app_now())`,
      [
        workId,
        organization.id,
        event.id,
        id,
        author.attendeeId,
        author.personId,
        `Work of ${author.name}`,
        [...(given.topics ?? [])],
        [...(given.coAuthors ?? [])],
      ],
    );
    return { workId, ...author };
  };
  const works = async (count: number): Promise<Author[]> => {
    const all: Author[] = [];
    for (let at = 1; at <= count; at += 1) all.push(await work({ name: `Author ${String(at)}` }));
    return all;
  };
  return { organization, event, cookie, sessions, base, id, post, read, guest, work, works };
}
