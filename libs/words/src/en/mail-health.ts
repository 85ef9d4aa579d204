import { counted } from './numbers.ts';
import { spoken } from '../speech.ts';

/** "40 seconds", "12 minutes", "3 hours", "2 days". */
const length = (seconds: number): string => {
  if (seconds < 120) return counted(seconds, 'second', 'seconds');
  if (seconds < 2 * 3600) return counted(Math.floor(seconds / 60), 'minute', 'minutes');
  if (seconds < 2 * 86_400) return counted(Math.floor(seconds / 3600), 'hour', 'hours');
  return counted(Math.floor(seconds / 86_400), 'day', 'days');
};

/** Of each record. */
const unseen = {
  'no-answer': 'The DNS did not answer. Try again in a minute.',
  'no-server': 'No mail server is set (SMTP_URL), so mails stay here and there is nothing to look up.',
};

/** Whether mail leaves, for whoever runs the installation: on a page and in a terminal. */
export const mailHealth = /* @__PURE__ */ spoken('mailHealth', {
  title: 'The post of this installation',
  lead: 'Whether mail leaves, what waits, and what other mail servers find out about yours. It refreshes by itself.',
  notYours: 'Not for this account',
  onlyRunners:
    'Only the owners of the organization that was here first run this installation and see this page.',
  asOf: (clock: string) => `As of ${clock}`,
  stale: 'These figures could not be refreshed. They are from a little while ago.',
  well: 'Mail leaves',
  unwell: 'Mail does not leave',
  watch: 'Mail leaves, and something needs a look',
  reading: 'Looking',

  worker: {
    title: 'The worker',
    alive: (seconds: number) => `Alive, last heard of ${length(seconds)} ago`,
    silent: (seconds: number) => `Silent for ${length(seconds)}`,
    never: 'Not running',
    silentHow:
      'No mail leaves while no worker runs. Start it, or look into its log to see why it stopped; what waits leaves by itself then.',
  },
  pause: {
    title: 'Sending',
    free: 'Not paused',
    paused: (since: string) => `Paused since ${since}`,
    reasons: {
      'sign-in':
        'The mail server does not take the name and password in SMTP_URL. Correct them and start the worker again. Every mail waits, and none is lost.',
    },
    other: 'The worker has paused sending. Its log says why. Every mail waits, and none is lost.',
  },
  queue: {
    title: 'What waits',
    waiting: 'wait to leave',
    underWay: 'on their way now',
    none: 'Nothing waits.',
    oldest: (seconds: number) => `The oldest has waited for ${length(seconds)}.`,
    slow: 'That is long. A mail server that is away, or says "not now", is asked again later and later, for a day.',
  },
  day: {
    title: 'The last 24 hours',
    sent: 'sent',
    failed: 'failed',
    unsure: 'unsure',
    heldBack: 'held back',
    what: 'Failed: a mail server refused it for good. Unsure: the connection broke at the last moment, so nobody knows whether it arrived. Held back: stopped by its reader, or no longer true.',
  },
  complaints: {
    title: 'Complaints',
    none: 'Nobody reported a mail as junk in the last 30 days.',
    rate: (complaints: number) =>
      `${counted(complaints, 'reader', 'readers')} reported a mail as junk in the last 30 days.`,
    few: 'That is fewer than 1 in 1,000 of what was sent, or one alone, and nothing to worry about.',
    tooMany: 'Too many',
    tooManyOf: 'Too many for one organization',
    of: 'By themselves, the readers of these organizations report 1 in 1,000 of their mails or more. Talk to those who run them:',
    alarm:
      'That is 1 in 1,000 of what was sent or more, the line from which large mail services put everybody’s mail among junk. Send less, and only to people who asked for it.',
  },
  suppressed: {
    title: 'Addresses that get no mail',
    count: (count: number) =>
      count === 0
        ? 'None.'
        : `${counted(count, 'address gets', 'addresses get')} no mail any more, because a mail server said that there is no such address, or because a reader reported our mail as junk.`,
  },

  records: {
    title: 'What others find out about your mail',
    lead: (mailFrom: string) =>
      `Mails come from ${mailFrom}. Other mail servers look up three records of its domain.`,
    again: 'Look them up again',
    unknown: 'No worker has ever started, so it is not known what mails come from.',
    names: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' },
    good: 'In order',
    look: 'Needs a look',
    notLooked: 'Not known',
    found: 'Found',
    add: (name: string) => `Put this TXT record at ${name}`,
    instead: (name: string) => `Put this TXT record at ${name}, in place of the one that is there`,
    states: {
      spf: {
        ...unseen,
        good: 'The domain lets your mail server send.',
        missing: 'The domain does not say who may send for it, so many servers take your mail for forged.',
        several: 'There is more than one SPF record, so servers take none of them. Keep one.',
        'not-covered':
          'The SPF record does not name your mail server. If a provider sends for you, add the "include" that they tell you; if it is your own server, add its address.',
        'too-long':
          'The SPF record asks for more than ten look-ups, so servers stop reading it. Take out what you do not use.',
      },
      dkim: {
        ...unseen,
        good: 'The key in the DNS is the one that your mail is signed with.',
        missing: 'Your mail is signed, but the key is not in the DNS, so nobody can check it.',
        several: 'There is more than one key at this name. Keep the one below.',
        'other-key':
          'The key in the DNS is not the one that your mail is signed with, so every signature fails.',
        'not-signed':
          'Acquaint does not sign your mail. If your mail server signs it, all is well. If not, set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY for the worker and start it again.',
        'other-domain':
          'Your mail is signed for another domain than it comes from, so the signature does not count for DMARC. Set DKIM_DOMAIN to the domain of MAIL_FROM.',
      },
      dmarc: {
        ...unseen,
        good: 'The domain says what to do with mail that only pretends to come from it.',
        missing:
          'The domain says nothing about forged mail. Large mail services ask for this record; this one changes nothing else.',
        several: 'There is more than one DMARC record, so servers take none of them. Keep one.',
        unreadable: 'The DMARC record says no policy. It needs p=none, p=quarantine or p=reject.',
      },
    },
  },

  test: {
    title: 'Send a test',
    lead: (address: string) => `One mail to ${address}, the way that every mail goes.`,
    send: 'Send a test mail',
    sendAgain: 'Send another',
    steps: {
      queued: 'In the queue',
      sending: 'The worker has it',
      handed: 'The mail server is reading it',
      sent: 'The mail server took it',
      failed: 'Not delivered',
      suppressed: 'Held back',
      unsure: 'Unsure',
    },
    answer: (outcome: string) => `Answer: ${outcome}`,
    tooLong: 'It still waits. Look at what the worker is doing, and try again.',
  },
  verdicts: {
    waiting: 'On its way.',
    sent: 'The mail server took it. Now look into the mailbox, and among junk mail.',
    'worker-silent':
      'The worker is not running, so nothing leaves. Start it: the mail leaves by itself then.',
    paused: 'Sending is paused, so it waits in the queue.',
    'put-off': 'The mail server could not be reached, or said "not now". It is tried again by itself.',
    failed: 'The mail server refused it for good.',
    suppressed:
      'It was held back: nothing is sent to this address any more, because it was refused before or its reader asked for that.',
    unsure: 'The connection broke at the last moment, so nobody knows whether it arrived. Send another.',
  },

  terminal: {
    usage: 'Say where to: npm run mail:test -- someone@example.org\n',
    noAddress: (text: string) => `"${text}" is not an e-mail address.\n`,
    failed: (why: string) => `The mail test could not be made: ${why}\n`,
    to: (address: string) => `A test mail to ${address}\n`,
    step: (step: string) => `  ${step}\n`,
    record: (name: string, state: string, sentence: string) => `  ${name}: ${state}. ${sentence}\n`,
    found: (record: string) => `    Found: ${record}\n`,
    add: (name: string, record: string) => `    Put this TXT record at ${name}:\n    ${record}\n`,
    records: '\nWhat others find out about your mail\n',
    verdict: (sentence: string) => `\n${sentence}\n`,
  },
});
