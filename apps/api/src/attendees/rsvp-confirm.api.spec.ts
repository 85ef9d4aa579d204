import { words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { RsvpDesk, seenOn, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
});

afterAll(() => api.stop());

const { confirmChanged } = words.pages.rsvp;

/** The page behind the link as its person opened it, and what they press there later. */
async function opened(email: string) {
  const event = await desk.evening();
  await api.database.sql('update events set plus_ones = 2 where id = $1', [event.id]);
  await desk.rsvp(event, email);
  const link = await desk.confirmLink(email);
  const { text } = await api.http.get(link).expect(200);
  const seen = seenOn(text) ?? 'no digest';
  return { event, link, press: () => submit(api, link, link, { seen }) };
}

describe('the button that confirms', () => {
  it.each([
    ['other guests', { 'guest.1': 'Mallory Stone' }, 'Mallory Stone'],
    ['another name', { name: 'Mallory Stone' }, 'Mallory Stone'],
    ['a yes to introductions', { introductions: 'yes' }, words.pages.rsvp.confirmConsent.given],
  ])(
    'confirms nothing that was not on its page: %s, typed by anybody meanwhile',
    async (what, typed, shown) => {
      const email = `${what.replaceAll(' ', '-')}@example.org`;
      const { event, link, press } = await opened(email);
      await desk.rsvp(event, email, typed);
      const { status, text } = await press();
      expect(status).toBe(409);
      expect(text).toContain(confirmChanged);
      expect(text).toContain(shown);
      expect(await desk.statusesOf(event)).toEqual(['held']);
      expect(
        await api.database.sql('select 1 from people where email = $1 and confirmed_at is not null', [email]),
      ).toEqual([]);
      // The link is not used up: whoever reads it again and agrees is on the list.
      await desk.press(link);
      expect(await desk.statusesOf(event)).toEqual(['confirmed']);
    },
  );

  it('confirms what was on its page, also when the same form came twice', async () => {
    const { event, press } = await opened('twice-the-same@example.org');
    await desk.rsvp(event, 'twice-the-same@example.org');
    expect((await press()).status).toBe(303);
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
  });

  it('confirms nothing for a press that names no page', async () => {
    const { event, link } = await opened('blind@example.org');
    expect((await submit(api, link, link, { seen: '' })).status).toBe(409);
    expect(await desk.statusesOf(event)).toEqual(['held']);
  });
});
