import { counted, number } from './numbers.ts';
import { spoken } from '../speech.ts';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });
/** Titles stand in quotes, so that one called "the chorus" is not read as part of the sentence. */
const by = (title: string, author: string | null): string =>
  author === null ? `“${title}”` : `“${title}” by ${author}`;

/** What somebody at an evening of critique is to do now, on their phone. */
export const critiqueNow = /* @__PURE__ */ spoken('critiqueNow', {
  page: {
    title: (event: string) => `${event}: critique session`,
    loading: 'One moment…',
    again: 'Try again',
    you: (name: string) => `You are ${name}.`,
    eventPage: 'About the evening',
    cancelled: 'This evening was cancelled. What you wrote is kept as it was.',
    none: 'There is no critique session here',
    noneText: 'The hosts of this evening have not planned one, or took it back.',
    sessions: 'Sessions of this evening',
    untitled: 'Critique session',
    parts: 'Parts of this page',
    sections: { work: 'My work', now: 'Now', letter: 'My letter', people: 'People' },
    turned: {
      work: 'You can bring a work.',
      now: 'There is something for you to do now.',
      letter: 'Your letter is here.',
      people: 'The session is over. Whom would you like to keep talking to?',
    },
    go: 'Take me there',
    failed: 'This did not come through',
    unusable: 'This link does not work any more',
    unusableText:
      'It may be cut off, or it was replaced by a newer one. Open the newest mail of this evening and follow the link there.',
    seat: 'Your seat first',
    seatText:
      'Critique sessions are for people who have a seat. Confirm your RSVP or take the seat you are offered; then this page opens.',
    network: 'No network',
    networkText: 'What you type is kept on this phone and sent as soon as there is a network again.',
    missing: 'This session is not there any more',
  },
  live: {
    lost: 'The connection was lost. The clock goes on and we try again; what you type is kept on this phone.',
    away: 'No network at the moment. The clock goes on as it was; what you type is kept on this phone.',
  },
  clock: {
    left: (spoken: string) => `${spoken} left`,
    minutes: (minutes: number, seconds: number) =>
      [
        minutes > 0 && counted(minutes, 'minute', 'minutes'),
        (seconds > 0 || minutes === 0) && counted(seconds, 'second', 'seconds'),
      ]
        .filter(Boolean)
        .join(' '),
    paused: 'Paused',
    over: 'Time is up',
    step: (at: number, of: number) => `Step ${at} of ${of}`,
    table: (table: number) => `Table ${table}`,
    turn: (round: number, of: number) => `${round} of ${of}`,
    speaks: {
      author: 'The author speaks',
      critics: 'The critics speak',
      nobody: 'Nobody speaks',
      everybody: 'Everybody may speak',
    },
    youSpeak: 'You speak',
  },
  work: {
    named: by,
    authorLater: 'The author’s name follows at the end.',
    question: 'The author asks',
    ownQuestion: 'Your question',
    wants: 'Wants to hear about',
    avoid: 'Please leave out',
    notes: 'Notes',
    topics: 'Topics',
    link: 'Open the work',
    listen: 'Hear it',
    listenText: 'You can hear it ahead of time. It stays here and cannot be downloaded.',
    listenFails: 'The work does not open at the moment.',
    heardBefore: (day: string) => `You heard the version before this one on ${day}.`,
  },
  before: {
    title: (count: number, isTonight: boolean) =>
      isTonight
        ? count === 1
          ? 'Tonight you hear this work'
          : `Tonight you hear these ${number.format(count)} works`
        : count === 1
          ? 'You hear this work'
          : `You hear these ${number.format(count)} works`,
    open: 'Who hears whom is not planned yet',
    openText: (until: string) =>
      `Works come in until ${until}. Then we draw who hears which work, and it stands here.`,
    starts: (moment: string) => `The evening starts ${moment}. This page tells you what to do, step by step.`,
    standby: 'You are standby',
    standbyText:
      'No work is yours to hear yet. If somebody is missing, you are called in here. Listen along until then.',
    waits: 'Your work is on the waitlist',
    waitsText: 'If an author does not come, yours is heard instead. Listen along until then.',
    waitlisted: 'Your work is on the waitlist. If an author is missing, yours may be heard.',
    passedOver: 'The time of your work was passed over',
    passedOverText:
      'You were not there then. If you are here now, tell whoever runs the session: it can still be heard.',
    own: (place: string) => `Your own work is heard ${place}.`,
    ownAt: (table: number, round: number, isOnlyTable: boolean) =>
      isOnlyTable ? `as number ${round}` : `at table ${table}, as number ${round}`,
    rules: 'How we do this here',
  },
  between: {
    title: 'The next work starts in a moment',
    text: 'The facilitator starts each one. This page turns by itself.',
    nextHear: (title: string, author: string | null, table: number | null) =>
      `Next you hear ${by(title, author)}${table === null ? '' : `, table ${table}`}.`,
    nextOwn: (table: number | null) => `Next it is your own work${table === null ? '' : `, table ${table}`}.`,
    last: 'That was the last one for you.',
    lastText: 'Finish your words below if you like: they go to their authors when the session ends.',
  },
  other: {
    on: (title: string, author: string | null) => `Now playing: ${by(title, author)}`,
    listenAlong: 'Listen along. Nothing for you to do at the moment.',
  },
  waiting: {
    author: 'The room is waiting for you',
    authorText: (table: number) => `Come to table ${table} and say that you are here.`,
    others: 'We are waiting for the author',
    othersText: 'For three minutes. Then another work is heard.',
  },
  called: 'You are called in for somebody who is missing. Thank you.',
  author: {
    'set-up': 'Get ready. Say the title and nothing else: the work speaks first.',
    listen: 'Your work is being heard. Watch the room.',
    write: 'They are writing to you. Nothing to do.',
    meaning: 'Listen. Do not answer yet.',
    'author-asks': 'Ask your question.',
    'neutral-questions': 'Answer what they ask. You owe nobody a reason.',
    opinions: 'Each asks before they tell you what they think. You may say no.',
    'no-opinions': 'You did not ask for opinions, so you hear none.',
    'one-thing': 'Say one thing you will try.',
    speaks: 'It is yours to speak.',
    silent: 'Listen. Do not answer yet.',
    over: 'Your time is over. What they wrote comes to you when the session ends.',
  },
  critic: {
    'set-up': 'Read the question, then put the rest away.',
    listen: 'Listen. Mark a moment when something happens to you.',
    write: 'Write in silence: what stayed with you, then your answer.',
    meaning: 'Say what stayed with you. No praise, no advice.',
    'author-asks': 'Answer the author’s question, and only that.',
    'neutral-questions': 'Ask, without an opinion inside the question.',
    opinions: 'Ask first: “I have a thought about … Would you like to hear it?”',
    'no-opinions': 'The author asks for no opinions. Ask one more question instead.',
    'one-thing': 'Listen to what the author will try.',
    speaks: 'It is yours to speak.',
    silent: 'Nothing to say now.',
    over: 'You can still finish your words. They are kept as you type.',
  },
  form: {
    title: (title: string) => `For “${title}”`,
    readers: {
      author:
        'Its author reads this, and nobody else. Hosts see that you have begun and whether it is enough, not what.',
      facilitator: 'Its author reads this. The hosts read this too.',
    },
    meaning: 'What stayed with you?',
    meaningHint: 'An image, a line, a feeling. What it meant to you, not whether it is good.',
    answer: 'Your answer to the author’s question',
    neutralQuestion: 'A neutral question for the author',
    neutralQuestionHint: 'One with no opinion inside: “What made you end on that chord?”',
    opinion: 'An opinion, since the author asks for them',
    opinionHint: 'Something the author can use.',
    change: 'What I wrote',
    nothing: 'You wrote nothing here yet.',
    saved: 'Saved',
    saving: 'Saving…',
    kept: 'Kept on this phone; sent when there is a network.',
    refused: 'Not sent:',
    asks: (words: number) => `It counts from ${counted(words, 'word', 'words')} on.`,
    more: (words: number) => `${counted(words, 'more word', 'more words')} and it counts`,
    counts: 'It counts. Write on if you like.',
    words: (words: number) => counted(words, 'word', 'words'),
    two: 'You wrote this in another window:',
    add: 'Put it below',
    leave: 'Leave it out',
    closed: 'This is with its author and cannot be changed any more.',
  },
  marks: {
    title: 'Moments you marked',
    add: 'Mark this moment',
    at: (time: string) => `At ${time}`,
    text: (time: string) => `What happens at ${time}`,
    remove: (time: string) => `Remove the mark at ${time}`,
    removeShort: 'Remove',
    full: 'Fifty marks are all that fit.',
    placeholder: 'A word or two, or nothing',
  },
  decline: {
    do: 'I cannot hear this one',
    pending: (title: string) => `You will not hear “${title}”. Somebody else is asked.`,
    undo: 'Undo',
    done: (title: string) => `You do not hear “${title}”. Thank you for saying so.`,
    missed: (title: string) =>
      `You were not found when “${title}” began, so somebody else hears it. If you are here, tell your facilitator.`,
  },
  written: {
    title: (count: number) => `You hear ${counted(count, 'work', 'works')} at home`,
    due: (moment: string) =>
      `Your words go to their authors on ${moment}. Until then you can change everything.`,
    overdue: 'The time to write is over. The authors get what you wrote.',
    open: (title: string) => `Hear and write: “${title}”`,
    write: 'Hear and write',
    back: 'All works',
    state: (words: number, fewest: number) =>
      words === 0
        ? 'Nothing written yet'
        : words < fewest
          ? `${counted(words, 'word', 'words')}, ${counted(fewest - words, 'more', 'more')} and it counts`
          : `${counted(words, 'word', 'words')}, it counts`,
  },
  after: {
    title: 'That was it. Thank you.',
    calledOff: 'This session was called off',
    turnKept:
      'Your work keeps its turn: bring it to another session here, and it is among the first to be heard.',
    soon: 'What everybody wrote goes to its authors now. You can finish your words until then.',
    released: 'What you wrote is with its authors.',
    thanks: (count: number) =>
      count === 0
        ? 'Thank you for being there.'
        : `You listened to ${counted(count, 'work', 'works')}. That is what such an evening is made of.`,
    letter: 'Read my letter',
    people: 'Whom would I like to keep talking to?',
    heard: (titles: readonly string[]) => `You heard ${listed.format(titles.map((title) => `“${title}”`))}.`,
  },
} as const);
