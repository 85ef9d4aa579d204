import {
  exchange,
  exim,
  gmail,
  lines,
  postfix,
  returnPath as path,
  yahoo,
} from '../../../test/support/returned-mails.ts';
import { reportOf } from './report.ts';
import { severityOf } from './severity.ts';

const failure = (recipient: string, severity: string, original: string | null = null) => [
  { recipient, original, severity },
];

describe('a delivery report', () => {
  it.each([
    ['Postfix', postfix(), failure('gone@studio.example', 'hard', 'gone@studio.example')],
    ['Exim, whose status says nothing but whose server did', exim, failure('full@studio.example', 'soft')],
    ['Exchange', exchange, failure('gone@studio.example', 'hard')],
    ['Gmail', gmail(), failure('gone@gmail.com', 'hard')],
  ])('of %s tells who failed, how, and the return path', (_, bytes, failures) => {
    const report = reportOf(bytes);
    expect(report).toMatchObject({ complaint: false, failures });
    expect(report?.paths).toContain(path);
  });

  it('is read with the line ends of a pipe, behind a line of an mbox, and in base64', () => {
    const piped = `From MAILER-DAEMON  Tue Oct 20 17:00:05 2026\n${postfix().toString('latin1').replaceAll('\r\n', '\n')}`;
    expect(reportOf(Buffer.from(piped))?.failures).toHaveLength(1);
    const [before = '', rest = ''] = gmail()
      .toString()
      .split('Content-Type: message/delivery-status\r\n\r\n');
    const [status = '', after = ''] = rest.split('\r\n\r\n--000000000000c0ffee');
    const encoded = Buffer.from(status).toString('base64');
    const bytes = `${before}Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n\r\n--000000000000c0ffee${after}`;
    expect(reportOf(Buffer.from(bytes))?.failures).toEqual(failure('gone@gmail.com', 'hard'));
  });

  it('that was wrapped by a gateway is found', () => {
    const wrapped = lines(
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      gmail().toString(),
      '--outer--',
    );
    expect(reportOf(wrapped)?.failures).toHaveLength(1);
  });

  it.each([
    ['a delay', postfix({ status: '4.4.1', action: 'delayed' })],
    ['a receipt', postfix({ status: '2.0.0', action: 'delivered' })],
    ['an expansion of a list', postfix({ status: '2.0.0', action: 'expanded' })],
    ['a status that is none', postfix({ status: 'whatever', said: 'no' })],
    [
      'an answer of a person',
      lines('From: Ana <ana@example.org>', `To: ${path}`, '', 'Thanks, see you there.'),
    ],
    ['a report inside a forwarded mail', lines('Content-Type: message/rfc822', '', postfix().toString())],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_, bytes) => {
    expect(reportOf(bytes)).toBeNull();
  });
});

describe('a complaint', () => {
  it('as Yahoo writes it brings the return path of the mail, though its reader is not named', () => {
    expect(reportOf(yahoo())).toMatchObject({
      complaint: true,
      failures: [],
      paths: ['fbl@guild.example', path],
    });
  });

  it('is neither "not spam" nor about a signature', () => {
    expect(reportOf(yahoo({ type: 'not-spam' }))).toBeNull();
    expect(reportOf(yahoo({ type: 'auth-failure' }))).toBeNull();
  });
});

describe('how bad a failure is', () => {
  it.each([
    ['5.1.1', '', 'hard'],
    ['5.1.2', '', 'hard'],
    ['5.1.10', '', 'hard'],
    ['5.1.3', '', 'hard'],
    ['5.1.4', '', 'hard'],
    ['5.1.6', '', 'hard'],
    ['5.2.1', '', 'hard'],
    ['5.1.0', '', 'soft'],
    ['5.1.5', '', 'soft'],
    ['5.1.9', '', 'soft'],
    ['5.1.11', '', 'soft'],
    ['5.2.10', '', 'soft'],
    ['5.2.2', '', 'soft'],
    ['4.2.2', '', 'soft'],
    ['4.1.1', '', 'soft'],
    ['5.4.4', '', 'soft'],
    ['5.0.0', '', 'soft'],
    ['5.0.0', 'smtp; 550 5.1.1 no such user', 'hard'],
    ['5.0.0', 'smtp; 550 host 10.5.1.1.2 said no', 'soft'],
    ['5.7.1', '', 'policy'],
    ['4.7.0', '', 'policy'],
    ['5.1.7', '', 'policy'],
    ['5.1.8', '', 'policy'],
    ['4.1.8', '', 'policy'],
    ['2.1.5', '', null],
    ['', '', null],
  ])('of %s "%s" is %s', (status, diagnostic, severity) => {
    expect(severityOf(status, diagnostic)).toBe(severity);
  });
});

describe('what a stranger wrote', () => {
  const kilobytes = (text: string, count: number) => text.repeat(Math.ceil((count * 1024) / text.length));
  const head = 'Content-Type: multipart/report; boundary=x\r\n\r\n';
  const status = '--x\r\nContent-Type: message/delivery-status\r\n\r\n';
  it.each<[string, string]>([
    ['boundaries', head + kilobytes('--x\r\n', 2000)],
    ['boundaries that are none', head + kilobytes('--x!\r\n', 2000)],
    ['nested parts', kilobytes('Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n', 2000)],
    ['headers', kilobytes('To: a@b.example\r\n', 2000)],
    ['addresses without an end', `To: ${kilobytes('a@', 2000)}`],
    ['folded lines', `To: ${kilobytes('\r\n ', 2000)}`],
    ['blank lines', head + status + kilobytes(' \r\n', 2000)],
    [
      'recipients',
      head + status + kilobytes('\r\nFinal-Recipient: rfc822; a@b.example\r\nStatus: 5.1.1\r\n', 2000),
    ],
    ['a boundary without an end', `Content-Type: multipart/report; boundary="${kilobytes('"', 2000)}`],
    ['spaces', `Content-Type:${kilobytes(' ', 2000)}x\r\n\r\n`],
    ['bytes', Buffer.alloc(2_000_000, 0xff).toString('latin1')],
  ])('as two megabytes of %s is read in well under a second', (_, text) => {
    const began = performance.now();
    const report = reportOf(Buffer.from(text, 'latin1'));
    expect(performance.now() - began).toBeLessThan(500);
    expect(report?.failures.length ?? 0).toBeLessThanOrEqual(20);
  });

  it('is read from its beginning when it was cut off on the way', () => {
    const bytes = postfix();
    const cut = bytes.subarray(0, bytes.indexOf('Undelivered Message'));
    expect(reportOf(cut)?.failures).toHaveLength(1);
  });
});
