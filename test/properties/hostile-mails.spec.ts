import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { normaliseEmail } from '#libs/domain';
import { compose } from '../../apps/worker/src/mail/compose.ts';
import { hostileAddresses, hostileNames, madeUpAddress, madeUpName } from './hostile-mails.ts';

const sender = 'acquaint@example.org';

async function parsed(given: { name?: string; to?: string; subject?: string }) {
  const { name = 'Guild', to = 'ada@example.org', subject = 'An evening' } = given;
  const bytes = await compose({
    messageId: '<018f@example.org>',
    to,
    subject,
    text: 'Hello',
    html: '<p>Hello</p>',
    headers: {
      from: { name, address: sender },
      replyTo: null,
      date: '2026-10-01T12:00:00.000Z',
      unsubscribe: null,
    },
  });
  const mail = await simpleParser(bytes);
  const addressesOf = (list: typeof mail.to): string[] =>
    [list ?? []]
      .flat()
      .flatMap(({ value }) => value.map(({ address, group }) => (group ? 'group' : (address ?? ''))));
  const head = bytes.subarray(0, bytes.indexOf('\r\n\r\n')).toString('latin1');
  return {
    names: mail.headerLines.map(({ key }) => key),
    from: mail.from?.value ?? [],
    to: addressesOf(mail.to),
    others: [...addressesOf(mail.cc), ...addressesOf(mail.bcc)],
    subject: mail.subject ?? '',
    text: mail.text?.trim(),
    isPlain: /^[\r\n\x20-\x7e\t]*$/.test(head) && !/\r(?!\n)|(?<!\r)\n/.test(head),
    longest: Math.max(...head.split('\r\n').map((line) => line.length)),
  };
}

/** The letters and digits of a text: what is left of it whatever becomes of blanks and controls. */
const core = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

const usual = [
  'auto-submitted',
  'from',
  'to',
  'subject',
  'message-id',
  'date',
  'mime-version',
  'content-type',
];

async function expectOneMail(given: { name?: string; to?: string; subject?: string }): Promise<void> {
  const mail = await parsed(given);
  expect(mail.names.toSorted()).toEqual(usual.toSorted());
  expect(mail.to).toEqual([given.to ?? 'ada@example.org']);
  expect(mail.others).toEqual([]);
  expect(mail.from.map(({ address }) => address)).toEqual([sender]);
  expect(mail.text).toBe('Hello');
  expect([mail.isPlain, mail.longest < 999]).toEqual([true, true]);
  if (given.name !== undefined) expect(core(mail.from[0]?.name ?? '')).toBe(core(given.name));
  if (given.subject !== undefined) expect(core(mail.subject)).toBe(core(given.subject));
}

describe('whatever somebody is called', () => {
  it.each(hostileNames)(
    '%j in From and Subject is a name and a subject, and the mail has one recipient',
    async (name) => {
      await expectOneMail({ name, subject: `Evening: ${name}` });
    },
  );

  it('made up in 500 ways, it is a name and a subject, and the mail has one recipient', async () => {
    await fc.assert(
      fc.asyncProperty(madeUpName, (name) => expectOneMail({ name, subject: `Evening: ${name}` })),
      { numRuns: 500 },
    );
  });
});

describe('whatever somebody types as an address', () => {
  it.each(hostileAddresses)('%j is refused, or is the one recipient', async (text) => {
    await expectRefusedOrOne(text);
  });

  it('made up in 500 ways, it is refused or the one recipient', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(madeUpAddress, async (text) => {
        if (await expectRefusedOrOne(text)) taken += 1;
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('(control) an address that nobody looked at would be two recipients', async () => {
    expect((await parsed({ to: 'ada@example.org, bob@evil.example' })).to).toHaveLength(2);
  });
});

/** @returns whether it was taken */
async function expectRefusedOrOne(text: string): Promise<boolean> {
  const to = normaliseEmail(text);
  if (to === null) return false;
  expect(to).toBe(text.trim().toLowerCase());
  await expectOneMail({ to });
  return true;
}
