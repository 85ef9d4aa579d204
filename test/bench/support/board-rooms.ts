import { randomUUID } from 'node:crypto';
import { hashToken, newToken } from '#libs/database';
import { newId } from '#libs/domain';
import { crowdAt } from '../../support/crowd.ts';
import { makeEvent, makeMember, makeOrganization } from '../../support/factories.ts';
import type { Ground } from './ground.ts';

/** An evening's board, as its host opens it. */
export interface Room {
  url: string;
  path: string;
  /** The value of the session's cookie. */
  session: string;
  pairs: number;
}

/** Evenings that were yesterday, of one host, with so many people who came and said yes, and suggestions for them. */
export async function layRooms<Name extends string>(
  ground: Ground,
  sizes: Record<Name, number>,
): Promise<Record<Name, Room>> {
  const database = { ...ground, drop: () => Promise.resolve() };
  const organization = await makeOrganization(database);
  const { personId } = await makeMember(database, organization.id);
  const session = newToken();
  await ground.sql(
    `insert into sessions (id, token_hash, person_id, epoch, expires_at)
     select $1, $2, id, session_epoch, now() + interval '1 day' from people where id = $3`,
    [newId(), hashToken(session), personId],
  );
  const [day] = await ground.sql<{ yesterday: string }>(
    `select to_char(now() - interval '1 day', 'YYYY-MM-DD') as yesterday`,
  );
  const url = `http://127.0.0.1:${(await ground.api({ WEB_FOLDER: 'dist/web' })).port}`;
  const rooms: Partial<Record<Name, Room>> = {};
  for (const [name, people] of Object.entries<number>(sizes)) {
    const event = await makeEvent(database, organization.id, {
      startsLocal: `${day?.yesterday ?? ''}T10:00`,
      endsLocal: `${day?.yesterday ?? ''}T12:00`,
    });
    await crowdAt({ api: { database }, organizationId: organization.id, eventId: event.id }, people);
    const introductions = `${url}/api/v1/organizations/${organization.id}/events/${event.id}/introductions`;
    const pairs = people === 0 ? 0 : await suggestionsAt(introductions, session);
    rooms[name as Name] = {
      url,
      path: `/app/${organization.slug}/events/${event.id}/introductions`,
      session,
      pairs,
    };
  }
  return rooms as Record<Name, Room>;
}

async function suggestionsAt(introductions: string, session: string): Promise<number> {
  const response = await fetch(`${introductions}/suggest`, {
    method: 'POST',
    headers: {
      cookie: `session=${session}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: '{}',
  });
  if (!response.ok) throw new Error(`No suggestions: ${response.status} ${await response.text()}`);
  const { board } = (await response.json()) as { board: { introductions: unknown[] } };
  return board.introductions.length;
}
