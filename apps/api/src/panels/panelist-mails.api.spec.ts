import { parseKeys, spokenCodeOf, ticketOf } from '#libs/database';
import { type Api, startApi, testKeys } from '../../../../test/support/api.ts';
import { deliverDue, passTime } from '../../../../test/support/evening.ts';
import { makePanelHost } from '../../../../test/support/panelist.ts';
import { readQr } from '../../../../test/support/read-qr.ts';

let api: Api;
const now = '2026-10-01T12:00:00Z';
beforeAll(async () => {
  api = await startApi({ time: now });
});
beforeEach(() => api.setTime(now));
afterAll(() => api.stop());

let people = 0;
const address = (): string => `onpanel${String((people += 1))}@example.org`;

interface Entry {
  kind: string;
  method: string;
  lines: string[];
}

/** What left for somebody's calendar, oldest first, its lines unfolded. */
async function entriesFor(to: string): Promise<Entry[]> {
  const rows = await api.database.sql<{ kind: string; calendar: { method: string; file: string } }>(
    `select kind, headers -> 'calendar' as calendar from mails
     where to_address = $1 and state = 'sent' and headers -> 'calendar' is not null order by final_at, id`,
    [to],
  );
  return rows.map(({ kind, calendar: { method, file } }) => ({
    kind,
    method,
    lines: file.replaceAll('\r\n ', '').split('\r\n'),
  }));
}

const line = (entry: Entry | undefined, name: string): string =>
  entry?.lines.find((one) => one.startsWith(name))?.slice(name.length + 1) ?? '';

const pass = (minutes: number) => passTime(api, new Date(new Date(now).getTime() + minutes * 60_000));

async function onPanel() {
  const host = await makePanelHost(api);
  const email = address();
  const { id, panelist } = await host.ask(email);
  await panelist.press('answer', { answer: 'yes' });
  await deliverDue(api);
  const kinds = async () => (await host.mails()).filter(({ to }) => to === email).map(({ kind }) => kind);
  const move = (body: object) => host.send('patch', `/panels/${host.panelId}`, body).expect(200);
  return { host, email, id, panelist, kinds, move };
}

describe('the mails of somebody on a panel', () => {
  it('ask once, without the address, and not any more after a no', async () => {
    const host = await makePanelHost(api);
    const email = address();
    const { panelist } = await host.ask(email);
    const [asked] = await host.mails('panelist-invitation');
    expect(asked?.subject).toBe('Will you be on our panel?');
    expect(asked?.text).toContain('“Foley after dark”');
    expect(asked?.text).not.toContain('1200 East 5th Street');
    await panelist.press('answer', { answer: 'no' });
    await deliverDue(api);
    // Nothing was in their calendar, so nothing is taken out of it.
    expect((await host.mails()).map(({ kind }) => kind)).toEqual(['panelist-invitation']);
  });

  it('bring the evening for the calendar with the yes, from when they are asked to be there', async () => {
    const { host, email, id } = await onPanel();
    const [entry, ...rest] = await entriesFor(email);
    expect(rest).toEqual([]);
    expect(entry?.kind).toBe('panelist-confirmed');
    expect(entry?.method).toBe('REQUEST');
    expect(line(entry, 'METHOD')).toBe('REQUEST');
    expect(line(entry, 'UID')).toBe(`${id}@127.0.0.1`);
    expect(line(entry, 'DTSTART;TZID=America/Los_Angeles')).toBe('20261019T190000');
    expect(line(entry, 'DTEND;TZID=America/Los_Angeles')).toBe('20261019T201500');
    expect(line(entry, 'LOCATION')).toContain('Stage B\\, 1200 East 5th Street');
    expect(entry?.lines).toContain(
      `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${email}`,
    );
    expect(entry?.lines.some((one) => /^ORGANIZER;CN=".+":mailto:hello@acquaint\.test$/.test(one))).toBe(
      true,
    );
    expect(entry?.lines.join('\n')).not.toContain('/panelist/');
    const [confirmed] = await host.mails('panelist-confirmed');
    expect(confirmed?.text).toContain('1200 East 5th Street');
    const [seat] = await api.database.sql<{ id: string; picture: string }>(
      `select pp.attendee_id as id, m.headers ->> 'ticket' as picture from panel_people pp
       join mails m on m.subject_id = pp.id and m.kind = 'panelist-confirmed' where pp.id = $1`,
      [id],
    );
    expect(confirmed?.text).toContain(spokenCodeOf(seat?.id ?? ''));
    const keys = parseKeys(testKeys);
    expect(await readQr(Buffer.from(seat?.picture ?? '', 'base64'))).toEqual([
      ticketOf(keys, seat?.id ?? ''),
    ]);
  });

  it('say several changes in one mail once all is calm, with a higher sequence of the same entry', async () => {
    const { email, kinds, move } = await onPanel();
    await move({ startsAfter: 100 });
    await pass(2);
    await move({ room: 'Stage C' });
    await pass(4);
    expect(await kinds()).not.toContain('panelist-changed');
    await pass(10);
    expect((await kinds()).filter((kind) => kind === 'panelist-changed')).toHaveLength(1);
    const [first, changed] = await entriesFor(email);
    expect(line(changed, 'UID')).toBe(line(first, 'UID'));
    expect(Number(line(changed, 'SEQUENCE'))).toBeGreaterThan(Number(line(first, 'SEQUENCE')));
    expect(line(changed, 'DTSTART;TZID=America/Los_Angeles')).toBe('20261019T191000');
    expect(line(changed, 'LOCATION')).toContain('Stage C');
  });

  it('follow the evening when it moves', async () => {
    const { host, email } = await onPanel();
    const { body: event } = await api.http.get(host.path).set('cookie', host.cookie).expect(200);
    const moved = { version: event.version, startsLocal: '2026-10-20T18:00', endsLocal: '2026-10-20T21:00' };
    await host.send('patch', '', moved).expect(200);
    await pass(10);
    const changed = (await entriesFor(email)).at(-1);
    expect(changed?.kind).toBe('panelist-changed');
    expect(line(changed, 'DTSTART;TZID=America/Los_Angeles')).toBe('20261020T190000');
  });

  it('take the evening out of the calendar after a no, a removal or a cancelled evening', async () => {
    const ends = [
      async ({ panelist }: Awaited<ReturnType<typeof onPanel>>) => {
        await panelist.press('answer', { answer: 'no' });
      },
      async ({ host, id }: Awaited<ReturnType<typeof onPanel>>) => {
        await host.send('delete', `/panels/${host.panelId}/people/${id}`).expect(204);
      },
      async ({ host }: Awaited<ReturnType<typeof onPanel>>) => {
        await host.send('post', '/cancel', { reason: 'No power.' }).expect(200);
      },
    ];
    for (const end of ends) {
      const on = await onPanel();
      await end(on);
      await deliverDue(api);
      const [first, last, ...rest] = await entriesFor(on.email);
      expect(rest).toEqual([]);
      expect(last?.method).toBe('CANCEL');
      expect(line(last, 'METHOD')).toBe('CANCEL');
      expect(line(last, 'STATUS')).toBe('CANCELLED');
      expect(line(last, 'UID')).toBe(line(first, 'UID'));
      expect(Number(line(last, 'SEQUENCE'))).toBeGreaterThan(Number(line(first, 'SEQUENCE')));
      // One mail says it, not that of a guest too.
      expect((await on.kinds()).filter((kind) => kind.includes('cancelled'))).toEqual(['panelist-cancelled']);
    }
  });

  it('bring an entry back with a still higher sequence when a no becomes a yes again', async () => {
    const { email, panelist } = await onPanel();
    await panelist.press('answer', { answer: 'no' });
    await deliverDue(api);
    await panelist.press('answer', { answer: 'yes' });
    await deliverDue(api);
    const sequences = (await entriesFor(email)).map((entry) => Number(line(entry, 'SEQUENCE')));
    expect(sequences).toHaveLength(3);
    expect(sequences).toEqual([...sequences].sort((one, other) => one - other));
    expect(new Set(sequences).size).toBe(3);
  });

  it('remind two days ahead, once, and at the new time when the panel moved', async () => {
    const { host, move } = await onPanel();
    await move({ startsAfter: 60 });
    await passTime(api, new Date('2026-10-18T01:59:00Z'));
    expect(await host.mails('panelist-reminder')).toHaveLength(0);
    await passTime(api, new Date('2026-10-18T02:01:00Z'));
    const [reminder, ...rest] = await host.mails('panelist-reminder');
    expect(rest).toEqual([]);
    expect(reminder?.text).toContain('19:00 to 19:45');
    expect(reminder?.text).toContain('/evening/');
    await passTime(api, new Date('2026-10-18T12:00:00Z'));
    expect(await host.mails('panelist-reminder')).toHaveLength(1);
  });

  it('leave in no state that has passed: a yes that became a no is not confirmed', async () => {
    const host = await makePanelHost(api);
    const email = address();
    const { panelist } = await host.ask(email);
    await panelist.press('answer', { answer: 'yes' });
    await panelist.press('answer', { answer: 'no' });
    await passTime(api, new Date('2026-10-19T12:00:00Z'));
    const kinds = (await host.mails()).map(({ kind }) => kind);
    expect(kinds).toEqual(['panelist-invitation', 'panelist-cancelled']);
  });
});
