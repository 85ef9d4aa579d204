import { severityOf } from '#libs/mail-reports';
import { answerOf } from './smtp-answer.ts';
import { ClaimLost } from './transport.ts';
import { verdictOf } from './verdict.ts';

/** As SMTPConnection reports what a server said to a command. */
const said = (line: string, command: string): Error =>
  Object.assign(new Error(line), { responseCode: Number(line.slice(0, 3)), response: line, command });
const verdict = (error: unknown, { given = false, named = true } = {}) =>
  verdictOf(answerOf(error, { given, named }));

describe('what a server says to a mail', () => {
  it.each([
    ['450 4.2.1 Mailbox busy', 'RCPT TO'],
    ['451 4.7.1 Greylisted', 'RCPT TO'],
    ['452 4.3.1 No space', 'MAIL FROM'],
    ['454 4.3.0 Try later', 'DATA'],
    ['421 4.7.0 Too many mails', 'RCPT TO'],
  ])('"%s" to %s is "not now"', (line, command) => {
    const outcome = `refused-${line.slice(0, 3)}${command === 'DATA' ? '-message' : ''}`;
    expect(verdict(said(line, command))).toEqual({ is: 'later', outcome });
  });

  it.each(['552 5.2.2 Mailbox full', '552 Quota exceeded', '550 5.2.2 Over quota'])(
    '"%s" is a mailbox to be emptied',
    (line) => {
      expect(verdict(said(line, 'RCPT TO')).is).toBe('later');
    },
  );

  it.each(['550 5.1.1 No such user', '553 5.1.3 Bad address', '550-5.1.10 Null MX\n550 5.1.10 Null MX'])(
    '"%s" says that there is no such address',
    (line) => {
      expect(verdict(said(line, 'RCPT TO'))).toMatchObject({ is: 'failed', deadAddress: true });
    },
  );

  it.each([
    ['550 No such user here', 'RCPT TO'],
    ['554 5.7.1 Looks like spam', 'DATA'],
    ['552 5.3.4 Too large', 'DATA'],
    ['550 5.1.8 Sender address rejected', 'RCPT TO'],
    ['550 5.1.1 Sender unknown', 'MAIL FROM'],
  ])('"%s" to %s is "never", and tells nothing of the address', (line, command) => {
    expect(verdict(said(line, command))).toMatchObject({ is: 'failed', deadAddress: false });
  });

  it.each(
    ['5.1', '5.2', '5.3', '5.4', '5.7'].flatMap((subject) =>
      Array.from({ length: 12 }, (_, detail) => `${subject}.${detail}`),
    ),
  )('with %s ends mail to an address if and only if the same code does in a report', (finer) => {
    // A full mailbox is tried for a day before it is given up, and that is no end for an address either.
    const { deadAddress = false } = { ...verdict(said(`550 ${finer} Said so`, 'RCPT TO')) } as {
      deadAddress?: boolean;
    };
    expect(deadAddress).toBe(severityOf(finer) === 'hard');
  });

  it.each([
    ['535 5.7.8 Wrong password', 'AUTH PLAIN'],
    ['534 5.7.9 Too weak', 'AUTH PLAIN'],
    ['530 5.7.0 Sign in first', 'MAIL FROM'],
  ])('"%s" to %s is about us: the mail is given back as if it had never been tried', (line, command) => {
    expect(verdict(said(line, command), { named: command === 'MAIL FROM' })).toEqual({ is: 'given-back' });
  });
});

describe('a connection that fails', () => {
  const dropped = Object.assign(new Error('closed'), { code: 'ECONNECTION' });

  it('before the mail was named is the fault of no mail', () => {
    expect(verdict(dropped, { named: false })).toEqual({
      is: 'without-server',
      outcome: 'unreachable-econnection',
    });
    expect(verdict(said('421 4.3.2 Closing', 'CONN'), { named: false })).toEqual({
      is: 'without-server',
      outcome: 'unreachable-smtp-421',
    });
  });

  it('before the last bytes left has surely delivered nothing', () => {
    expect(verdict(dropped)).toEqual({ is: 'later', outcome: 'unreachable-econnection' });
  });

  it('after them leaves everything open, also when the server says good-bye instead of an answer', () => {
    expect(verdict(dropped, { given: true })).toEqual({ is: 'in-doubt' });
    expect(verdict(said('421 4.3.2 Closing', 'DATA'), { given: true })).toEqual({ is: 'in-doubt' });
  });

  it('because the claim was lost changes nothing any more', () => {
    expect(verdict(new ClaimLost(), { given: false })).toEqual({ is: 'over' });
  });
});
