import {
  Database,
  type Keys,
  complaintAlarm,
  complaintRate,
  handleFor,
  isSuppressed,
  mailOfReturnPath,
  openDataSource,
  parseKeys,
  returnPathOf,
  setClock,
  suppressionsOf,
  unsuppress,
} from '#libs/database';
import { newId } from '#libs/domain';
import { makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { lines, postfix, yahoo } from '../../../../test/support/returned-mails.ts';
import { bounceOf, makeMail } from '../../../../test/support/sent-mails.ts';
import { newLog } from '../log.ts';
import { takeIn } from './take-in.ts';

const [keys, otherKeys] = [7, 8].map((byte) =>
  parseKeys(`t1:${Buffer.alloc(32, byte).toString('base64url')}`),
) as [Keys, Keys];
const everything = { kind: 'system' } as const;
const log = newLog('test');

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-test', 4));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const take = (bytes: Uint8Array) => takeIn({ db, keys, log }, bytes);

async function makeReader() {
  const organization = await makeOrganization(database);
  const person = await makePerson(database);
  const mail = () => makeMail(database, { organizationId: organization.id, person });
  return { organization, person, mail };
}

const pathOf = (mailId: string, by: Keys = keys) => returnPathOf(by, mailId, 'bounces.guild.example');

const reasonOf = (email: string) =>
  db.read(everything, async (reader) => (await suppressionsOf(reader, keys, [email])).get(email) ?? null);

const stopsOf = (personId: string) =>
  database.sql('select organization_id as organization, topic from mail_stops where person_id = $1', [
    personId,
  ]);

const report = (mailId: string, recipient: string, status = '5.1.1') =>
  postfix({ path: pathOf(mailId), recipient, status });

describe('a mail that came back', () => {
  it('because there is no such address is marked, and nothing is sent there any more', async () => {
    const { person, mail } = await makeReader();
    const id = await mail();
    expect(await take(report(id, person.email))).toBe('hard');
    expect([await bounceOf(database, id), await reasonOf(person.email)]).toEqual(['hard', 'hard-bounce']);
  });

  it('for now stops nothing until it is the third of another mail in 14 days', async () => {
    const { person, mail } = await makeReader();
    const ids = [await mail(), await mail(), await mail()];
    for (const [nth, id] of ids.entries()) {
      expect(await reasonOf(person.email)).toBeNull();
      expect(await take(report(id, person.email, '4.2.2'))).toBe('soft');
      expect(await take(report(id, person.email, '5.2.2'))).toBe('known');
      expect(await reasonOf(person.email)).toBe(nth === 2 ? 'soft-bounces' : null);
    }
  });

  it('for now counts anew after 14 days', async () => {
    const { person, mail } = await makeReader();
    for (const day of ['2027-01-01', '2027-01-02', '2027-01-16']) {
      await db.write(everything, (tx) => setClock(tx, new Date(`${day}T12:00:00Z`)));
      await take(report(await mail(), person.email, '4.2.2'));
    }
    expect(await reasonOf(person.email)).toBeNull();
  });

  it('for what we are, not for its address, is marked and nothing else', async () => {
    const { person, mail } = await makeReader();
    for (const id of [await mail(), await mail(), await mail(), await mail()])
      expect(await take(report(id, person.email, '5.7.1'))).toBe('policy');
    expect(await reasonOf(person.email)).toBeNull();
  });

  it('at once in three reports of three mails counts three', async () => {
    const { person, mail } = await makeReader();
    const ids = [await mail(), await mail(), await mail()];
    await Promise.all(ids.map((id) => take(report(id, person.email, '4.2.2'))));
    expect(await reasonOf(person.email)).toBe('soft-bounces');
  });

  it('from behind an alias is soft, because only one of those behind it may be gone', async () => {
    const { person, mail } = await makeReader();
    const id = await mail();
    const path = pathOf(id);
    expect(await take(postfix({ path, recipient: 'left@studio.example', original: person.email }))).toBe(
      'soft',
    );
    expect(await reasonOf(person.email)).toBeNull();
  });

  it('is graver when a graver report comes, and never lighter', async () => {
    const { person, mail } = await makeReader();
    const id = await mail();
    const outcomes = [];
    for (const status of ['4.2.2', '5.1.1', '4.2.2'])
      outcomes.push(await take(report(id, person.email, status)));
    expect(outcomes).toEqual(['soft', 'hard', 'known']);
    expect(await bounceOf(database, id)).toBe('hard');
  });

  it('is told by nothing else that lies in the mailbox', async () => {
    expect(await take(lines('From: Ana <ana@example.org>', 'To: bounces@guild.example', '', 'Thanks'))).toBe(
      'no-report',
    );
  });

  it('after its parts were emptied changes nothing', async () => {
    const { person } = await makeReader();
    const id = await makeMail(database, { person, emptied: true });
    expect(await take(report(id, person.email))).toBe('too-old');
  });
});

describe('a complaint', () => {
  it('stops all topics of that organization for the person, once, and nothing of the address', async () => {
    const { organization, person, mail } = await makeReader();
    const id = await mail();
    expect(await take(yahoo({ path: pathOf(id) }))).toBe('complaint');
    expect(await take(yahoo({ path: pathOf(id) }))).toBe('known');
    expect([await bounceOf(database, id), await reasonOf(person.email)]).toEqual(['complaint', null]);
    expect(await stopsOf(person.id)).toEqual([{ organization: organization.id, topic: 'all' }]);
  });

  it('stays when a host has the address tried again, from which mail came back as well', async () => {
    const { organization, person, mail } = await makeReader();
    await take(report(await mail(), person.email));
    await take(yahoo({ path: pathOf(await mail()) }));
    expect(await reasonOf(person.email)).toBe('hard-bounce');
    expect(await db.write(everything, (tx) => unsuppress(tx, keys, person.email))).toBe(true);
    expect(await stopsOf(person.id)).toEqual([{ organization: organization.id, topic: 'all' }]);
  });

  it('about a mail of the installation is counted, and stops nothing', async () => {
    const { person } = await makeReader();
    const id = await makeMail(database, { person, kind: 'sign-in' });
    expect(await take(yahoo({ path: pathOf(id) }))).toBe('complaint');
    expect([await bounceOf(database, id), await reasonOf(person.email)]).toEqual(['complaint', null]);
    expect(await stopsOf(person.id)).toEqual([]);
  });

  describe('that left the return path out', () => {
    /** As a provider tells it that keeps nothing of the envelope. */
    const told = async (
      mailId: string,
      reader: { organization: { id: string }; person: { id: string } },
      by = keys,
    ) => {
      const organizationId = reader.organization.id;
      const token = await db.write(everything, (tx) =>
        handleFor(tx, by, {
          purpose: 'unsubscribe',
          organizationId,
          personId: reader.person.id,
          subjectId: organizationId,
          expiresAt: null,
        }),
      );
      const url = `https://guild.example/unsubscribe/${token}?topic=events`;
      const headers = [`List-Unsubscribe: <${url}>`, `Message-ID: <${mailId}@guild.example>`];
      return yahoo({ path: 'acquaint@guild.example', headers });
    };

    it('counts by the address at which its reader stops the mail', async () => {
      const reader = await makeReader();
      const id = await reader.mail();
      expect(await take(await told(id, reader))).toBe('complaint');
      expect(await bounceOf(database, id)).toBe('complaint');
      expect(await stopsOf(reader.person.id)).toEqual([
        { organization: reader.organization.id, topic: 'all' },
      ]);
    });

    it('is forged when that address is of somebody else, or was not written by us', async () => {
      const [liar, victim] = [await makeReader(), await makeReader()];
      const id = await victim.mail();
      expect(await take(await told(id, liar))).toBe('forged');
      expect(await take(await told(id, victim, otherKeys))).toBe('forged');
      expect([await bounceOf(database, id), await stopsOf(victim.person.id)]).toEqual([null, []]);
    });
  });

  it('in a thousand mails is an alarm when it is not the only one', async () => {
    const { organization, person, mail } = await makeReader();
    const rate = () => db.read(everything, (reader) => complaintRate(reader, organization.id));
    const sent = (count: number) =>
      database.sql(
        `insert into mails (id, organization_id, kind, subject_id, person_id, state, due_at, final_at, created_at)
         select gen_random_uuid(), $1, 'rsvp-confirmed', gen_random_uuid(), $2, 'sent', app_now(), app_now(), app_now()
         from generate_series(1, $3)`,
        [organization.id, person.id, count],
      );
    await take(yahoo({ path: pathOf(await mail()) }));
    expect(await rate()).toEqual({ sent: 1, complaints: 1, alarming: false });
    await take(yahoo({ path: pathOf(await mail()) }));
    expect(await rate()).toEqual({ sent: 2, complaints: 2, alarming: true });
    await sent(1998);
    expect(await rate()).toEqual({ sent: 2000, complaints: 2, alarming: true });
    const alarmed = async () =>
      (await db.read(everything, complaintAlarm))?.organizations.includes(organization.id) === true;
    expect(await alarmed()).toBe(true);
    await sent(1);
    expect(await rate()).toEqual({ sent: 2001, complaints: 2, alarming: false });
    expect(await alarmed()).toBe(false);
  });
});

describe('a forged report', () => {
  const nothingHappened = async (id: string, email: string) => {
    expect([await bounceOf(database, id), await reasonOf(email)]).toEqual([null, null]);
  };

  it.each<[string, (id: string) => string]>([
    ['with a tag that somebody made up', (id) => pathOf(id).replace(/-[0-9a-f]{16}@/, '-0123456789abcdef@')],
    [
      'with the tag of another mail',
      (id) => pathOf(newId()).replace(/b-[0-9a-f]{32}/, `b-${id.replaceAll('-', '')}`),
    ],
    ['with the keys of another installation', (id) => pathOf(id, otherKeys)],
    ['without any return path of ours', () => 'acquaint@guild.example'],
  ])('%s is ignored', async (_, forge) => {
    const { person, mail } = await makeReader();
    const id = await mail();
    expect(await take(postfix({ path: forge(id), recipient: person.email }))).toBe('forged');
    expect(await take(yahoo({ path: forge(id) }))).toBe('forged');
    await nothingHappened(id, person.email);
  });

  it('by the reader of one mail about the reader of another is ignored, for both', async () => {
    const [liar, victim] = [await makeReader(), await makeReader()];
    const [known, id] = [await liar.mail(), await victim.mail()];
    expect(await take(report(known, victim.person.email))).toBe('forged');
    await nothingHappened(id, victim.person.email);
    await nothingHappened(known, liar.person.email);
  });

  it('about a mail that is no more is ignored', async () => {
    expect(await take(report(newId(), 'gone@studio.example'))).toBe('forged');
  });

  it('(control) would silence anybody if the tag were not looked at', async () => {
    const { person, mail } = await makeReader();
    const id = await mail();
    const path = pathOf(id, otherKeys);
    expect([mailOfReturnPath(keys, path), mailOfReturnPath(otherKeys, path)]).toEqual([null, id]);
    // The tag says nothing to somebody who trusts the keys it was made with: whoever trusts all tags trusts these.
    expect(await takeIn({ db, keys: otherKeys, log }, postfix({ path, recipient: person.email }))).toBe(
      'hard',
    );
    expect(await db.read(everything, (reader) => isSuppressed(reader, otherKeys, person.email))).toBe(true);
  });
});
