import { handleFor } from '#libs/database';
import type { Evening, Guest } from './evening.ts';
import { submit } from './rsvp-desk.ts';

/** What a host reads of a circle. */
export interface CircleRead {
  id: string;
  version: number;
  name: string;
  place: string;
  standing: string;
  chosen: string[];
  members: number | null;
  leavesAt: string | null;
  meetsAt: string | null;
}

export const datesAhead = ['2026-11-11T18:30', '2026-11-17T18:30', '2026-11-18T19:00'];

const pathOf = ({ organizationId, eventId }: Evening): string =>
  `/api/v1/organizations/${organizationId}/events/${eventId}/circles`;

/** A request of the evening's host to its circles. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it expects to read
export async function circleCall<Body = CircleRead>(
  evening: Evening,
  method: 'get' | 'post',
  below = '',
  body?: object,
): Promise<{ status: number; body: Body }> {
  const request = evening.api.http[method](`${pathOf(evening)}${below}`).set('cookie', evening.host);
  const { status, body: answer } = await (body === undefined ? request : request.send(body));
  return { status, body: answer as Body };
}

export const circleInput = (guests: readonly Guest[]) => ({
  name: 'Field recording',
  place: 'The back room of Stories',
  attendeeIds: guests.map(({ id }) => id),
  dates: datesAhead,
});

/** Planned by the host: its id. */
export async function plannedCircle(evening: Evening, guests: readonly Guest[]): Promise<string> {
  const { status, body } = await circleCall(evening, 'post', '', circleInput(guests));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

/** What the host reads of one circle now. */
export async function circleAsRead(evening: Evening, id: string): Promise<CircleRead> {
  const { body } = await circleCall<{ circles: CircleRead[] }>(evening, 'get');
  const circle = body.circles.find((one) => one.id === id);
  if (circle === undefined) throw new Error('no such circle');
  return circle;
}

export async function memberOf({ api }: Evening, guest: Guest, circleId: string) {
  const [member] = await api.database.sql<{
    id: string;
    consent: string;
    joinedAt: Date | null;
    joinsAt: Date | null;
    leftAt: Date | null;
  }>(
    `select id, consent, joined_at as "joinedAt", joins_at as "joinsAt", left_at as "leftAt"
     from circle_members where circle_id = $1 and person_id = $2`,
    [circleId, guest.personId],
  );
  if (member === undefined) throw new Error('not a member');
  return member;
}

/** The page of a place in a circle, by the link that the mails carry. */
export async function circlePath(evening: Evening, guest: Guest, circleId: string): Promise<string> {
  const { id: subjectId } = await memberOf(evening, guest, circleId);
  const { api, organizationId } = evening;
  const token = await api.db.write({ kind: 'system' }, (tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'circle',
      organizationId,
      personId: guest.personId,
      subjectId,
      expiresAt: new Date(tx.now.getTime() + 400 * 86_400_000),
    }),
  );
  return `/circle/${token}`;
}

export async function lookAtCircle(evening: Evening, guest: Guest, circleId: string) {
  const { status, text } = await evening.api.http.get(await circlePath(evening, guest, circleId));
  return { status, text };
}

/** Opens the page and sends one of its forms, as a browser would. */
export async function actInCircle(
  evening: Evening,
  guest: Guest,
  circleId: string,
  act: 'answer' | 'dates' | 'useful' | 'leave',
  fields: Record<string, string> = {},
) {
  const path = await circlePath(evening, guest, circleId);
  return submit(evening.api, path, `${path}/${act}`, fields);
}

export const answerCircle = (evening: Evening, guest: Guest, circleId: string, answer: 'yes' | 'no') =>
  actInCircle(evening, guest, circleId, 'answer', { answer });

/** Ticks the dates whose places (from 0) are given. */
export async function tickDates(evening: Evening, guest: Guest, circleId: string, places: readonly number[]) {
  const ids = await evening.api.database.sql<{ id: string }>(
    'select id from circle_dates where circle_id = $1 and place = any ($2::int[])',
    [circleId, places.map((place) => place + 1)],
  );
  const path = await circlePath(evening, guest, circleId);
  const fields = { date: ids.map(({ id }) => id) } as unknown as Record<string, string>;
  return submit(evening.api, path, `${path}/dates`, fields);
}

/** As a reader compares two pages: without tokens, ids and the numbers by which made-up people and guilds differ. */
export const asRead = (page: string): string =>
  page
    .replace(/name="formToken" value="[^"]+"/g, 'name="formToken"')
    .replace(/\/circle\/[\w.~-]+/g, '/circle/…')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/(Guild |person)\d+/g, '$1');
