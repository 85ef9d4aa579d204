import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { linkOf, makePanel, makePanelEvening } from '../../../../test/support/panel-evening.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(() => api.setTime('2026-10-20T02:00:00Z'));
afterAll(() => api.stop());

const look = async (token: string) => {
  const { status, body } = await api.http.get(`/api/v1/evening/${token}`);
  return { status, body: body as Record<string, unknown> & { code?: string } };
};

describe('an evening on a phone', () => {
  it('opens by the link of an RSVP, with its panels in their order', async () => {
    const { guests, event, panelId } = await makePanelEvening(api);
    const second = await makePanel(api, event, { state: 'planned', position: 1, topic: 'Colour' });
    await api.database.sql(
      `update panels set starts_after = 60, minutes = 45, room = 'Attic' where id = $1`,
      [second],
    );
    const { status, body } = await look(guests[0].token);
    expect(status).toBe(200);
    expect(body).toEqual({
      event: {
        title: 'Sound after the cut: a panel and a mixer',
        slug: event.slug,
        startsAt: '2026-10-20T01:00:00.000Z',
        endsAt: '2026-10-20T04:00:00.000Z',
        timeZone: 'America/Los_Angeles',
      },
      me: { attendeeId: guests[0].attendeeId, name: 'Ana Asker', part: 'guest' },
      panels: [
        {
          id: panelId,
          topic: 'Sound after the cut',
          room: '',
          startsAt: null,
          endsAt: null,
          state: 'live',
          questionsOpen: true,
          moderates: false,
        },
        {
          id: second,
          topic: 'Colour',
          room: 'Attic',
          startsAt: '2026-10-20T02:00:00.000Z',
          endsAt: '2026-10-20T02:45:00.000Z',
          state: 'planned',
          questionsOpen: true,
          moderates: false,
        },
      ],
      mixer: null,
      swaps: true,
    });
  });

  it('opens by the link of somebody on a panel, who moderates it or does not', async () => {
    const { moderator, panelists } = await makePanelEvening(api);
    expect((await look(moderator.token)).body).toMatchObject({
      me: { name: 'Mo Moderator', part: 'moderator' },
      panels: [{ moderates: true }],
    });
    expect((await look(panelists[0].token)).body).toMatchObject({
      me: { part: 'panelist' },
      panels: [{ moderates: false }],
    });
  });

  it('knows a moderator who comes by the link of their RSVP', async () => {
    const { moderator, event } = await makePanelEvening(api);
    const token = await linkOf(api, event.organizationId, 'rsvp', moderator.personId, moderator.attendeeId);
    expect((await look(token)).body).toMatchObject({
      me: { part: 'moderator' },
      panels: [{ moderates: true }],
    });
  });

  it('says that contacts can be swapped from its beginning until seven days after it', async () => {
    const { guests } = await makePanelEvening(api);
    const swaps = async (time: string) => {
      await api.setTime(time);
      return (await look(guests[0].token)).body['swaps'];
    };
    expect(await swaps('2026-10-20T00:59:50Z')).toBe(false);
    expect(await swaps('2026-10-20T01:00:00Z')).toBe(true);
    expect(await swaps('2026-10-27T03:59:50Z')).toBe(true);
    expect(await swaps('2026-10-27T04:00:00Z')).toBe(false);
  });

  it('is closed to whoever has no seat, also when they were on a panel', async () => {
    const { guests, panelists } = await makePanelEvening(api);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = any ($1::uuid[])`,
      [[guests[0].attendeeId, panelists[0].attendeeId]],
    );
    await api.database.sql(`update panel_people set state = 'declined' where id = $1`, [
      panelists[1].panelPersonId,
    ]);
    for (const { token } of [guests[0], panelists[0], panelists[1]])
      expect(await look(token)).toMatchObject({ status: 409, body: { code: 'evening-seat-needed' } });
  });

  it('says nothing else to somebody who was barred than to anybody without a seat', async () => {
    const { guests } = await makePanelEvening(api);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = any ($1::uuid[])`,
      [[guests[0].attendeeId, guests[1].attendeeId]],
    );
    await api.database.sql(
      `insert into bars (organization_id, person_id, created_at)
       select organization_id, person_id, app_now() from attendees where id = $1`,
      [guests[0].attendeeId],
    );
    const [barred, cancelled] = [await look(guests[0].token), await look(guests[1].token)];
    expect(barred).toEqual(cancelled);
  });

  it.each([
    ['a forged one', (token: string) => `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`],
    ['one that was never made', () => `${newId().replaceAll('-', '')}.${'a'.repeat(32)}`],
    ['something else', () => 'evening'],
  ])('opens by no other link: %s', async (_, made) => {
    const { guests } = await makePanelEvening(api);
    expect(await look(made(guests[0].token))).toMatchObject({ status: 410, body: { code: 'link-unusable' } });
  });

  it('opens by no link of another purpose, or one that was revoked', async () => {
    const { guests, event } = await makePanelEvening(api);
    const [{ personId, attendeeId, token }] = guests;
    const critique = await linkOf(api, event.organizationId, 'critique', personId, attendeeId);
    expect((await look(critique)).status).toBe(410);
    await api.database.sql('update handles set revoked_at = app_now() where subject_id = $1', [attendeeId]);
    expect((await look(token)).status).toBe(410);
  });
});
