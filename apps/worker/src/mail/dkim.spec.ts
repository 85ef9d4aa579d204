import { generateKeyPairSync } from 'node:crypto';
import { authenticate } from 'mailauth';
import { compose } from './compose.ts';
import { signed } from './dkim.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { domain: 'example.org', selector: 'post', privateKey };
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

const mail = await compose({
  messageId: '<018f@example.org>',
  to: 'ines@example.net',
  subject: 'Ein Abend über Klänge, mit einem sehr langen Titel, der in mehreren Zeilen steht',
  text: 'Hello,\r\n\r\n  two  blanks \r\n.a dot\r\n\r\n\r\n',
  html: '<p>Hello</p>',
  headers: {
    from: { name: 'Gilde für Klang', address: 'hello@example.org' },
    replyTo: 'host@example.net',
    date: '2026-10-01T12:00:00.000Z',
    unsubscribe: 'https://acquaint.example/unsubscribe/1?topic=events',
  },
});

async function verdict(bytes: Buffer): Promise<string | undefined> {
  const { dkim } = await authenticate(bytes, {
    ip: '192.0.2.1',
    helo: 'example.org',
    mta: 'mx.example.net',
    sender: 'hello@example.org',
    resolver: (name: string, type: string) =>
      name === 'post._domainkey.example.org' && type === 'TXT'
        ? Promise.resolve([[record]])
        : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
  });
  return dkim.results[0]?.status.result;
}

const edited = (bytes: Buffer, from: string, to: string): Buffer => {
  const text = bytes.toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), 'latin1');
};

describe('the signature of a mail', () => {
  it('holds, and is the same at every attempt', async () => {
    const bytes = await signed(mail, key);
    expect(await verdict(bytes)).toBe('pass');
    expect((await signed(mail, key)).equals(bytes)).toBe(true);
  });

  it.each([
    [
      'another way to stop',
      'List-Unsubscribe: <https://acquaint.example',
      'List-Unsubscribe: <https://evil.example',
    ],
    [
      'no word of one click',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'List-Unsubscribe-Post: None',
    ],
    ['a second From', '\r\nFrom: ', '\r\nFrom: boss@example.org\r\nFrom: '],
    ['a second Subject', '\r\nSubject: ', '\r\nSubject: Paid\r\nSubject: '],
    ['another body', '<p>Hello</p>', '<p>Hell</p>'],
  ])('does not hold with %s', async (_, from, to) => {
    expect(await verdict(edited(await signed(mail, key), from, to))).not.toBe('pass');
  });
});
