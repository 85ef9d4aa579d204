import { Database, type Keys, openDataSource, parseKeys, returnPathOf } from '#libs/database';
import { makePerson } from '../../../../test/support/factories.ts';
import { type ImapPeer, startImapPeer } from '../../../../test/support/imap-peer.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { lines, postfix } from '../../../../test/support/returned-mails.ts';
import { bounceOf, makeMail } from '../../../../test/support/sent-mails.ts';
import { newLog } from '../log.ts';
import { ImapMailbox } from './mailbox.ts';
import { ReportWatch } from './watch.ts';

const keys: Keys = parseKeys(`t1:${Buffer.alloc(32, 7).toString('base64url')}`);

let database: TestDatabase;
let db: Database;
let peer: ImapPeer;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-test', 4));
});
beforeEach(async () => {
  peer = await startImapPeer();
});
afterEach(() => peer.stop());
afterAll(async () => {
  await db.close();
  await database.drop();
});

function watch(url = peer.url, stopping = new AbortController().signal): ReportWatch {
  const log = newLog('test');
  // A mailbox that is away is told at the level that tests print.
  log.level = 'silent';
  return new ReportWatch(new ImapMailbox(url), { db, keys, log, stopping });
}

/** A mail that came back, with its report in the mailbox. */
async function returned(status = '5.1.1') {
  const person = await makePerson(database);
  const id = await makeMail(database, { person });
  const path = returnPathOf(keys, id, 'bounces.guild.example');
  peer.messages.push({ bytes: postfix({ path, recipient: person.email, status }), seen: false });
  return id;
}

const seen = () => peer.messages.map((message) => message.seen);

describe('the mailbox of reports', () => {
  it('is read message by message, and each is marked as read', async () => {
    const [first, second] = [await returned(), await returned('4.2.2')];
    peer.messages.push({ bytes: lines('From: Ana <ana@example.org>', '', 'Hello'), seen: false });
    await watch().look();
    expect([await bounceOf(database, first), await bounceOf(database, second)]).toEqual(['hard', 'soft']);
    expect(seen()).toEqual([true, true, true]);
  });

  it('shows what was read before to nobody', async () => {
    const id = await returned();
    for (const message of peer.messages) message.seen = true;
    await watch().look();
    expect(await bounceOf(database, id)).toBeNull();
    expect(peer.heard.some((command) => command.startsWith('UID FETCH'))).toBe(false);
  });

  it('that is cut off before a message is marked brings it again, and it counts once', async () => {
    const id = await returned('4.2.2');
    peer.cutAt((command) => command.startsWith('UID STORE'));
    await watch().look();
    expect([await bounceOf(database, id), seen()]).toEqual(['soft', [false]]);
    await watch().look();
    expect([await bounceOf(database, id), seen()]).toEqual(['soft', [true]]);
  });

  it.each(['LOGIN', 'SELECT', 'UID SEARCH', 'UID FETCH'])(
    'that is cut off at %s loses nothing',
    async (verb) => {
      const id = await returned();
      peer.cutAt((command) => command.startsWith(verb));
      await watch().look();
      expect([await bounceOf(database, id), seen()]).toEqual([null, [false]]);
      await watch().look();
      expect([await bounceOf(database, id), seen()]).toEqual(['hard', [true]]);
    },
  );

  it('keeps a message unread when the database is away', async () => {
    await returned();
    const away = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-test', 1));
    await away.close();
    const log = newLog('test');
    log.level = 'silent';
    const stopping = new AbortController().signal;
    await new ReportWatch(new ImapMailbox(peer.url), { db: away, keys, log, stopping }).look();
    expect(seen()).toEqual([false]);
  });

  it('is left at once by a worker that stops', async () => {
    await returned();
    const stopping = new AbortController();
    peer.cutAt((command) => {
      if (command.startsWith('UID FETCH')) stopping.abort();
      return false;
    });
    await watch(peer.url, stopping.signal).look();
    expect(seen()).toEqual([false]);
  });

  it('on another machine hears no password in the clear', async () => {
    const id = await returned();
    // The address of this machine, in words that are not those of this machine.
    await watch(peer.url.replace('127.0.0.1', '127.1')).look();
    expect([await bounceOf(database, id), seen()]).toEqual([null, [false]]);
    expect(peer.connections()).toBe(1);
    expect(peer.heard.filter((command) => /LOGIN|AUTH|secret/i.test(command))).toEqual([]);
    // Control: the same server, called by its name.
    await watch().look();
    expect([await bounceOf(database, id), seen()]).toEqual(['hard', [true]]);
  });

  it('that refuses, or is not there, ends no worker', async () => {
    await expect(watch(peer.url.replace('secret', 'guess')).look()).resolves.toBeUndefined();
    await expect(watch('imap://reports:secret@127.0.0.1:1/INBOX').look()).resolves.toBeUndefined();
  });
});
