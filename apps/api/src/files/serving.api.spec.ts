import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type CritiqueEvening, makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { wav } from '../../../../test/support/made-files.ts';
import { Uploader } from '../../../../test/support/uploads.ts';

let api: Api;
let evening: CritiqueEvening;
let fileId: string;
const bytes = wav();
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T17:00:00Z' });
});
beforeEach(async () => {
  evening = await makeCritiqueEvening(api, { authors: 6, critics: 2 });
  const [work] = evening.works;
  const uploader = new Uploader(api, work!.author.token, evening.critiqueSessionId);
  fileId = (await uploader.send(bytes)).id;
  await sql('update submissions set file_id = $2, state = $3 where id = $1', [work!.id, fileId, 'accepted']);
});
afterAll(() => api.stop());

const sql = (text: string, values: unknown[]) => api.database.sql(text, values);
const path = (token: string) =>
  `/api/v1/critique/${token}/sessions/${evening.critiqueSessionId}/submissions/${evening.works[0]!.id}/listen`;
/** The mark of one and the same browser. */
const browser = 'browser=one-of-the-evening';
const listen = (token: string) => api.http.post(path(token)).set('cookie', browser);
const get = (url: string, cookie = browser) => api.http.get(url).set('cookie', cookie);
const urlFor = async (token: string): Promise<string> => (await listen(token).expect(200)).body.url;

async function staffListen(cookie: string) {
  const { organization, event, critiqueSessionId, works } = evening;
  return api.http
    .post(
      `/api/v1/organizations/${organization.id}/events/${event.id}/critique-sessions/${critiqueSessionId}/submissions/${works[0]!.id}/listen`,
    )
    .set('cookie', `${cookie}; ${browser}`);
}

describe('a file', () => {
  it('is streamed so that no browser runs, shows or keeps it', async () => {
    const { headers, body } = await get(await urlFor(evening.works[0]!.author.token)).expect(200);
    expect(Buffer.compare(body as Buffer, bytes)).toBe(0);
    expect(headers).toMatchObject({
      'content-type': 'audio/wav',
      'content-disposition': 'attachment; filename="work.wav"',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
    });
  });

  it('is streamed in the part that is asked for', async () => {
    const url = await urlFor(evening.works[0]!.author.token);
    const part = await get(url).set('range', 'bytes=0-3').expect(206);
    expect([part.headers['content-range'], (part.body as Buffer).toString()]).toEqual([
      `bytes 0-3/${bytes.length}`,
      'RIFF',
    ]);
    const none = await get(url).set('range', `bytes=${bytes.length}-`).expect(416);
    expect(none.headers['content-range']).toBe(`bytes */${bytes.length}`);
    const { headers } = await api.http.head(url).set('cookie', browser).set('range', 'bytes=0-3').expect(200);
    expect(headers['content-length']).toBe(String(bytes.length));
  });

  it('is heard by its author, its critics and those who run the session, and by nobody else', async () => {
    const { works, people, guest, organization } = evening;
    const critics = works[0]!.critics.map(({ critic }) => critic.personId);
    for (const person of [...people, guest]) {
      const may = person === works[0]!.author || critics.includes(person.personId);
      expect([person.name, (await listen(person.token)).status]).toEqual([person.name, may ? 200 : 404]);
    }
    const roles: [string, string, number][] = [
      ['owner', organization.id, 200],
      ['editor', organization.id, 200],
      ['host', organization.id, 200],
      ['door', organization.id, 403],
      ['owner', (await makeOrganization(api.database)).id, 404],
    ];
    for (const [role, at, status] of roles) {
      const { personId } = await makeMember(api.database, at, role as 'owner');
      expect([role, (await staffListen(await api.cookieOf(personId))).status]).toEqual([role, status]);
    }
  });

  it('is closed at the next request to whoever may no longer hear it', async () => {
    const { critic, assignmentId } = evening.works[0]!.critics[0]!;
    const url = await urlFor(critic.token);
    await get(url).expect(200);
    for (const [statement, back] of [
      [
        "update assignments set state = 'declined' where id = $1",
        "update assignments set state = 'assigned' where id = $1",
      ],
      [
        "update assignments set state = 'missed' where id = $1",
        "update assignments set state = 'assigned' where id = $1",
      ],
    ]) {
      await sql(statement!, [assignmentId]);
      await get(url).expect(404);
      await sql(back!, [assignmentId]);
      await get(url).expect(200);
    }
    await sql('update files set delete_at = app_now() where id = $1', [fileId]);
    await get(url).expect(404);
  });

  it('is heard by its critics until 30 days after the session, also where its author keeps it', async () => {
    const { author, critics } = evening.works[0]!;
    const { critic } = critics[0]!;
    await sql(`update critique_sessions set state = 'ended', ended_at = app_now() where id = $1`, [
      evening.critiqueSessionId,
    ]);
    await sql('update submissions set keeps_file = true where file_id = $1', [fileId]);
    await api.setTime('2026-11-09T16:59:00Z');
    const url = await urlFor(critic.token);
    await api.setTime('2026-11-09T17:01:00Z');
    await get(url).expect(404);
    await listen(critic.token).expect(404);
    await get(await urlFor(author.token)).expect(200);
    await api.setTime('2026-10-10T17:00:00Z');
  });

  it('does not open by a link that was changed, is of another file, or of somebody else’s session', async () => {
    const url = await urlFor(evening.works[0]!.author.token);
    const [start, mac] = [url.slice(0, url.lastIndexOf('.') + 1), url.slice(url.lastIndexOf('.') + 1)];
    const other = mac.startsWith('A') ? 'B' : 'A';
    const wrong = [
      `${start}${other}${mac.slice(1)}`,
      start,
      url.replace(fileId, newId()),
      `${url}.x`,
      `/api/v1/files/${fileId}/x`,
    ];
    const answers = await Promise.all(wrong.map((one) => get(one)));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    // In a browser that did not ask for it, it opens for nobody.
    await get(url).expect(200);
    for (const cookie of ['', 'browser=another', 'browser=']) await get(url, cookie).expect(404);
    const { personId } = await makeMember(api.database, evening.organization.id, 'host');
    const cookie = await api.cookieOf(personId);
    const staffUrl = ((await staffListen(cookie)).body as { url: string }).url;
    await get(staffUrl, `${cookie}; ${browser}`).expect(200);
    await get(staffUrl).expect(404);
    await sql("update critique_sessions set state = 'ended' where id = $1", [evening.critiqueSessionId]);
    await get(staffUrl, `${cookie}; ${browser}`).expect(404);
  });
});
