import { handleFor } from '#libs/database';
import type { Api } from '../../support/api.ts';
import type { Known } from './operations.ts';
import type { Guest, World } from './worlds.ts';

// Everything that somebody can read at a moment: what was looked at → what it said.

/** The other one of a pair: their question, their list as page and as JSON, the link of a follow-up, the home page. */
export async function lookAs(
  api: Api,
  world: World,
  guest: Guest,
  known: Known,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const look = async (url: string, name = url): Promise<void> => {
    const { statusCode, body } = await api.app.inject({
      method: 'GET',
      url,
      headers: headersOf(api, guest.cookie),
    });
    seen.set(name, `${statusCode} ${body}`);
  };
  await look('/api/v1/me/introductions');
  await look('/me/introductions');
  await look('/me');
  for (const [at, id] of known.entries()) {
    const path = await askPath(api, world, guest, id);
    if (path !== null) await look(path, `the question about pair ${at}`);
    if (path !== null)
      await look(`/me/introductions/${id}/answer`, `the question about pair ${at}, signed in`);
  }
  await look(await followUpPath(api, world, guest), 'the follow-up');
  return seen;
}

/** The host: the board, the evening's list, the activity; the slower ones when asked for everything. */
export async function lookAsHost(
  api: Api,
  { organizationId, eventId, owner, guests }: World,
  known: Known,
  everything: boolean,
): Promise<Map<string, string>> {
  const organization = `/api/v1/organizations/${organizationId}`;
  const event = `${organization}/events/${eventId}`;
  const paths = {
    board: `${event}/introductions`,
    list: `${event}/attendees`,
    activity: `${organization}/activity`,
    ...(everything && {
      event,
      unsure: `${event}/unsure-mails`,
      csv: `${event}/attendees.csv`,
      insights: `${event}/insights`,
      'insights csv': `${event}/insights.csv`,
      'all insights': `${organization}/insights`,
      'all insights csv': `${organization}/insights.csv`,
      ...Object.fromEntries(
        known.map((id, at) => [`mails of pair ${at}`, `${event}/introductions/${id}/mails`]),
      ),
      ...Object.fromEntries(
        guests.map((guest, at) => [`history of ${at}`, `${event}/attendees/${guest.attendeeId}/history`]),
      ),
    }),
  };
  const seen = new Map<string, string>();
  for (const [name, url] of Object.entries(paths)) {
    const { statusCode, body } = await api.app.inject({
      method: 'GET',
      url,
      headers: headersOf(api, owner.cookie),
    });
    seen.set(name, `${statusCode} ${body}`);
  }
  return seen;
}

/** Every mail that reached somebody, by its id, with its minute. */
export async function mailsOf(
  { database }: Api,
  { organizationId }: World,
  { personId }: Guest,
): Promise<[string, string][]> {
  const mails = await database.sql<
    Record<'id' | 'kind' | 'subject' | 'text' | 'html', string> & { at: Date; headers: object }
  >(
    `select id, kind, final_at as at, subject, text_part as text, html_part as html, headers from mails
     where organization_id = $1 and person_id = $2 and state = 'sent' order by final_at, kind`,
    [organizationId, personId],
  );
  return mails.map(({ id, kind, at, subject, text, html, headers }) => [
    id,
    [kind, at.toISOString(), subject, text, html, JSON.stringify(headers)].join('\n'),
  ]);
}

/**
 * What the organization itself recorded of somebody who opted out or left is its own to read: their row in the lists, the
 * counts made of these rows, and in a pair their name and profile. Everything else of a text stays.
 */
export function withoutRowOf({ attendeeId, email }: Guest, text: string): string {
  const json = /^(\d+) (\{.*\})$/s.exec(text);
  if (json === null) {
    const isOthers = (line: string): boolean =>
      !line.includes(email) && !line.startsWith('Somebody who left');
    return text.split('\n').filter(isOthers).join('\n');
  }
  const told = JSON.parse(json[2]!, (key, value: unknown) => {
    if (key === 'counts') return undefined;
    if (Array.isArray(value)) return value.filter((one) => !isTheirs(one, attendeeId));
    if ((key === 'a' || key === 'b') && isTheirs(value, attendeeId)) return 'Y';
    return withoutTheirSentence(value);
  }) as unknown;
  return `${json[1]!} ${JSON.stringify(told)}`;
}

/** The sentence that Y read, and what it was made of. */
function withoutTheirSentence(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const side = 'a' in value && value.a === 'Y' ? 'A' : 'b' in value && value.b === 'Y' ? 'B' : null;
  return side === null ? value : { ...value, [`reasonFor${side}`]: 'Y', links: [] };
}

const isTheirs = (value: unknown, id: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('attendeeId' in value && value.attendeeId === id) || ('id' in value && value.id === id));

const named =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{32}\.[0-9a-f]{32}\b|(?<=name="formToken" value=")[^"]+|(?<=\.w)\d+(?=@)|(?<=world-)\d+|(?<="code":")[0-9A-Z]{4}-[0-9A-Z]{4}(?=")|127\.0\.0\.1:\d+/g;

/** Ids, tokens and the numbers of worlds by their order of appearance. */
export function neutral(text: string): string {
  const names = new Map<string, string>();
  return text.replace(named, (found) => {
    if (!names.has(found)) names.set(found, `#${names.size}`);
    return names.get(found)!;
  });
}

const headersOf = (api: Api, cookie: string) => ({ cookie, host: new URL(api.url).host });

async function askPath(
  api: Api,
  { organizationId }: World,
  guest: Guest,
  introductionId: string,
): Promise<string | null> {
  const [side] = await api.database.sql<{ id: string; endsAt: Date | null; wasAsked: boolean }>(
    `select s.id, ask_ends_at as "endsAt", consent <> 'not_asked' as "wasAsked" from introduction_sides s
     where introduction_id = $1 and person_id = $2`,
    [introductionId, guest.personId],
  );
  if (side === undefined || side.endsAt === null || !side.wasAsked) return null;
  return `/ask/${await tokenOf(api, 'ask', organizationId, guest.personId, side.id, side.endsAt)}`;
}

const followUpPath = async (api: Api, { organizationId }: World, { personId }: Guest): Promise<string> =>
  `/follow-up/${await tokenOf(api, 'follow-up', organizationId, personId, organizationId, null)}`;

function tokenOf(
  { db, config }: Api,
  purpose: 'ask' | 'follow-up',
  organizationId: string,
  personId: string,
  subjectId: string,
  expiresAt: Date | null,
): Promise<string> {
  return db.write({ kind: 'system' }, (tx) =>
    handleFor(tx, config.keys, { purpose, organizationId, personId, subjectId, expiresAt }),
  );
}
