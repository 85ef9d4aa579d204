import { counted, number } from './numbers.ts';
import { spoken } from '../speech.ts';

const guests = (count: number): string => counted(count, 'guest', 'guests');

/** "2 days", "3 hours", "90 minutes". */
const length = (minutes: number): string => {
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'day', 'days');
  if (minutes % 60 === 0) return counted(minutes / 60, 'hour', 'hours');
  return counted(minutes, 'minute', 'minutes');
};

/** What an organizer writes to the guests of an event. */
export const messagesApp = /* @__PURE__ */ spoken('messagesApp', {
  tab: 'Messages',
  title: 'Messages',
  guests,
  write: 'Write to guests',
  writeToThose: 'Write to those who came',
  none: 'Nothing is planned',
  noneText:
    'Write to everybody who is going, remind them before it starts, or thank those who came. You see whom it reaches and how it reads before it leaves.',
  groups: { leaving: 'Leaves next', drafts: 'Drafts', sent: 'Sent', stopped: 'Stopped' },
  kinds: {
    announcement: 'Announcement',
    reminder: 'Reminder',
    thanks: 'Thank-you',
    change: 'Change of time or place',
  },
  states: {
    draft: 'Draft',
    scheduled: 'Planned',
    sending: 'Leaving now',
    sent: 'Sent',
    cancelled: 'Stopped',
  },
  waits: 'Leaves in a moment',
  noSubject: 'Without a subject',
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  at: (day: string, minute: string, zone: string) => `${day}, ${minute} (${zone})`,
  moment: (moment: string) => `${moment.charAt(0).toUpperCase()}${moment.slice(1)}`,
  rule: (anchor: 'start' | 'end', minutes: number) => {
    const verb = anchor === 'start' ? 'starts' : 'ends';
    if (minutes === 0) return `When it ${verb}`;
    return `${length(Math.abs(minutes))} ${minutes < 0 ? 'before' : 'after'} it ${verb}`;
  },
  reached: (sent: number, recipients: number) =>
    sent === recipients
      ? `Sent to ${guests(sent)}`
      : `Sent to ${number.format(sent)} of ${guests(recipients)}`,
  failed: (count: number) => (count === 1 ? 'One did not arrive' : `${number.format(count)} did not arrive`),
  stop: 'Do not send it',
  stopName: (subject: string) => `Do not send it: “${subject}”`,
  stopped: 'It does not leave.',
  calledOff: {
    'by-hand': 'Stopped by hand',
    'too-late': 'Its moment had passed',
    'event-cancelled': 'The event was cancelled',
    'too-many-messages': 'Too many messages in one day',
    nobody: 'Nobody was going yet',
  },
  remove: 'Delete',
  removeName: (subject: string) => `Delete “${subject}”`,
  willRemove: (subject: string) => `“${subject}” is being deleted.`,
  notDone: (why: string) => `That was not done. ${why}`,
  noRight: 'Owners and editors write to guests',
  noRightText: 'As a host you see here what guests get and when.',
  keys: { write: 'Write to guests', back: 'Back to all messages' },
  form: {
    new: 'A new message',
    edit: 'Edit the message',
    back: 'All messages',
    kind: 'What it is',
    kindHelp: {
      announcement: 'Leaves once, now or at a time you choose.',
      reminder: 'Leaves before it starts, and moves along when you move the event.',
      thanks: 'Leaves after it ends, and moves along when you move the event.',
    },
    subject: 'Subject',
    text: 'Text',
    textHelp: 'Markdown: **bold**, lists, links. The values below are filled in for each guest.',
    insert: 'Insert a value',
    placeholders: {
      name: 'Name of the guest',
      event: 'Name of the event',
      date: 'Day',
      time: 'Time',
      place: 'Place',
      link: 'Link to their RSVP',
      organization: 'Your organization',
    },
    /** An address alone would not be a link. */
    ownPage: '[your page]({link})',
    insertName: (what: string, token: string) => `Insert ${token}: ${what}`,
    startWith: {
      announcement: { subject: '', text: 'Hello {name},\n\n' },
      reminder: {
        subject: 'See you at {event}',
        text: 'Hello {name},\n\n**{event}** is on {date} at {time}. We look forward to seeing you.\n\nCan’t make it after all? Please cancel on [your page]({link}), so that somebody else gets the seat.',
      },
      thanks: {
        subject: 'Thank you for coming to {event}',
        text: 'Hello {name},\n\nthank you for coming to **{event}**. It was good to have you there.',
      },
    },
    when: 'When it leaves',
    now: 'Now',
    nowHelp: 'You have 10 seconds to change your mind.',
    atTime: 'At a time',
    byEvent: { start: 'Before it starts', end: 'After it ends' },
    moment: 'Day and time',
    zone: (place: string, zone: string) => `${place} time (${zone}), where the event is.`,
    howLong: { start: 'How long before', end: 'How long after' },
    late: 'That moment has passed. Choose a later one, or send it now.',
    night: 'Nothing leaves between 21:00 and 08:00 where the event is.',
    subjectNeeded: 'Give it a subject.',
    textNeeded: 'Write a few words.',
    momentNeeded: 'Say on which day and at what time it leaves.',
    send: (count: number | undefined) => (count === undefined ? 'Send now' : `Send to ${guests(count)}`),
    schedule: (count: number | undefined) =>
      count === undefined ? 'Plan it' : `Plan it for ${guests(count)}`,
    keep: 'Keep as a draft',
    saveChanges: 'Save the changes',
    test: 'Send a test to me',
    testSaves: 'Save, and send a test to me',
    tested: (email: string) => `A test is on its way to ${email}.`,
    kept: 'The draft is kept.',
    saved: 'The message is saved.',
    planned: (when: string) => `It leaves ${when}.`,
    willSend: (subject: string, count: number | undefined) =>
      count === undefined ? `“${subject}” leaves.` : `“${subject}” goes to ${guests(count)}.`,
    conflict: 'Somebody changed this message while you were writing. Yours is not saved yet.',
    conflictTheirs: 'Take theirs (replaces what you typed)',
    conflictMine: 'Go on with mine (replaces theirs when saved)',
    nobody: 'Nobody would get it. Choose others.',
  },
  whom: {
    label: 'Who gets it',
    statuses: {
      confirmed: 'Going',
      offered: 'Offered a seat',
      waitlisted: 'On the waitlist',
      pending: 'Waiting for your answer',
      cancelled: 'Not going any more',
      invited: 'Invited, no answer yet',
    },
    everybodyGoing: 'Everybody who is going.',
    came: 'Who was there',
    cameAll: 'Whether they came or not',
    cameYes: 'Came',
    cameNo: 'Did not come',
    some: 'Only some of them',
    everybody: 'Nobody is left out.',
    part: 'Takes part in',
    anyPart: 'Anything',
    parts: {
      panel: 'A panel',
      mixer: 'The mixer',
      critique: 'A critique session',
    },
    question: 'Question',
    noQuestion: 'Whatever they answered',
    answer: 'Answer',
    yes: 'Yes',
    no: 'No',
    counting: 'Counting…',
    reaches: (count: number) => (count === 0 ? 'Nobody' : guests(count)),
    noAddress: (count: number) =>
      count === 1
        ? 'One more has no address we can write to.'
        : `${number.format(count)} more have no address we can write to.`,
    onlyListed: (count: number) =>
      count === 1
        ? 'One more stands on an imported list only and never asked for mail.'
        : `${number.format(count)} more stand on an imported list only and never asked for mail.`,
    only: (parts: readonly string[]) => parts.join('; '),
    answered: (question: string, answer: string) => `“${answer}” to “${question}”`,
    someOf: (standings: string, parts: string) => `${standings}; of those only: ${parts}`,
  },
  preview: {
    label: 'As a guest reads it',
    empty: 'Write a subject and a few words, and it appears here.',
    frame: 'The mail',
    fault: 'It cannot be shown before the marked field is right.',
  },
  sent: {
    again: 'Use it for a new message',
    whom: 'To',
    when: 'When',
    reached: 'How far it came',
  },
  tell: {
    title: (count: number) =>
      count === 1 ? 'One guest still has the old details' : `${guests(count)} still have the old details`,
    text: (changed: readonly ('time' | 'place')[]) => {
      const what = { time: 'the time', place: 'the place', both: 'the time and the place' } as const;
      const one = changed.length === 2 ? 'both' : (changed[0] ?? 'both');
      return `You changed ${what[one]}. Nobody is told before you say so; then they get a mail with what is new, and their calendar follows.`;
    },
    note: 'Why, or what else they should know (optional)',
    noteHelp: 'Guests read this as you write it.',
    addNote: 'Add a note',
    button: (count: number) => `Tell ${guests(count)}`,
    later: 'Not now',
    will: (count: number) => `${guests(count)} ${count === 1 ? 'is' : 'are'} being told of the change.`,
    told: (count: number) => `${guests(count)} ${count === 1 ? 'is' : 'are'} told.`,
    waits: 'Being told',
  },
});
