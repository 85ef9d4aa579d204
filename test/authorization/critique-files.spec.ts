import { readFile } from 'node:fs/promises';
import { Reader, fileTicket, hashToken } from '#libs/database';
import { newId } from '#libs/domain';
import { type Route, routesOf } from '../../apps/api/src/routes.ts';
import { type Api, startApi } from '../support/api.ts';
import {
  type CritiqueEvening,
  type PersonThere,
  makeCritiqueEvening,
  makeHearing,
  makeThere,
} from '../support/critique-evening.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';
import { wav } from '../support/made-files.ts';
import { Uploader } from '../support/uploads.ts';

// Nobody but its author, its assigned critics and whoever runs the session can fetch a work (critique.md, rule 8). Every
// route of the app whose path names a file, a work or a ticket, or which answers with a link to hear one, is asked by
// everybody there is. The routes are the app's own: one that is new fails until it stands in the table.

let api: Api;
let evening: CritiqueEvening;
let fileId: string;
const bytes = wav();
const browser = 'browser=the-browser-that-asked';

beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T17:00:00Z' });
});
beforeEach(async () => {
  evening = await makeCritiqueEvening(api, { authors: 6, critics: 2 });
  fileId = await withFile(evening, 0);
});
afterAll(() => api.stop());

const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
const work = () => evening.works[0]!;
const author = () => work().author;
const critic = (at: number) => work().critics[at]!;

/** A work with sound, sent by its author. */
async function withFile({ works, critiqueSessionId }: CritiqueEvening, at: number): Promise<string> {
  const { id, author } = works[at]!;
  const sent = await new Uploader(api, author.token, critiqueSessionId).send(bytes);
  await sql(`update submissions set file_id = $2, medium = 'audio', link = null where id = $1`, [
    id,
    sent.id,
  ]);
  return sent.id;
}

/** Somebody who asks: by which link, in whose session, and with a ticket that was signed for whom. */
interface Viewer {
  token: string;
  cookie: string;
  ticket: { kind: 'attendee' | 'staff'; personId: string };
}

const noLink = `${'0'.repeat(32)}.${'0'.repeat(43)}`;

const atTheEvening = async ({ token, personId }: PersonThere): Promise<Viewer> => ({
  token,
  // Signed in as well, which has to change nothing.
  cookie: await api.cookieOf(personId),
  ticket: { kind: 'attendee', personId },
});

async function member(
  role: 'owner' | 'editor' | 'host' | 'door',
  where = evening.organization.id,
): Promise<Viewer> {
  const { personId } = await makeMember(api.database, where, role);
  return { token: noLink, cookie: await api.cookieOf(personId), ticket: { kind: 'staff', personId } };
}

async function hostAfterTheEnd(feedbackTo: 'author' | 'facilitator'): Promise<Viewer> {
  await sql(
    `update critique_sessions set state = 'ended', ended_at = app_now(), feedback_to = $2 where id = $1`,
    [evening.critiqueSessionId, feedbackTo],
  );
  return member('host');
}

async function removedHost(): Promise<Viewer> {
  const host = await member('host');
  await sql('delete from members where person_id = $1', [host.ticket.personId]);
  return host;
}

async function hostOf(eventId: string): Promise<Viewer> {
  const host = await member('host');
  await sql('update members set event_ids = array[$2::uuid] where person_id = $1', [
    host.ticket.personId,
    eventId,
  ]);
  return host;
}

/** A guest of the evening whose row was changed before they ask. */
async function guestIn(status: string, assigned: boolean): Promise<Viewer> {
  const guest = await makeThere(api, evening.event, `Gina ${status}`);
  if (assigned) await makeHearing(api, evening, work().id, guest);
  await sql(
    `update attendees set status = $2::text, seat = false, cancel_cause = case when $2::text = 'cancelled' then 'by-person' end where id = $1`,
    [guest.attendeeId, status],
  );
  return atTheEvening(guest);
}

async function criticIn(state: string): Promise<Viewer> {
  const { critic: one, assignmentId } = critic(0);
  await sql('update assignments set state = $2 where id = $1', [assignmentId, state]);
  return atTheEvening(one);
}

/** Whoever hears no more than other works. */
const criticElsewhere = (): PersonThere =>
  evening.people.find(
    ({ personId }) =>
      personId !== author().personId && work().critics.every(({ critic }) => critic.personId !== personId),
  )!;

const [yes, gone] = [200, 404];

/**
 * What a request gets. By link: to hear it at the evening. As staff: to hear it in their session. By ticket: the bytes, with
 * a ticket that was signed for this person, maybe when they still might. Own file: what belongs to whoever sent it. Letter:
 * what hosts read where the session says so, which holds none of the bytes; here it is private or not out yet.
 * 200 is let in; 401 is asked to sign in; 403 has not this right; 404 finds nothing; 409 has no seat; 410 has no link.
 */
const table = `
                                       by link  as staff  by ticket  own file  letter
  the author                           200      404       200        200       404
  a critic who is assigned             200      404       200        404       404
  a critic who has heard it            200      404       200        404       404
  a critic who declined                404      404       404        404       404
  a critic who did not come            404      404       404        404       404
  a critic of another work             404      404       404        404       404
  a guest without a work               404      404       404        404       404
  a pending guest                      409      404       404        409       404
  a critic on the waitlist             409      404       404        409       404
  a critic whose seat was cancelled    409      404       404        409       404
  the author of another session        404      404       404        404       404
  a critic by another evening's link   404      404       200        404       404
  a stranger without a link            410      401       404        410       401
  the owner                            410      200       200        410       403
  an editor                            410      200       200        410       403
  a host                               410      200       200        410       403
  a host of this event                 410      200       200        410       403
  a host of other events               410      404       404        410       404
  a host after the end                 410      404       404        410       403
  a host who reads the letters         410      200       200        410       404
  a host who was removed               410      404       404        410       404
  somebody at the door                 410      403       404        410       403
  the owner of another organization    410      404       404        410       404
`;

const makers: Readonly<Record<string, () => Viewer | Promise<Viewer>>> = {
  'the author': () => atTheEvening(author()),
  'a critic who is assigned': () => criticIn('assigned'),
  'a critic who has heard it': () => criticIn('done'),
  'a critic who declined': () => criticIn('declined'),
  'a critic who did not come': () => criticIn('missed'),
  'a critic of another work': () => atTheEvening(criticElsewhere()),
  'a guest without a work': () => atTheEvening(evening.guest),
  'a pending guest': () => guestIn('pending', false),
  'a critic on the waitlist': () => guestIn('waitlisted', true),
  'a critic whose seat was cancelled': () => guestIn('cancelled', true),
  'the author of another session': async () => atTheEvening(await authorElsewhere()),
  "a critic by another evening's link": async () => atTheEvening(await sameCriticElsewhere()),
  'a stranger without a link': () => stranger(),
  'the owner': () => member('owner'),
  'an editor': () => member('editor'),
  'a host': () => member('host'),
  'a host of this event': () => hostOf(evening.event.id),
  'a host of other events': async () => hostOf((await otherEvent()).id),
  'a host after the end': () => hostAfterTheEnd('author'),
  'a host who reads the letters': () => hostAfterTheEnd('facilitator'),
  'a host who was removed': () => removedHost(),
  'somebody at the door': () => member('door'),
  'the owner of another organization': async () => member('owner', (await makeOrganization(api.database)).id),
};

interface Row {
  link: number;
  staff: number;
  ticket: number;
  own: number;
  letter: number;
}

const rows = new Map<string, Row>(
  [...table.matchAll(/^ +(\S.*?) {2,}(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$/gm)].map(
    ([, who = '', ...figures]) => {
      const [link = 0, staff = 0, ticket = 0, own = 0, letter = 0] = figures.map(Number);
      return [who, { link, staff, ticket, own, letter }];
    },
  ),
);

/** Each route that has to do with a file, and which figure of the table it answers with. */
const answersOf: Readonly<Record<string, (row: Row) => number>> = {
  'POST listening.listen': ({ link }) => link,
  'POST staffListening.listen': ({ staff }) => staff,
  'GET servedFiles.serve': ({ ticket }) => ticket,
  'HEAD uploads.offset': ({ own }) => own,
  'GET uploads.look': ({ own }) => own,
  // It is whole: no byte is to come, and none is given out.
  'PATCH uploads.append': ({ own }) => (own === yes ? gone : own),
  'PUT uploads.draw': ({ own }) => (own === yes ? 204 : own),
  'DELETE uploads.end': ({ own }) => (own === yes ? 204 : own),
  // It names a work and gives out none of its bytes; none is out here.
  'GET letters.version': ({ own }) => (own === yes ? gone : own),
  'GET facilitatorLetters.letter': ({ letter }) => letter,
};

const stranger = (): Viewer => ({
  token: noLink,
  cookie: '',
  ticket: { kind: 'attendee', personId: newId() },
});
const otherEvent = () => makeEvent(api.database, evening.organization.id);

async function authorElsewhere(): Promise<PersonThere> {
  const other = await makeCritiqueEvening(api, { authors: 3, critics: 1 });
  await withFile(other, 0);
  return other.works[0]!.author;
}

/** The person hears the work; the link they come by is of an evening where it is not. */
async function sameCriticElsewhere(): Promise<PersonThere> {
  const { personId, name } = critic(0).critic;
  return makeThere(api, await otherEvent(), name, { id: personId });
}

const nameOf = ({ method, operationId }: Route): string => `${method} ${operationId}`;

/** By what their paths say, and by the shape of what they answer. */
async function routesOfFiles(): Promise<Route[]> {
  const { paths } = JSON.parse(await readFile('openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, { operationId?: string; responses?: object }>>;
  };
  const linking = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .filter(({ responses }) => JSON.stringify(responses ?? {}).includes('/ListeningView"'))
    .map(({ operationId }) => operationId);
  return routesOf(api.app).filter(
    ({ path, operationId }) =>
      /:(fileId|submissionId|ticket)\b|\/listen$/.test(path) || linking.includes(operationId),
  );
}

async function ask(route: Route, { token, cookie, ticket }: Viewer) {
  const path = route.path
    .replace(':organizationId', evening.organization.id)
    .replace(':eventId', evening.event.id)
    .replace(':critiqueSessionId', evening.critiqueSessionId)
    .replace(':submissionId', work().id)
    .replace(':fileId', fileId)
    .replace(':token', token)
    .replace(':ticket', await ticketFor(ticket));
  const request = api.http[route.method.toLowerCase() as 'get'](path).set('cookie', `${cookie}; ${browser}`);
  if (path.includes('/uploads/')) request.set('tus-resumable', '1.0.0');
  if (route.method === 'PATCH')
    return request
      .set({ 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
      .send(bytes);
  return route.method === 'PUT' ? request.send({ peaks: [1, 2] }) : request;
}

/** As the api would have signed it when they still might. */
const ticketFor = (ticket: Viewer['ticket'], file = fileId): Promise<string> =>
  api.db.read({ kind: 'installation' }, (reader) =>
    fileTicket(
      reader,
      api.config.keys,
      { fileId: file, browser: hashToken(browser.slice('browser='.length)) },
      { ...ticket, organizationId: evening.organization.id },
    ),
  );

async function tableOf(viewer: Viewer): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  const routes = await routesOfFiles();
  // What ends the file comes last.
  routes.sort((one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'));
  for (const route of routes) {
    const answer = await ask(route, viewer);
    answers[nameOf(route)] = answer.status;
    const gives = Buffer.isBuffer(answer.body) && answer.body.includes('WAVE');
    expect([nameOf(route), gives]).toEqual([
      nameOf(route),
      route.operationId === 'servedFiles.serve' && answer.status === yes,
    ]);
  }
  return answers;
}

const expectedOf = (who: string): Record<string, number> =>
  Object.fromEntries(Object.entries(answersOf).map(([name, answer]) => [name, answer(rows.get(who)!)]));

const viewerOf = async (who: string): Promise<Viewer> => makers[who]!();

describe('who can fetch a work', () => {
  it('is asked of every route that has to do with a file', async () => {
    expect((await routesOfFiles()).map(nameOf).sort()).toEqual(Object.keys(answersOf).sort());
  });

  it('is asked for everybody in the table', () => {
    expect([...rows.keys()]).toEqual(Object.keys(makers));
  });

  it.each([...rows.keys()])('%s gets what the table says, at every route', async (who) => {
    expect(await tableOf(await viewerOf(who))).toEqual(expectedOf(who));
  });

  it('would be noticed to be everybody who comes with a ticket (control)', async () => {
    const who = 'a critic who declined';
    const viewer = await viewerOf(who);
    type Query = Reader['query'];
    const query: Query = Reflect.get<Reader, 'query'>(Reader.prototype, 'query');
    // As if whoever asks were a critic of the work.
    Reader.prototype.query = function <Row>(
      this: Reader,
      ...[text, values]: Parameters<Query>
    ): Promise<Row[]> {
      const asksForCritics = text.includes('join assignments a on a.submission_id = s.id');
      return asksForCritics
        ? Promise.resolve([{} as Row])
        : query.call<Reader, Parameters<Query>, Promise<Row[]>>(this, text, values);
    };
    try {
      const answers = await tableOf(viewer);
      expect(answers).toMatchObject({ 'POST listening.listen': yes, 'GET servedFiles.serve': yes });
      expect(answers).not.toEqual(expectedOf(who));
    } finally {
      Reader.prototype.query = query;
    }
    expect(await tableOf(viewer)).toEqual(expectedOf(who));
  });
});

describe('a ticket', () => {
  /** What a link that was given out opens now. */
  async function given(viewer: Viewer) {
    const listening = routesOf(api.app).find(({ operationId }) => operationId === 'listening.listen')!;
    const { url } = (await ask(listening, viewer)).body as { url: string };
    return (cookie = browser) =>
      api.http
        .get(url)
        .set('cookie', cookie)
        .then(({ status }) => status);
  }

  it('opens for whoever asked for it, and in no other browser', async () => {
    const viewer = await criticIn('assigned');
    const open = await given(viewer);
    expect(await open()).toBe(yes);
    const another = await api.cookieOf(evening.guest.personId);
    expect([await open(''), await open('browser=of-somebody-else'), await open(another)]).toEqual([
      gone,
      gone,
      gone,
    ]);
  });

  it('of staff opens in their own session alone', async () => {
    const [host, other] = [await member('host'), await member('host')];
    const url = `/api/v1/files/${fileId}/${await ticketFor(host.ticket)}`;
    const open = async (cookie: string) =>
      (await api.http.get(url).set('cookie', `${cookie}; ${browser}`)).status;
    expect([await open(host.cookie), await open(other.cookie), await open('')]).toEqual([yes, gone, gone]);
  });

  it.each([
    [
      'the right was lost',
      () => sql(`update assignments set state = 'declined' where id = $1`, [critic(0).assignmentId]),
    ],
    [
      'the seat was cancelled',
      () =>
        sql(
          `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
          [critic(0).critic.attendeeId],
        ),
    ],
    [
      'the work was withdrawn',
      () => sql(`update submissions set state = 'withdrawn' where id = $1`, [work().id]),
    ],
    [
      'another file took its place',
      async () =>
        sql('update submissions set file_id = $2 where id = $1', [work().id, await withFile(evening, 1)]),
    ],
    [
      'the file is to be deleted',
      () => sql('update files set delete_at = app_now() where id = $1', [fileId]),
    ],
    ['the file is gone', () => sql(`update files set state = 'gone' where id = $1`, [fileId])],
  ])('opens nothing once %s', async (_, happen) => {
    const open = await given(await criticIn('assigned'));
    expect(await open()).toBe(yes);
    await happen();
    expect(await open()).toBe(gone);
  });

  it('opens for 15 minutes of real time', async () => {
    const open = async (ageMs: number): Promise<number> => {
      const ticket = await aged(ageMs);
      return (await api.http.get(`/api/v1/files/${fileId}/${ticket}`).set('cookie', browser)).status;
    };
    expect([await open(14.5 * 60_000), await open(15 * 60_000)]).toEqual([yes, gone]);
  });

  it('opens no other file, and no file of another session', async () => {
    const others = [
      await withFile(evening, 1),
      await withFile(await makeCritiqueEvening(api, { authors: 3, critics: 1 }), 0),
    ];
    const mine = { kind: 'attendee', personId: author().personId } as const;
    for (const other of others) {
      // Signed for this file and asked for that one; and signed for that one, which is not theirs.
      for (const ticket of [await ticketFor(mine), await ticketFor(mine, other)])
        await api.http.get(`/api/v1/files/${other}/${ticket}`).set('cookie', browser).expect(gone);
    }
  });

  it('says the same to everybody whom it does not open for', async () => {
    const ticket = await ticketFor({ kind: 'attendee', personId: evening.guest.personId });
    const paths = [`${fileId}/${ticket}`, `${newId()}/${ticket}`, `${fileId}/x`];
    const answers = await Promise.all(
      paths.map((path) => api.http.get(`/api/v1/files/${path}`).set('cookie', browser)),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});

/** A ticket of the author that was signed so long ago. */
function aged(ageMs: number): Promise<string> {
  const place = { fileId, browser: hashToken(browser.slice('browser='.length)) };
  const organizationId = evening.organization.id;
  const before = {
    query: <Row>() =>
      sql('select clock_timestamp() - make_interval(secs => $1) as now', [ageMs / 1000]) as Promise<Row[]>,
  };
  return fileTicket(before, api.config.keys, place, {
    kind: 'attendee',
    personId: author().personId,
    organizationId,
  });
}
