import nodemailer from 'nodemailer';
import { startSink } from './smtp-sink.ts';
import type { SmtpSink } from './smtp-sink.ts';

let sink: SmtpSink;

beforeEach(async () => {
  sink = await startSink();
});

afterEach(async () => {
  await sink.stop();
});

function send(to: string, subject = 'An introduction'): Promise<unknown> {
  const mail = { from: 'Acquaint <hello@acquaint.test>', to, subject, text: 'Grüße', html: '<p>Grüße</p>' };
  const transport = nodemailer.createTransport({ url: sink.url, connectionTimeout: 2000 });
  return transport.sendMail({ ...mail, headers: { 'List-Unsubscribe': '<https://acquaint.test/u/1>' } });
}

describe('the mail sink', () => {
  it('keeps a mail as its reader would see it, with headers and envelope', async () => {
    await send('Ada <ada@example.com>');
    const mail = await sink.waitFor((one) => one.to.includes('ada@example.com'));
    expect(mail).toMatchObject({
      from: 'hello@acquaint.test',
      to: ['ada@example.com'],
      subject: 'An introduction',
      html: '<p>Grüße</p>',
      envelope: { from: 'hello@acquaint.test', to: ['ada@example.com'] },
    });
    expect(mail.text.trim()).toBe('Grüße');
    expect(mail.headers.get('list-unsubscribe')).toBe('<https://acquaint.test/u/1>');
    expect(mail.messageId).toMatch(/^<.+@.+>$/);
    expect(mail.raw.toString()).toContain('Subject: An introduction');
  });

  it('tells a waiter when the mail comes, and what came instead when it does not', async () => {
    const waiting = sink.waitFor((one) => one.subject === 'Second');
    await send('ada@example.com', 'First');
    await send('ada@example.com', 'Second');
    expect((await waiting).subject).toBe('Second');
    await expect(sink.waitFor((one) => one.subject === 'Third', 10)).rejects.toThrow(
      'ada@example.com: First',
    );
  });

  it.each(['rcpt', 'data'] as const)(
    'refuses at %s with the code it was given, and keeps nothing',
    async (at) => {
      sink.behave((moment) =>
        moment.at === at ? { kind: 'refuse', code: 550, message: 'no such person' } : { kind: 'accept' },
      );
      await expect(send('ada@example.com')).rejects.toMatchObject({ responseCode: 550 });
      expect(sink.messages).toHaveLength(0);
      sink.behave();
      await send('ada@example.com');
      expect(sink.messages).toHaveLength(1);
    },
  );

  it('drops the connection after the body, with the mail lost or kept', async () => {
    for (const keep of [false, true]) {
      sink.behave((moment) => (moment.at === 'data' ? { kind: 'drop', keep } : { kind: 'accept' }));
      await expect(send('ada@example.com')).rejects.toThrow();
      expect(sink.messages).toHaveLength(keep ? 1 : 0);
    }
  });

  it('stalls before the 250 until it is told to go on', async () => {
    const { promise: until, resolve: goOn } = Promise.withResolvers<undefined>();
    sink.behave((moment) => (moment.at === 'data' ? { kind: 'stall', until } : { kind: 'accept' }));
    const sent = send('ada@example.com');
    const moment = await sink.waitForMoment((one) => one.at === 'data');
    expect(moment.raw.toString()).toContain('An introduction');
    expect(sink.messages).toHaveLength(0);
    goOn(undefined);
    await sent;
    expect(sink.messages).toHaveLength(1);
  });
});
