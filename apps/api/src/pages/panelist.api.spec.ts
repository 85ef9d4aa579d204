import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Arriving, openStorage } from '#libs/files';
import { Transformer } from '@napi-rs/image';
import { words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeMember, makePerson } from '../../../../test/support/factories.ts';
import { pdf } from '../../../../test/support/made-files.ts';
import { type Panelist, makePanelHost } from '../../../../test/support/panelist.ts';
import { sweepOrphans } from '../../../worker/src/files/orphans.ts';
import { newLog } from '../../../worker/src/log.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));
afterAll(() => api.stop());

const sentences = words.panelistPage;
let people = 0;
const address = (): string => `panelist${String((people += 1))}@example.org`;

const said = {
  name: 'Ines Okafor',
  pronunciation: 'ee-NESS',
  bio: 'Foley artist.\n<b>Twenty</b> films.',
  links: 'ines.example/work\nhttps://guild.example',
};

/** A picture of one colour. */
const picture = (width = 600, height = 400, red = 200): Promise<Buffer> =>
  Transformer.fromRgbaPixels(
    Buffer.alloc(width * height * 4, Buffer.from([red, 40, 40, 255])),
    width,
    height,
  ).jpeg();

/** How many files lie in the folder of the api, arriving ones too. */
const keptFiles = (): number =>
  readdirSync(api.config.files.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

const photoFile = (bytes: Buffer) => ({ field: 'photo', name: 'me.jpg', bytes });

async function onPanel(given: Parameters<typeof makePanelHost>[1] = {}) {
  const host = await makePanelHost(api, given);
  const { id, panelist } = await host.ask(address());
  expect((await panelist.press('answer', { answer: 'yes' })).status).toBe(303);
  return { host, id, panelist };
}

const publicPage = async (slug: string): Promise<string> =>
  (await api.http.get(`/e/${slug}`).expect(200)).text;

const approved = async (panelist: Panelist, file?: Buffer): Promise<void> => {
  const sent = await panelist.send('profile', said, file === undefined ? undefined : photoFile(file));
  expect(sent.headers['location']).toBe(`${panelist.path}/preview`);
  expect((await panelist.press('right')).headers['location']).toBe(`${panelist.path}?saved=right`);
};

describe('the link of an invitation to a panel', () => {
  it('asks, with no address before the yes, and changes nothing by being opened', async () => {
    const host = await makePanelHost(api);
    const { id, panelist } = await host.ask(address());
    const page = await panelist.open().expect(200);
    expect(page.text).toContain(sentences.answer.yes);
    expect(page.text).toContain('19:30 to 20:15');
    expect(page.text).toContain('<strong>19:00</strong>');
    expect(page.text).not.toContain('1200 East 5th Street');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    const [row] = await api.database.sql<{ state: string }>('select state from panel_people where id = $1', [
      id,
    ]);
    expect(row?.state).toBe('invited');
  });

  it('takes a yes, then shows the address and asks for the profile', async () => {
    const host = await makePanelHost(api);
    const { panelist } = await host.ask(address());
    const yes = await panelist.press('answer', { answer: 'yes' });
    expect(yes.headers['location']).toBe(`${panelist.path}/profile`);
    const { text } = await panelist.open().expect(200);
    expect(text).toContain('1200 East 5th Street');
    expect(text).toContain(sentences.steps.profile);
    expect(text).toContain(`/evening/${panelist.path.split('/')[2] ?? ''}`);
  });

  it('takes a no, and a yes after it', async () => {
    const host = await makePanelHost(api);
    const { panelist } = await host.ask(address());
    await panelist.press('answer', { answer: 'no' });
    expect((await panelist.open().expect(200)).text).toContain(sentences.answer.declined);
    expect((await panelist.open('/profile').expect(303)).headers['location']).toBe(panelist.path);
    await panelist.press('answer', { answer: 'yes' });
    expect((await panelist.open().expect(200)).text).toContain(sentences.part.panelist);
  });

  it('opens for nobody who was taken off the panel, or whose link is made up', async () => {
    const { host, id, panelist } = await onPanel();
    await host.send('delete', `/panels/${host.panelId}/people/${id}`).expect(204);
    await panelist.open().expect(410);
    await api.http.get('/panelist/0123456789abcdef.00').expect(410);
  });

  it.each([
    ['the evening is cancelled', 'cancelled'],
    ['the evening is over', 'over'],
  ] as const)('says plainly that %s, whatever was answered, and takes no answer', async (_, end) => {
    const host = await makePanelHost(api);
    const [asked, no, yes] = [
      await host.ask(address()),
      await host.ask(address()),
      await host.ask(address()),
    ];
    await no.panelist.press('answer', { answer: 'no' });
    await yes.panelist.press('answer', { answer: 'yes' });
    for (const { panelist } of [asked, no]) expect((await panelist.open()).text).toContain('name="answer"');
    if (end === 'cancelled') await host.send('post', '/cancel', { reason: 'No heating' }).expect(200);
    else await api.setTime('2026-10-21T12:00:00Z');
    for (const { panelist } of [asked, no, yes]) {
      const { text } = await panelist.open().expect(200);
      const ended = panelist === yes.panelist ? sentences.over : sentences.overUnanswered;
      expect(text).toContain(end === 'cancelled' ? sentences.cancelled : ended);
      expect(text).not.toContain('name="answer"');
      expect(text).not.toContain(sentences.answer.declinedLead);
      expect(text).not.toContain(sentences.facts.addressLater);
      expect(text.includes('1200 East 5th Street')).toBe(panelist === yes.panelist);
    }
  });

  it.each(['they are', 'their panel is'])(
    'says plainly that %s off the evening, also unanswered',
    async (who) => {
      const host = await makePanelHost(api);
      const { id, panelist } = await host.ask(address());
      const away = who === 'they are' ? `/panels/${host.panelId}/people/${id}` : `/panels/${host.panelId}`;
      await host.send('delete', away).expect(204);
      expect((await panelist.open().expect(410)).text).toContain(words.problems['panelist-removed']);
      expect((await host.mails('panelist-cancelled')).length).toBe(0);
    },
  );

  it('needs the token of its form, also where a file comes with it', async () => {
    const { panelist } = await onPanel();
    const before = keptFiles();
    const slides = { field: 'slides', name: 'a.pdf', bytes: pdf() };
    expect((await panelist.sendAs('x', 'profile', said, photoFile(await picture()))).status).toBe(403);
    expect((await panelist.sendAs('x', 'slides', {}, slides)).status).toBe(403);
    expect((await panelist.open()).text).toContain(sentences.steps.profile);
    await panelist.open('/slides').expect(404);
    expect(keptFiles()).toBe(before);
    // The same with its token goes through.
    expect((await panelist.send('slides', {}, slides)).status).toBe(303);
  });
});

describe('a browser that says only that it tells no referrer', () => {
  // Safari before 16.4 sends no Sec-Fetch-Site.
  const old = { origin: 'null' };
  const slides = { field: 'slides', name: 'a.pdf', bytes: pdf() };

  it('sends forms with a file by their token, and nothing without', async () => {
    const { panelist } = await onPanel();
    const sent = await panelist.send('profile', said, photoFile(await picture()), old);
    expect(sent.headers['location']).toBe(`${panelist.path}/preview`);
    expect((await panelist.send('slides', {}, slides, old)).headers['location']).toBe(
      `${panelist.path}?saved=slides`,
    );
    expect((await panelist.sendAs('x', 'slides', {}, slides, old)).status).toBe(403);
    expect((await panelist.sendAs('x', 'profile', { ...said, name: 'Eve' }, undefined, old)).status).toBe(
      403,
    );
    expect((await panelist.open('/profile')).text).not.toContain('Eve');
  });

  it('sends none of them from another site, whatever token it has', async () => {
    const { panelist } = await onPanel();
    for (const site of [{ origin: 'https://evil.example' }, { ...old, 'sec-fetch-site': 'cross-site' }])
      expect((await panelist.send('slides', {}, slides, site)).status).toBe(403);
    await panelist.open('/slides').expect(404);
  });
});

describe('the profile of somebody on a panel', () => {
  it('shows on the public page only once they said that it is right, and a change only after they said so again', async () => {
    const { host, panelist } = await onPanel();
    await panelist.send('profile', said);
    expect((await panelist.open('/preview').expect(200)).text).toContain('Foley artist.');
    expect(await publicPage(host.event.slug)).not.toContain('Ines Okafor');
    await panelist.press('right');
    const page = await publicPage(host.event.slug);
    expect(page).toContain('Ines Okafor');
    expect(page).toContain('&lt;b&gt;Twenty&lt;/b&gt; films.');
    expect(page).toContain('href="https://ines.example/work"');
    expect(page).toContain('"performer":[{"@type":"Person","name":"Ines Okafor"}]');
    await panelist.send('profile', { ...said, bio: 'Now I mix.' });
    expect(await publicPage(host.event.slug)).not.toContain('Now I mix.');
    expect((await panelist.open()).text).toContain(sentences.steps.again);
    await panelist.press('right');
    expect(await publicPage(host.event.slug)).toContain('Now I mix.');
  });

  it('is read in public of people who said yes and that it is right, at published evenings, by the rule of the table', async () => {
    const { host, panelist } = await onPanel();
    await approved(panelist);
    const silent = await host.ask(address(), { name: 'Not Yet' });
    await silent.panelist.press('answer', { answer: 'yes' });
    await host.ask(address(), { name: 'Unanswered' });
    const draft = await onPanel({ event: { state: 'draft' } });
    await approved(draft.panelist);
    const events = [host.event.id, draft.host.event.id];
    const inPublic = async () => {
      const rows = await api.db.read({ kind: 'public' }, (reader) =>
        reader.query<{ name: string }>(
          'select name from panel_people where event_id = any ($1) order by name',
          [events],
        ),
      );
      return rows.map(({ name }) => name);
    };
    expect(await inPublic()).toEqual(['Ines Okafor']);
    const [rule] = await api.database.sql<{ using: string }>(
      `select pg_get_expr(polqual, polrelid) as using from pg_policy
       where polrelid = 'panel_people'::regclass and polname = 'public_face'`,
    );
    const rewrite = (using: string) =>
      api.database.sql(`alter policy public_face on panel_people using (${using})`);
    try {
      // The control: with an open rule everybody would be read.
      await rewrite(`app_scope() = 'public'`);
      expect(await inPublic()).toEqual(['Ines Okafor', 'Ines Okafor', 'Not Yet', 'Unanswered']);
      // The page asks for no more than it shows, whatever the rule.
      const page = await publicPage(host.event.slug);
      expect(page).toContain('Ines Okafor');
      expect(page).not.toContain('Not Yet');
      expect(page).not.toContain('Unanswered');
    } finally {
      await rewrite(rule?.using ?? 'false');
    }
    expect(await inPublic()).toEqual(['Ines Okafor']);
  });

  it('leaves the public page with a no', async () => {
    const { host, panelist } = await onPanel();
    await approved(panelist, await picture());
    const photo = /\/panelists\/[0-9a-f-]+/.exec(await publicPage(host.event.slug))?.[0] ?? '';
    await api.http.get(photo).expect(200);
    await panelist.press('answer', { answer: 'no' });
    expect(await publicPage(host.event.slug)).not.toContain('Ines Okafor');
    await api.http.get(photo).expect(404);
  });

  it('is filled in already at an evening of other organizers, and shown there only after a look', async () => {
    const first = await makePanelHost(api);
    const email = address();
    const one = await first.ask(email);
    await one.panelist.press('answer', { answer: 'yes' });
    await approved(one.panelist, await picture());
    const second = await makePanelHost(api);
    const other = await second.ask(email, { name: 'I. Okafor' });
    const yes = await other.panelist.press('answer', { answer: 'yes' });
    expect(yes.headers['location']).toBe(`${other.panelist.path}?saved=yes`);
    const form = (await other.panelist.open('/profile').expect(200)).text;
    expect(form).toContain('value="ee-NESS"');
    expect(form).toContain('https://ines.example/work');
    expect(await publicPage(second.event.slug)).not.toContain('ee-NESS');
    await other.panelist.press('right');
    expect(await publicPage(second.event.slug)).toContain('ee-NESS');
    // The first evening still shows the photo that stood there when they said that it is right.
    await other.panelist.send('profile', said, photoFile(await picture(500, 500, 10)));
    const photo = /\/panelists\/[0-9a-f-]+/.exec(await publicPage(first.event.slug))?.[0] ?? '';
    await api.http.get(photo).expect(200);
  });

  it('keeps everything that was typed when something is wrong', async () => {
    const { panelist } = await onPanel();
    const sent = await panelist.send(
      'profile',
      { ...said, name: '', links: 'javascript:alert(1)' },
      photoFile(Buffer.from('GIF89a, not a picture that we take')),
    );
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('value="ee-NESS"');
    expect(sent.text).toContain('&lt;b&gt;Twenty&lt;/b&gt; films.');
    expect(sent.text).toContain(sentences.profile.faults.photo);
    expect(sent.text).toContain('javascript:alert(1)');
    expect(sent.text).not.toContain('href="javascript:');
    expect((await panelist.open()).text).toContain(sentences.steps.profile);
  });

  it('reads ten pictures of somebody within an hour, whatever they hold, and all else as often as it is sent', async () => {
    const { panelist } = await onPanel();
    const { faults } = sentences.profile;
    const send = async (file?: ReturnType<typeof photoFile>) => panelist.send('profile', said, file);
    for (let time = 0; time < 10; time += 1)
      expect((await send(photoFile(Buffer.from('GIF89a')))).text).toContain(faults.photo);
    const refused = await send(photoFile(await picture()));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(faults.photosMany);
    expect(refused.text).toContain('value="ee-NESS"');
    expect((await send()).status).toBe(303);
    const { panelist: other } = await onPanel();
    expect((await other.send('profile', said, photoFile(await picture()))).status).toBe(303);
  });

  it('takes at most five links', async () => {
    const { panelist } = await onPanel();
    const links = Array.from({ length: 6 }, (_, at) => `site${String(at)}.example`).join('\n');
    expect((await panelist.send('profile', { ...said, links })).text).toContain(
      sentences.profile.faults.links(5),
    );
  });
});

describe('the photo of somebody on a panel', () => {
  it('becomes an upright square of 480 pixels without anything else of the file', async () => {
    const { host, panelist } = await onPanel();
    const exif = Buffer.from(
      'ffe10022457869660000 4d4d002a00000008 0001 0112 0003 00000001 0006 0000 00000000'.replaceAll(' ', ''),
      'hex',
    );
    const plain = await picture(900, 300);
    const note = Buffer.from('secret place of the picture');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note]);
    await approved(panelist, Buffer.concat([plain.subarray(0, 2), exif, comment, plain.subarray(2)]));
    const photo = /\/panelists\/[0-9a-f-]+/.exec(await publicPage(host.event.slug))?.[0] ?? '';
    const served = await api.http.get(photo).expect(200);
    expect(served.headers['content-type']).toBe('image/jpeg');
    expect(served.headers['cache-control']).toContain('immutable');
    const bytes = served.body as Buffer;
    const { width, height, orientation } = await new Transformer(bytes).metadata(true);
    expect({ width, height, orientation }).toEqual({ width: 480, height: 480, orientation: undefined });
    expect(bytes.includes('secret place')).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);
  });

  it('is seen by nobody else before it is called right', async () => {
    const { panelist } = await onPanel();
    await panelist.send('profile', said, photoFile(await picture()));
    const own = await panelist.open('/photo').expect(200);
    expect(own.headers['cache-control']).toBe('private, no-store');
    const [row] = await api.database.sql<{ id: string }>(
      'select id from panelist_photos order by created_at desc, id desc limit 1',
    );
    await api.http.get(`/panelists/${row?.id ?? ''}`).expect(404);
    // Nor where the evening is not published.
    const draft = await onPanel({ event: { state: 'draft' } });
    await approved(draft.panelist, await picture());
    const [hidden] = await api.database.sql<{ id: string }>(
      'select id from panelist_photos order by created_at desc, id desc limit 1',
    );
    await api.http.get(`/panelists/${hidden?.id ?? ''}`).expect(404);
  });

  it('that claims more pixels than are decoded is refused without being decoded', async () => {
    const { panelist } = await onPanel();
    const bomb = Buffer.from(await new Transformer(await picture(8, 8)).png());
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const began = performance.now();
    const sent = await panelist.send('profile', said, photoFile(bomb));
    expect(sent.text).toContain(sentences.profile.faults.photo);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('that is larger than 8 MB is refused with what was typed', async () => {
    const { panelist } = await onPanel();
    const large = Buffer.concat([await picture(), Buffer.alloc(8 * 1024 * 1024)]);
    const sent = await panelist.send('profile', said, photoFile(large));
    expect(sent.status).toBe(422);
    expect(sent.text).toContain(sentences.profile.faults.photoLarge);
    expect(sent.text).toContain('Foley artist.');
  });
});

describe('what somebody on a panel needs, and how many they would meet', () => {
  it('keeps needs for the organizers of this evening, off every page but their own', async () => {
    const { host, id, panelist } = await onPanel();
    await approved(panelist);
    await panelist.press('needs', { needs: 'A step-free way to the stage.' });
    expect((await panelist.open()).text).toContain('A step-free way to the stage.');
    expect(await publicPage(host.event.slug)).not.toContain('step-free');
    const other = await host.ask(address(), { name: 'Jon' });
    await other.panelist.press('answer', { answer: 'yes' });
    expect((await other.panelist.open()).text).not.toContain('step-free');
    const staff = await api.http
      .get(`${host.path}/panels/${host.panelId}/people/${id}`)
      .set('cookie', host.cookie)
      .expect(200);
    expect(JSON.stringify(staff.body)).toContain('step-free');
    const long = await panelist.press('needs', { needs: 'x'.repeat(1001) });
    expect(long.status).toBe(422);
    expect(long.text).toContain('x'.repeat(1001));
  });

  it('introduces nobody to them unless they raise it, and takes that as a yes to introductions', async () => {
    const { id, panelist } = await onPanel();
    const now = () =>
      api.database.sql<{ most: string | null; consents: string }>(
        `select a.profile ->> 'maxIntroductions' as most, (select count(*) from consents c where c.person_id = a.person_id
           and c.purpose = 'introductions' and c.answer = 'given' and c.withdrawn_at is null) as consents
         from panel_people pp join attendees a on a.id = pp.attendee_id where pp.id = $1`,
        [id],
      );
    expect((await now())[0]?.consents).toBe('0');
    expect(['0', null]).toContain((await now())[0]?.most);
    await panelist.press('introductions', { most: '2' });
    expect(await now()).toEqual([{ most: '2', consents: '1' }]);
    await panelist.press('introductions', { most: '9' });
    expect((await now())[0]?.most).toBe('2');
  });
});

describe('slides', () => {
  const send = (panelist: Panelist, bytes: Buffer, name = 'talk.pdf') =>
    panelist.send('slides', {}, { field: 'slides', name, bytes });

  it('reach the organizers as a file to save, and go when they are taken back', async () => {
    const { host, id, panelist } = await onPanel();
    expect((await send(panelist, pdf())).headers['location']).toBe(`${panelist.path}?saved=slides`);
    const url = `${host.path}/panels/${host.panelId}/people/${id}/slides`;
    const got = await api.http.get(url).set('cookie', host.cookie).expect(200);
    expect(got.headers['content-disposition']).toBe('attachment; filename="slides.pdf"');
    expect(got.headers['content-security-policy']).toContain('sandbox');
    expect((got.body as Buffer).equals(pdf())).toBe(true);
    await panelist.open('/slides').expect(200);
    await panelist.press('slides-removed');
    await api.http.get(url).set('cookie', host.cookie).expect(404);
    await panelist.open('/slides').expect(404);
  });

  it('are for staff of their own organization with the right to it', async () => {
    const { host, id, panelist } = await onPanel();
    await send(panelist, pdf());
    const url = `${host.path}/panels/${host.panelId}/people/${id}/slides`;
    const door = await makeMember(api.database, host.organization.id, 'door');
    await api.http
      .get(url)
      .set('cookie', await api.cookieOf(door.personId))
      .expect(403);
    const stranger = await makePerson(api.database);
    await api.http
      .get(url)
      .set('cookie', await api.cookieOf(stranger.id))
      .expect(404);
    const other = await makePanelHost(api);
    const elsewhere = `${other.path}/panels/${other.panelId}/people/${id}/slides`;
    await api.http.get(elsewhere).set('cookie', other.cookie).expect(404);
  });

  it('of a kind that is not taken are refused, and the ones of before stay', async () => {
    const { panelist } = await onPanel();
    await send(panelist, pdf());
    const refused = await send(panelist, Buffer.from('<script>alert(1)</script>'), 'talk.pptx');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(sentences.slides.faults.type);
    await panelist.open('/slides').expect(200);
    expect((await panelist.send('slides', {})).text).toContain(sentences.slides.faults.missing);
  });

  it('larger than 50 MB are refused, and nothing of them stays', async () => {
    const { panelist } = await onPanel();
    const before = keptFiles();
    const refused = await send(panelist, Buffer.alloc(50 * 1024 * 1024 + 5));
    expect(refused.text).toContain(sentences.slides.faults.large);
    await panelist.open('/slides').expect(404);
    expect(keptFiles()).toBe(before);
  });

  it('that replace others leave one file behind', async () => {
    const { id, panelist } = await onPanel();
    const before = keptFiles();
    await send(panelist, pdf());
    await send(panelist, pdf('2 0 obj << /Title (two) >> endobj'), 'second.pdf');
    const rows = await api.database.sql<{ name: string }>(
      'select name from slides where panel_person_id = $1',
      [id],
    );
    expect(rows).toEqual([{ name: 'second.pdf' }]);
    expect(keptFiles()).toBe(before + 1);
  });

  it.each(['their no', 'the organizers'])('go with whoever leaves the panel by %s', async (by) => {
    const { host, id, panelist } = await onPanel();
    await send(panelist, pdf());
    await panelist.press('needs', { needs: 'A chair' });
    if (by === 'their no') await panelist.press('answer', { answer: 'no' });
    else await host.send('delete', `/panels/${host.panelId}/people/${id}`).expect(204);
    const left = await api.database.sql(
      `select panel_person_id from slides where panel_person_id = $1
       union all select panel_person_id from panelist_needs where panel_person_id = $1`,
      [id],
    );
    expect(left).toEqual([]);
  });

  it('stay while somebody has them, however old, and go with a sweep when nobody has', async () => {
    const { id, panelist } = await onPanel();
    await send(panelist, pdf());
    const old = new Date(Date.now() - 3 * 24 * 3_600_000);
    for (const entry of readdirSync(api.config.files.folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), old, old);
    await sweep();
    // What others left behind is gone by now.
    const before = keptFiles();
    await panelist.open('/slides').expect(200);
    await api.database.sql('delete from slides where panel_person_id = $1', [id]);
    await sweep();
    expect(keptFiles()).toBe(before - 1);
  });
});

function sweep(): Promise<void> {
  const { files } = api.config;
  const [storage, arriving] = [openStorage(files), new Arriving(files.folder)];
  return sweepOrphans({ db: api.db, storage, arriving, log: newLog('test') }, { kind: 'system' });
}
