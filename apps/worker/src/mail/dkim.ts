import { type KeyObject, createHash, sign as signWith } from 'node:crypto';
import { promisify } from 'node:util';

// DKIM (RFC 6376), relaxed/relaxed, rsa-sha256. Own, because nodemailer's leaves List-Unsubscribe-Post unsigned by default and
// cannot sign that there is no second From; and because this one signs in a thread of its own, a millisecond a mail.

export interface DkimKey {
  domain: string;
  selector: string;
  privateKey: KeyObject;
}

/** In this order. A name that comes once more than the header has it forbids adding one. */
const signedFields = [
  'from',
  'from',
  'to',
  'to',
  'subject',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'mime-version',
  'content-type',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'auto-submitted',
];

const signInThread = promisify(signWith) as unknown as (
  algorithm: string,
  data: Buffer,
  key: KeyObject,
) => Promise<Buffer>;

/** The same mail with its signature on top; the same bytes and key always give the same signature. */
export async function signed(mail: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> {
  const end = mail.indexOf('\r\n\r\n');
  const head = mail.subarray(0, end).toString('latin1');
  const bodyHash = createHash('sha256')
    .update(relaxedBody(mail.subarray(end + 4)))
    .digest('base64');
  const unsigned =
    `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};\r\n` +
    ` h=${signedFields.join(':').replace(/(.{50,65}:)/g, '$1\r\n  ')};\r\n bh=${bodyHash};\r\n b=`;
  const fields = [...fieldsOf(head), `dkim-signature:${relaxed(unsigned)}`].join('\r\n');
  const signature = await signInThread('sha256', Buffer.from(fields, 'latin1'), privateKey);
  const folded = signature.toString('base64').replace(/(.{70})(?=.)/g, '$1\r\n ');
  return Buffer.concat([Buffer.from(`DKIM-Signature: ${unsigned}${folded}\r\n`, 'latin1'), mail]);
}

/** The signed fields as they are hashed; of a name that is asked for again the one above, and in the end none. */
function fieldsOf(head: string): string[] {
  const lines = head.split(/\r\n(?![ \t])/);
  const taken = new Map<string, number>();
  return signedFields.flatMap((name) => {
    const again = taken.get(name) ?? 0;
    taken.set(name, again + 1);
    const all = lines.filter((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`);
    const line = all.at(-1 - again);
    return line === undefined ? [] : [`${name}:${relaxed(line.slice(name.length + 1))}`];
  });
}

const relaxed = (value: string): string =>
  value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');

function relaxedBody(body: Buffer): Buffer {
  const text = body
    .toString('latin1')
    .replace(/[ \t]+/g, ' ')
    .replace(/ (?=\r\n)/g, '')
    .replace(/(?:\r\n)+$/, '');
  return Buffer.from(text === '' ? '' : `${text.replace(/ $/, '')}\r\n`, 'latin1');
}
