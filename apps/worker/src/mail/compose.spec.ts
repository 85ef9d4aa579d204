import { simpleParser } from 'mailparser';
import { compose } from './compose.ts';

const letter = {
  messageId: '<018f@acquaint.test>',
  to: 'ines@example.org',
  subject: 'You are on the panel',
  text: 'Hello',
  html: '<p>Hello</p>',
  headers: {
    from: { name: 'Guild', address: 'hello@acquaint.test' },
    replyTo: null,
    date: '2026-10-01T12:00:00.000Z',
    unsubscribe: null,
  },
};

describe('a mail for the calendar of its reader', () => {
  it.each(['REQUEST', 'CANCEL'] as const)('says on its part what is meant: %s', async (method) => {
    const file = `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n`;
    const bytes = await compose({ ...letter, headers: { ...letter.headers, calendar: { method, file } } });
    const text = bytes.toString('latin1');
    expect(text).toMatch(new RegExp(`Content-Type: text/calendar; charset=utf-8;\\s+method=${method}`, 'i'));
    const again = await compose({ ...letter, headers: { ...letter.headers, calendar: { method, file } } });
    expect(again.equals(bytes)).toBe(true);
  });

  it('has no such part without one', async () => {
    expect((await compose(letter)).toString('latin1')).not.toContain('text/calendar');
  });
});

describe('words in a header', () => {
  const read = async (name: string, subject: string) => {
    const { headers } = letter;
    const from = { ...headers.from, name };
    const mail = await simpleParser(await compose({ ...letter, subject, headers: { ...headers, from } }));
    return { name: mail.from?.value[0]?.name, subject: mail.subject };
  };
  /** "boss" and "paid" in the spelling of headers. */
  const [boss, paid] = ['=?utf-8?q?boss?=', '=?utf-8?b?cGFpZA==?='];
  const seen = (text: string | undefined) => text?.replaceAll('\u2060', '');

  it('arrive as they were written, also when they look like the spelling of others', async () => {
    const { name, subject } = await read(boss, `${paid} ${boss}`);
    expect(seen(name)).toBe(boss);
    expect(seen(subject)).toBe(`${paid} ${boss}`);
  });

  it('arrive untouched when they do not', async () => {
    const plain = ['Søren & the =band=', 'Did you ask? = yes, 日本'] as const;
    expect(await read(...plain)).toEqual({ name: plain[0], subject: plain[1] });
  });
});
