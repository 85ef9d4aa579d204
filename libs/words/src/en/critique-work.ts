import { counted, number } from './numbers.ts';
import { spoken } from '../speech.ts';

const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
/** 1st, 2nd, 3rd, 11th. */
const nth = (place: number): string => `${number.format(place)}${endings[ordinal.select(place)] ?? 'th'}`;
const credits = (count: number): string => counted(count, 'credit', 'credits');

/** What is missing or wrong in a work, as its author reads it under the field. */
export const critiqueWork = {
  faults: {
    title: 'Give it a title.',
    question: 'Ask one question. Your critics answer it.',
    source: 'Add a file or a link, so that your critics can hear or see it.',
    link: 'This link has to begin with https:// or http://.',
    file: 'This file is not there any more. Please send it again.',
    eitherOr: 'A file or a link, not both.',
    previous: 'This is not an earlier work of yours.',
  },
} as const;

/** On public pages and in mails: that works can be brought to an evening. */
export const critiqueInvitation = {
  title: 'Critique session',
  titles: 'Critique sessions',
  formats: {
    live: (critics: number) =>
      `Works are heard one after the other, each by ${number.format(critics)} critics.`,
    tables: (critics: number) =>
      `Works are heard at small tables, each by ${number.format(critics)} critics.`,
    written: (critics: number) =>
      `Works are heard at home, and ${number.format(critics)} critics write to each author.`,
  },
  bring: (until: string) => `If you come, you can bring a work of your own until ${until}.`,
  closed: 'The time to bring a work is over.',
  mine: 'Bring a work',
  mineText: (until: string) => `This evening has a critique session. You can bring a work until ${until}.`,
  draft:
    'Your work is a draft and in no order. If you gave your seat back in between, it lost its place: bring it again.',
  page: 'My critique session',
  pageText: 'What you brought, what you hear and what others wrote to you stands on a page of its own.',
} as const;

/** Where an author brings a work, on a phone. */
export const critiqueWorkPage = /* @__PURE__ */ spoken('critiqueWorkPage', {
  title: 'Your work',
  lead: 'Bring something you are making. A few people hear it with care and tell you what stayed with them.',
  until: (moment: string) => `You can bring it, change it and take it back until ${moment}.`,
  loading: 'One moment…',
  fields: {
    title: 'Title',
    question: 'Your question',
    questionHelp: 'The one thing you want to know. Your critics answer it.',
    questionExample: 'Does the second verse earn the last chorus?',
    left: (count: number) => counted(count, 'character left', 'characters left'),
    source: 'The work itself',
    file: 'A file',
    link: 'A link',
    linkLabel: 'Link to your work',
    linkHelp: 'Your critics open it in a new tab. Check that it opens without a password.',
    blind:
      'Critics do not read your name before the session is over: take it out of the file’s details and of the address.',
    wants: 'What you would like to hear about',
    wantsHelp: 'For example: the lyrics, the low end, the ending.',
    avoid: 'What you would rather not',
    avoidHelp: 'For example: the vocals are a guide, please pass over them.',
    notes: 'Notes for your critics',
    notesHelp: 'What they need to know beforehand, or the words of the song.',
    topics: 'Topics',
    topicsHelp: 'Up to three, with commas between them: mixing, sound design.',
    opinions: 'Critics may also tell me their opinion',
    opinionsHelp:
      'Without this you read what stayed with them, their answer to your question and their own questions. Nothing else.',
    opinionsTold: 'Opinions',
    opinionsYes: 'Your critics may tell you theirs.',
    opinionsNo: 'Your critics keep theirs to themselves.',
    coAuthors: 'Made together with',
    coAuthorsHelp:
      'E-mail addresses, up to three. They will not be drawn as critics of it, and nobody writes to them. Hosts may read that they made it too.',
    previous: 'Is it a new version of an earlier work?',
    previousNone: 'No, it is new here',
    previousOf: (title: string, day: string) => `${title}, heard on ${day}`,
    previousUnheard: (title: string, day: string) => `${title}, brought on ${day}`,
    more: 'More about it, if you like',
  },
  plannedFields: 'Topics and who made it with you stay as they are: who hears your work was drawn from them.',
  longer: (length: string, slot: string) =>
    `This is ${length} long. In the session there are ${slot} to play or show it, so say in the notes where to begin.`,
  minutes: (minutes: number, seconds: number) =>
    minutes === 0
      ? `${number.format(seconds)} seconds`
      : `${number.format(minutes)}:${String(seconds).padStart(2, '0')} minutes`,
  rules: 'The rules of this session',
  file: {
    name: 'Your file',
    replace: 'Send another file instead',
    keep: 'Keep the file that is there',
    remove: 'Remove this file',
    kept: 'The file that is there stays until the new one has arrived.',
  },
  saving: 'Saving…',
  saved: 'Saved. Only you see it until you bring it.',
  savedIn: 'Saved.',
  unsaved: 'Not saved on our side yet. It is kept on this phone, and we try again.',
  held: 'Not saved as it stands. What you typed is kept on this phone.',
  restored: 'We brought back what you typed here before.',
  elsewhere:
    'You changed this work on another device too. Below stands what you typed here; the rest is as it was saved there.',
  bring: 'Bring this work',
  bringing: 'One moment…',
  bringAgain: 'Bring it again',
  start: 'Bring a work',
  change: 'Change it',
  done: 'Done',
  brought: 'Your work is in.',
  places: {
    submitted: (place: number) => `You are ${nth(place)} in the order as it stands.`,
    waits: (place: number, slots: number) =>
      slots === 1
        ? `You are ${nth(place)} in the order as it stands. There is time for 1 work, so you are on the waitlist.`
        : `You are ${nth(place)} in the order as it stands. There is time for ${number.format(slots)} works, so you are on the waitlist.`,
    standing: 'The order is drawn when the session is planned. Who has waited longest comes first.',
    written: 'Every work that is in when the deadline passes gets its critics.',
    accepted: ({ table, round }: { table: number | null; round: number }) =>
      `Your work will be heard${table === null ? '' : ` at table ${number.format(table)},`} as number ${number.format(round)}.`,
    acceptedWritten: 'Your work will be heard.',
    waitlisted: (ahead: number) =>
      ahead === 0
        ? 'You are first on the waitlist.'
        : `You are on the waitlist: ${counted(ahead, 'work waits', 'works wait')} before yours.`,
    waitlistMeans:
      'If somebody takes their work back or does not come, the first on the waitlist is heard instead. If yours is not heard this time, it comes first next time.',
    creditsBack: (count: number) => `You get your ${credits(count)} back then.`,
    missed: 'You were not there when the time of your work came.',
    missedMeans:
      'If you come after all, tell whoever runs the session: it is heard if there is time. If it is not heard, it does not come first next time.',
    creditsStay: (count: number) => `The ${credits(count)} it took do not come back then.`,
    heard: 'Your work was heard.',
  },
  closed: {
    'critique-deadline-passed': 'The time to bring or change a work is over.',
    'critique-called-off':
      'This session was called off. Bring your work to another one here, and it keeps its turn.',
    'critique-works-closed': 'The session has begun, so works can no longer be brought or changed.',
    'event-cancelled': 'This evening is cancelled.',
  },
  closedEmpty: 'You did not bring a work this time. You can still listen and write to others.',
  credits: {
    none: 'You have no credits.',
    some: (balance: number) => `You have ${credits(balance)}.`,
    rule: (cost: number) =>
      `Bringing a work takes ${number.format(cost)}; each critique you write gives 1 back.`,
    paid: (cost: number, balance: number) =>
      `Your ${credits(cost)} are spent on this work. You have ${balance === 0 ? 'none' : number.format(balance)} left; each critique you write gives 1 back.`,
    short: (missing: number) =>
      `You need ${missing === 1 ? '1 more' : `${number.format(missing)} more`} to bring this one. Your draft stays here. Write to others as their critic, or ask the host.`,
  },
  withdraw: {
    open: 'Take it back',
    draft: 'Throw this draft away',
    title: 'Take your work back?',
    draftTitle: 'Throw this draft away?',
    file: 'Its file is deleted at once.',
    planned: 'Your place goes to the first on the waitlist.',
    creditsBack: (count: number) => `You get ${credits(count)} back.`,
    creditsGone: (count: number) =>
      `Others were going to hear it, so the ${credits(count)} it took do not come back.`,
    confirm: 'Yes, take it back',
    draftConfirm: 'Yes, throw it away',
    keep: 'Keep it',
  },
  withdrawn: 'You took your work back. What you wrote about it is still here.',
} as const);

export const critiqueWorkActivity = {
  'critique-work.brought': 'brought a work to a critique session',
  'critique-work.withdrawn': 'took a work back from a critique session',
  'critique-session.reseated': 'gave to others what somebody who is not coming had in a critique session',
} as const;
