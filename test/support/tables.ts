import { handleFor } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import type { MixerView } from '../../apps/api/src/mixers/mixers.dto.ts';
import type { Api } from './api.ts';
import {
  type GivenAttendee,
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from './factories.ts';

// An evening with small tables, its host and its guests, each with the link of their RSVP.

export interface GuestAtTables {
  attendeeId: string;
  personId: string;
  name: string;
  token: string;
  email: string;
}

export interface GivenGuest extends GivenAttendee {
  name?: string;
  /** Lets others see their name; by default. */
  visible?: boolean;
  employer?: string;
}

export type TablesEvening = Awaited<ReturnType<typeof makeTablesEvening>>;

export async function makeTablesEvening(
  api: Api,
  { guests = 12, settings = {} }: { guests?: number | readonly GivenGuest[]; settings?: object } = {},
) {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id, { capacity: 400 });
  const { personId } = await makeMember(api.database, organization.id, 'host');
  const cookie = await api.cookieOf(personId);
  const mixerId = newId();
  await api.database.sql(
    `insert into mixers (id, organization_id, event_id, format, created_at) values ($1, $2, $3, 'tables', app_now())`,
    [mixerId, organization.id, event.id],
  );
  const base = `/api/v1/organizations/${organization.id}/events/${event.id}/mixer`;
  const look = async () => (await api.http.get(base).set('cookie', cookie).expect(200)).body as MixerView;
  const send = (act: string, body: object) =>
    api.http.post(`${base}/${act}`).set('cookie', cookie).send(body);
  const change = async (given: object) => {
    const { rounds, seats, minutes, employersApart, version } = await look();
    return api.http
      .put(base)
      .set('cookie', cookie)
      .send({ rounds, seats, minutes, employersApart, version, ...given });
  };
  const there = {
    ...{ api, organization, event, organizationId: organization.id, cookie, hostId: personId, mixerId, base },
    look,
    send,
    change,
    /** An act that needs the version of now, and its answer. */
    act: async (act: string, body: object = {}) => {
      const { version } = await look();
      return (await send(act, { version, ...body }).expect(200)).body as MixerView;
    },
    /** An act on one person. */
    of: async (act: string, body: object) => (await send(act, body).expect(200)).body as MixerView,
    people: [] as GuestAtTables[],
    arrive: (given: GivenGuest = {}) => makeGuest(api, { ...event, organizationId: organization.id }, given),
  };
  const wanted = typeof guests === 'number' ? Array.from({ length: guests }, () => ({})) : guests;
  for (const given of wanted) there.people.push(await there.arrive(given));
  if (Object.keys(settings).length > 0) await change(settings);
  return there;
}

let number = 0;

export async function makeGuest(
  api: Api,
  event: { id: string; organizationId: string },
  { name, visible = true, employer, ...given }: GivenGuest = {},
): Promise<GuestAtTables> {
  number += 1;
  const person = given.person ?? (await makePerson(api.database, { name: name ?? `Guest ${number}` }));
  const { id: attendeeId, ...made } = await makeAttendee(api.database, event, { ...given, person });
  const { organizationId } = event;
  if (visible)
    await api.database.sql(
      `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
       values ($1, $2, $3, 'name-visible', 'given', '2026-10', 'page', app_now()) on conflict do nothing`,
      [newId(), organizationId, person.id],
    );
  if (employer !== undefined)
    await api.database.sql(
      `update attendees set imported = jsonb_build_object('facts', jsonb_build_object('profile',
         jsonb_build_object('employer', jsonb_build_object('value', $2::text)))) where id = $1`,
      [attendeeId, employer],
    );
  const token = await api.db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'rsvp',
      organizationId,
      personId: person.id,
      subjectId: attendeeId,
      expiresAt: null,
    }),
  );
  const [row] = await api.database.sql<{ email: string }>('select email from people where id = $1', [
    person.id,
  ]);
  return { attendeeId, personId: person.id, name: made.name, token, email: row?.email ?? '' };
}

/** Where somebody sits, by round from 1; 0: nowhere. */
export function tableOf({ seating }: MixerView, attendeeId: string, round: number): number {
  const tables = seating.find((one) => one.round === round)?.tables ?? [];
  return (
    tables.find(({ people }) => people.some((one) => one.attendeeId === attendeeId && !one.left))?.table ?? 0
  );
}

/** Everybody's tables in every round, "attendee round table", of those who have not left. */
export const placesOf = ({ seating }: MixerView): string[] =>
  seating
    .flatMap(({ round, tables }) =>
      tables.flatMap(({ table, people }) =>
        people.filter(({ left }) => !left).map(({ attendeeId }) => `${attendeeId} ${round} ${table}`),
      ),
    )
    .sort();
