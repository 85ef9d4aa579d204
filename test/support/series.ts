import type { Api } from './api.ts';
import { makeEvent, makeMember, makeOrganization } from './factories.ts';

export const weeklyOnTuesdays = { pattern: 'weeks', interval: 1, weekdays: ['TU'] };

/** A guild of Los Angeles with an evening on Tuesday, 20 October 2026 at 19:00, and who asks on its behalf. */
export async function makeGuild(api: Api) {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id, 'editor');
  const cookie = await api.cookieOf(personId);
  const event = await makeEvent(api.database, organization.id, {
    ...{ title: 'Cold ears', startsLocal: '2026-10-20T19:00', endsLocal: '2026-10-20T21:30', capacity: 12 },
  });
  const url = `/api/v1/organizations/${organization.id}`;
  const send = (method: 'get' | 'post' | 'patch', path: string, body?: object) =>
    api.http[method](`${url}${path}`).set('cookie', cookie).send(body);
  const repeat = async (body: object = {}) => {
    const given = { ...weeklyOnTuesdays, announces: true, ...body };
    return (await send('post', `/events/${event.id}/series`, given).expect(201)).body as SeriesBody;
  };
  return { organization, personId, event, send, repeat };
}

export interface SeriesBody {
  id: string;
  version: number;
  running: boolean;
  pageUrl: string;
  dates: {
    day: string;
    eventId: string;
    startsAt: string;
    state: string;
    guests: number;
    differs: string[];
    title: string;
  }[];
  later: { day: string; startsAt: string; leftOut: boolean }[];
}
