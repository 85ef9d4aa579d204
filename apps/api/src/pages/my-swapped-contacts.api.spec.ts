import { type Api, startApi } from '../../../../test/support/api.ts';
import { type GuestAtTables, makeTablesEvening } from '../../../../test/support/tables.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});

afterAll(() => api.stop());

const pageOf = async ({ personId }: { personId: string }): Promise<string> =>
  (
    await api.http
      .get('/me/introductions')
      .set('cookie', await api.cookieOf(personId))
      .expect(200)
  ).text;

const taps = (guest: GuestAtTables, other: GuestAtTables) =>
  api.http.post(`/api/v1/evening/${guest.token}/swaps`).send({ attendeeId: other.attendeeId }).expect(200);

describe('contacts that were swapped', () => {
  it('stand on the page of both with the evening, once both said so, and on nobody else’s', async () => {
    const evening = await makeTablesEvening(api, {
      guests: [{ name: 'Ada' }, { name: 'Bo & Co' }, { name: 'Cy' }],
    });
    const [ada, bo, cy] = evening.people as [GuestAtTables, GuestAtTables, GuestAtTables];
    await taps(ada, bo);
    expect(await pageOf(ada)).not.toContain(bo.email);
    await taps(bo, ada);
    const page = await pageOf(ada);
    expect(page).toContain('<h2>Contacts you swapped</h2>');
    expect(page).toContain('<strong>Bo &amp; Co</strong>');
    expect(page).toContain(`href="mailto:${bo.email}"`);
    expect(page).toMatch(
      /At “Sound after the cut: a panel and a mixer” \(Guild \d+\), on Monday 19 October 2026/,
    );
    expect(await pageOf(bo)).toContain(ada.email);
    for (const person of [cy, { personId: evening.hostId }]) {
      const other = await pageOf(person);
      expect(other).not.toContain('Contacts you swapped');
      expect(other).not.toContain(ada.email);
    }
  });

  it('are gone from the page of whoever blocked the other since, and stay on the other’s', async () => {
    const evening = await makeTablesEvening(api, { guests: [{ name: 'Ada' }, { name: 'Bo' }] });
    const [ada, bo] = evening.people as [GuestAtTables, GuestAtTables];
    await taps(ada, bo);
    await taps(bo, ada);
    await api.database.sql(
      'insert into blocks (person_id, blocked_id, created_at) values ($1, $2, app_now())',
      [ada.personId, bo.personId],
    );
    expect(await pageOf(ada)).not.toContain(bo.email);
    expect(await pageOf(bo)).toContain(ada.email);
  });
});
