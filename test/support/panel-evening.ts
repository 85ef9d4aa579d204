import { type HandlePurpose, handleFor } from '#libs/database';
import { type PanelQuestion, inOrganization, newId, system } from '#libs/domain';
import type { Api } from './api.ts';
import { type PersonThere, makeThere } from './critique-evening.ts';
import {
  type GivenAttendee,
  type GivenEvent,
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from './factories.ts';

/** Somebody on a panel, with the link of it. */
export interface PersonOnPanel extends PersonThere {
  panelPersonId: string;
}

/** An evening with one panel of a moderator and two panelists, and three guests in its audience. */
export interface PanelEvening {
  organization: { id: string };
  event: { id: string; organizationId: string; slug: string };
  panelId: string;
  moderator: PersonOnPanel;
  panelists: [PersonOnPanel, PersonOnPanel];
  guests: [PersonThere, PersonThere, PersonThere];
  /** Of an editor: a Cookie header. */
  cookie: string;
}

export async function makePanelEvening(
  api: Api,
  given: { event?: GivenEvent; state?: 'planned' | 'live' | 'over' } = {},
): Promise<PanelEvening> {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id, given.event);
  const editor = await makeMember(api.database, organization.id, 'editor');
  const panelId = await makePanel(api, event, { state: given.state ?? 'live' });
  return {
    organization,
    event,
    panelId,
    moderator: await makePersonOnPanel(api, event, panelId, { name: 'Mo Moderator', part: 'moderator' }),
    panelists: [
      await makePersonOnPanel(api, event, panelId, { name: 'Pia Panelist' }),
      await makePersonOnPanel(api, event, panelId, { name: 'Paul Panelist' }),
    ],
    guests: [
      await makeThere(api, event, 'Ana Asker'),
      await makeThere(api, event, 'Ben Berg'),
      await makeThere(api, event, 'Cleo Chen'),
    ],
    cookie: await api.cookieOf(editor.personId),
  };
}

export async function makePanel(
  api: Api,
  event: { id: string; organizationId: string },
  given: { state?: 'planned' | 'live' | 'over'; topic?: string; position?: number } = {},
): Promise<string> {
  const id = newId();
  const { state = 'live', topic = 'Sound after the cut', position = 0 } = given;
  await api.database.sql(
    `insert into panels (id, organization_id, event_id, topic, position, state, started_at, ended_at, created_at)
     values ($1, $2, $3, $4, $5, $6::text, case when $6 <> 'planned' then app_now() end, case when $6 = 'over' then app_now() end,
       app_now())`,
    [id, event.organizationId, event.id, topic, position, state],
  );
  return id;
}

interface GivenOnPanel extends Pick<GivenAttendee, 'profile' | 'came' | 'introductions'> {
  name?: string;
  part?: 'moderator' | 'panelist';
  person?: { id: string; name: string };
}

export async function makePersonOnPanel(
  api: Api,
  event: { id: string; organizationId: string },
  panelId: string,
  { name = 'Panelist', part = 'panelist', person: known, ...attendee }: GivenOnPanel = {},
): Promise<PersonOnPanel> {
  const person = known ?? (await makePerson(api.database, { name }));
  const { id: attendeeId } = await makeAttendee(api.database, event, {
    ...attendee,
    person,
    part: 'panelist',
  });
  const panelPersonId = newId();
  await api.database.sql(
    `insert into panel_people (id, organization_id, event_id, panel_id, person_id, attendee_id, part, position, state, name,
       invited_at, answered_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, (select count(*) from panel_people where panel_id = $4), 'confirmed', $8, app_now(),
       app_now(), app_now())`,
    [panelPersonId, event.organizationId, event.id, panelId, person.id, attendeeId, part, person.name],
  );
  const token = await linkOf(api, event.organizationId, 'panelist', person.id, panelPersonId);
  return { attendeeId, personId: person.id, name: person.name, token, panelPersonId };
}

export const linkOf = (
  api: Api,
  organizationId: string,
  purpose: HandlePurpose,
  personId: string,
  subjectId: string,
): Promise<string> =>
  api.db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, api.config.keys, { purpose, organizationId, personId, subjectId, expiresAt: null }),
  );

/** What a screen shows of a panel, less what no test looks at. */
export interface SeenPanel {
  version: number;
  now: string;
  state: string;
  questionsOpen: boolean;
  current: { id: string; text: string; name: string | null; forName: string | null } | null;
  timer: { seconds: number; startedAt: string; pausedAt: string | null } | null;
  people: { id: string; name: string; part: string }[];
  questions: SeenQuestion[];
  more: number;
}

export interface SeenQuestion {
  id: string;
  text: string;
  name: string | null;
  forId: string | null;
  votes: number;
  state: PanelQuestion['state'];
  starred: boolean;
  mergedInto?: string | null;
}

export interface SeenMine {
  asked: { id: string; text: string; state: string }[];
  voted: string[];
  left: number;
}

interface Answer<Body> {
  status: number;
  body: Body & { code: string };
}

/** What people of one evening do with its panel. */
export function panelDesk(api: Api, evening: PanelEvening, panelId = evening.panelId) {
  const phone = ({ token }: { token: string }) => `/api/v1/evening/${token}/panels/${panelId}`;
  const staff = `/api/v1/organizations/${evening.organization.id}/events/${evening.event.id}/panels/${panelId}`;
  const desk = {
    phone,
    staff,
    live: async (who: { token: string }): Promise<SeenPanel> =>
      (await api.http.get(`${phone(who)}/live`).expect(200)).body as SeenPanel,
    mine: async (who: { token: string }): Promise<SeenMine> =>
      (await api.http.get(`${phone(who)}/mine`).expect(200)).body as SeenMine,
    ask: async (who: { token: string }, text: string, more: object = {}): Promise<Answer<SeenMine>> =>
      api.http.post(`${phone(who)}/questions`).send({ text, named: false, ...more }),
    /** @returns its id */
    asked: async (who: { token: string }, text: string, more: object = {}): Promise<string> => {
      const { status, body } = await desk.ask(who, text, more);
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.asked.find((one) => one.text === text)?.id ?? '';
    },
    withdraw: async (who: { token: string }, id: string): Promise<Answer<SeenMine>> =>
      api.http.delete(`${phone(who)}/questions/${id}`),
    vote: async (who: { token: string }, id: string): Promise<Answer<SeenMine>> =>
      api.http.put(`${phone(who)}/questions/${id}/vote`),
    unvote: async (who: { token: string }, id: string): Promise<Answer<SeenMine>> =>
      api.http.delete(`${phone(who)}/questions/${id}/vote`),
    moderate: async (
      act: string,
      more: object = {},
      who: { token: string } = evening.moderator,
    ): Promise<Answer<SeenPanel>> => api.http.post(`${phone(who)}/moderation`).send({ act, ...more }),
    moderateAsStaff: async (act: string, more: object = {}): Promise<Answer<SeenPanel>> =>
      api.http
        .post(`${staff}/moderation`)
        .set('cookie', evening.cookie)
        .send({ act, ...more }),
    moderation: async (who: { token: string } = evening.moderator): Promise<SeenPanel> =>
      (await api.http.get(`${phone(who)}/moderation`).expect(200)).body as SeenPanel,
    stage: async (): Promise<SeenPanel> =>
      (await api.http.get(`${staff}/stage`).set('cookie', evening.cookie).expect(200)).body as SeenPanel,
  };
  return desk;
}
