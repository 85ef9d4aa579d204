import { erasePerson, handleFor } from '#libs/database';
import { MyRsvpActsService } from '../../../apps/api/src/attendees/my-rsvp-acts.service.ts';
import { MailStopsService } from '../../../apps/api/src/attendees/mail-stops.service.ts';
import { AsksService } from '../../../apps/api/src/introductions/asks.service.ts';
import type { Api } from '../../support/api.ts';
import type { Mark, Topic } from './pair.ts';
import type { Guest, World } from './worlds.ts';

// What hosts and guests do, by the doors of the product. Introductions are known by the order they were made in.

export type Operation =
  | { by: 'host'; act: 'pin'; x: number; y: number }
  | { by: 'host'; act: 'approve' | 'drop' | 'bring-back' | 'take-back' | 'reword' | 'stop'; pair: number }
  | { by: number; act: 'answer'; pair: number; yes: boolean }
  | { by: number; act: 'block' | 'glad' | 'later' | 'stop-asking' | 'withdraw'; pair: number }
  | { by: number; act: 'mark'; pair: number; mark: Mark | null }
  | { by: number; act: 'consent'; yes: boolean }
  | { by: number; act: 'pause'; until: string }
  | { by: number; act: 'stop-mail'; topic: Topic }
  | { by: number; act: 'resume' | 'resume-mail' | 'erase' };

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** The ids of a world's introductions, oldest first. */
export type Known = string[];

export async function perform(api: Api, world: World, known: Known, operation: Operation): Promise<Answer> {
  if (operation.by === 'host') return performAsHost(api, world, known, operation);
  const guest = world.guests[operation.by]!;
  switch (operation.act) {
    case 'answer':
      return mine(api, guest, `${known[operation.pair]!}/answer`, { answer: operation.yes ? 'yes' : 'no' });
    case 'mark':
      return mine(api, guest, `${known[operation.pair]!}/mark`, { outcome: operation.mark });
    case 'glad':
    case 'later':
    case 'withdraw':
      return mine(api, guest, `${known[operation.pair]!}/${operation.act}`);
    case 'stop-asking':
      return mine(api, guest, `${known[operation.pair]!}/stop`);
    case 'block':
      return block(api, guest, known[operation.pair]!);
    case 'pause':
      return mine(api, guest, 'pause', { until: operation.until });
    case 'resume':
      return mine(api, guest, 'resume');
    case 'consent':
      return answered(() =>
        api.app
          .get(MyRsvpActsService)
          .consent({ ...world, ...guest, personId: guest.personId }, { introductions: operation.yes }),
      );
    case 'stop-mail':
      return withStopLink(api, world, guest, (token) =>
        api.app.get(MailStopsService).stop(token, operation.topic),
      );
    case 'resume-mail':
      return withStopLink(api, world, guest, (token) =>
        api.app.get(MailStopsService).resume(token, guest.personId),
      );
    case 'erase':
      return answered(() =>
        api.db.write({ kind: 'system' }, (tx) => erasePerson(tx, api.config.keys, guest.personId)),
      );
  }
}

async function performAsHost(
  api: Api,
  { organizationId, eventId, owner, guests }: World,
  known: Known,
  operation: Extract<Operation, { by: 'host' }>,
): Promise<Answer> {
  const path = `/api/v1/organizations/${organizationId}/events/${eventId}/introductions`;
  if (operation.act === 'pin') {
    const pair = { attendeeA: guests[operation.x]!.attendeeId, attendeeB: guests[operation.y]!.attendeeId };
    const answer = await inject(api, 'POST', path, owner.cookie, pair);
    const id = (answer.body['introduction'] as { id: string } | undefined)?.id;
    if (answer.status === 201 && id !== undefined) {
      known.push(id);
      // Who writes first is drawn by it; the same in worlds that have one history.
      await api.database.sql('update introductions set seed = $2 where id = $1', [id, known.length * 3331]);
    }
    return answer;
  }
  const id = known[operation.pair]!;
  const [row] = await api.database.sql<{ version: number }>(
    'select version from introductions where id = $1',
    [id],
  );
  const decision = { version: row?.version ?? 0 };
  if (operation.act !== 'reword')
    return inject(api, 'POST', `${path}/${id}/${operation.act}`, owner.cookie, decision);
  const reasons = { reasonForA: 'You two should talk about foley.', reasonForB: 'You two should talk.' };
  return inject(api, 'PATCH', `${path}/${id}`, owner.cookie, { ...decision, ...reasons });
}

/** By the question while it is open, later among one's introductions. */
async function block(api: Api, guest: Guest, introductionId: string): Promise<Answer> {
  const [row] = await api.database.sql<{ made: boolean }>(
    'select introduced_at is not null as made from introductions where id = $1',
    [introductionId],
  );
  if (row?.made === true) return mine(api, guest, `${introductionId}/block`);
  const asks = api.app.get(AsksService);
  return answered(async () => asks.never(await asks.keyOfPerson(guest.personId, introductionId)));
}

const mine = (api: Api, { cookie }: Guest, below: string, body?: object): Promise<Answer> =>
  inject(api, 'POST', `/api/v1/me/introductions/${below}`, cookie, body);

export async function inject(
  api: Api,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  cookie: string,
  payload?: object,
): Promise<Answer> {
  const headers = { cookie, host: new URL(api.url).host };
  const { statusCode: status, body } = await api.app.inject({
    method,
    url,
    headers,
    ...(payload && { payload }),
  });
  return { status, body: body.startsWith('{') ? (JSON.parse(body) as Answer['body']) : { text: body } };
}

async function answered(work: () => Promise<unknown>): Promise<Answer> {
  try {
    await work();
    return { status: 200, body: {} };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return { status: 400, body: { code } };
  }
}

async function withStopLink(
  api: Api,
  { organizationId }: World,
  { personId }: Guest,
  work: (token: string) => Promise<unknown>,
): Promise<Answer> {
  const handle = {
    purpose: 'unsubscribe',
    organizationId,
    personId,
    subjectId: organizationId,
    expiresAt: null,
  } as const;
  const token = await api.db.write({ kind: 'system' }, (tx) => handleFor(tx, api.config.keys, handle));
  return answered(() => work(token));
}
