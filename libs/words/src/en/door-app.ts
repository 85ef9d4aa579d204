import { counted, number } from './numbers.ts';
import { spoken } from '../speech.ts';

const ordinals: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
const nth = (place: number): string => `${number.format(place)}${ordinals[ordinal.select(place)] ?? 'th'}`;
const since = (minute: string, by: string | null): string =>
  by === null ? `Since ${minute}` : `Since ${minute}, ${by}`;

/** The phone of whoever stands at the door: read at arm's length, in a queue, in the dark. */
export const doorApp = /* @__PURE__ */ spoken('doorApp', {
  title: (event: string) => `Door: ${event}`,
  name: 'Door',
  opening: {
    title: 'Open the door',
    text: 'Type the code that you were given with this link. It is asked for again whenever this page is loaded anew, also without network.',
    code: 'Code',
    codeHint: 'Eight letters and digits, like K7QM-2XHD',
    open: 'Open',
    working: 'Opening …',
    faults: {
      'code-wrong': 'This is not the code of this link. Look at it again.',
      'too-many': 'Too many wrong codes were tried with this link. Wait an hour, or ask for a new link.',
      'no-network':
        'There is no network. The first time, a phone needs it to fetch the list; after that it does without.',
      failed: 'The list could not be fetched. Try again in a moment.',
      empty: 'Type the eight letters and digits of the code.',
      'not-secure':
        'This page needs https: without it a browser neither seals the list nor opens the camera.',
    },
  },
  ended: {
    dead: {
      title: 'This link does not work any more',
      text: 'It was taken back, or it is cut off. Nothing of the list is left on this phone. Ask the organizer for a new link.',
    },
    over: {
      title: 'The evening is over',
      text: 'The list is gone from this phone.',
    },
    locked: {
      title: 'The door has locked itself',
      text: 'It was open for twelve hours, and the list is gone from this phone. What waits to be sent stays, sealed. Load the page anew to open the door again.',
    },
    again: 'Load the page anew',
  },
  bar: {
    label: 'How it stands',
    count: (came: number, going: number) => `${number.format(came)} of ${number.format(going)} in`,
    waiting: (count: number) => `${number.format(count)} waiting to send`,
    offline: 'No network',
    looks: (count: number) => `${number.format(count)} to look at`,
  },
  tabs: { label: 'Parts of the door', scan: 'Scan', list: 'List', walkIn: 'Walk-in' },
  scan: {
    title: 'Scan',
    hint: 'Hold the code of a ticket in front of the camera.',
    starting: 'The camera is opening …',
    picture: 'What the camera sees',
    light: 'Light',
    lightOff: 'Light off',
    other: 'Other camera',
    again: 'Try again',
    faults: {
      refused:
        'The camera may not be used. Allow it for this page in the settings of the browser, then try again. The list works without it.',
      'no-camera': 'This phone has no camera. Use the list.',
      busy: 'Something else uses the camera. Close it, then try again.',
      'not-secure': 'A browser opens the camera only for pages served by https.',
      failed: 'The camera did not open. Try again, or use the list.',
    },
  },
  verdict: {
    label: 'The last scan',
    words: {
      in: 'Come in',
      'let-in': 'Let in',
      'walked-in': 'Walked in',
      already: 'Already in',
      unknown: 'Let in, checked later',
      'not-confirmed': 'Not confirmed',
      cancelled: 'Cancelled',
      'wrong-event': 'Another evening',
      forged: 'Not a real ticket',
      'no-ticket': 'No ticket',
      undone: 'Undone',
    },
    declined: 'Declined',
    texts: {
      unknown: 'The ticket is real, but this phone does not have the name yet.',
      'wrong-event': 'This ticket is real, but not for this evening.',
      forged: 'We did not write this code.',
      'no-ticket': 'This is some other code.',
      cancelled: 'They are not coming, as far as the list says.',
      declined: 'The organizers said no to them.',
      undone: 'They are not in any more.',
      'walked-in': 'Added to the list and checked in.',
    },
    waits: {
      waitlisted: (place: number | null) =>
        place === null ? 'On the waitlist' : `${nth(place)} on the waitlist`,
      pending: 'Waits for approval',
      offered: 'Has an offer that was not taken yet',
      held: 'Has not opened the link in the mail yet',
    },
    since,
    admit: (party: number) => (party === 1 ? '1 person' : `Admit ${number.format(party)}`),
    with: (names: string) => `With ${names}`,
    next: 'Next',
    undo: 'Undo',
    undoEarlier: 'Take the check-in back',
    takeBack: 'Take it back',
    letIn: 'Let in all the same',
    seat: 'Let in from the waitlist',
  },
  list: {
    title: 'List',
    search: 'First letters of a name, or a code',
    found: (count: number) => (count === 0 ? 'Nobody found' : counted(count, 'person', 'people')),
    nobody: 'Nobody found',
    nobodyText: 'Try fewer letters. Somebody who is not on the list can come in as a walk-in.',
    more: (count: number) =>
      `${counted(count, 'more person', 'more people')}. Type more letters to see them.`,
    next: 'Next on the waitlist',
    letInName: (name: string) => `Let in ${name}`,
    letIn: 'Let in',
    checkIn: 'Check in',
    checkInName: (name: string) => `Check in ${name}`,
    undo: 'Undo',
    undoName: (name: string) => `Undo the check-in of ${name}`,
    in: (minute: string, by: string | null) => `In. ${since(minute, by)}`,
    going: 'Going',
    cancelled: 'Cancelled',
    declined: 'Declined',
    panelist: 'Panelist',
    waiting: 'Not sent yet',
  },
  walkIn: {
    title: 'Walk-in',
    text: 'Somebody who is not on the list. They get a mail with their page.',
    name: 'Name',
    email: 'E-mail',
    nameNeeded: 'Type a name.',
    emailNeeded: 'Type an e-mail address.',
    save: 'Let in',
  },
  look: {
    title: 'To look at',
    text: 'Once the network was back, these turned out otherwise than the phone had said.',
    nobody: 'Somebody without a name on this list',
    at: (minute: string) => `Scanned at ${minute}`,
    said: (word: string) => `The phone said: ${word}.`,
    is: {
      ok: 'They are in now.',
      already: (minute: string | null, by: string | null) =>
        minute === null ? 'They were in already.' : `They were in already. ${since(minute, by)}.`,
      'not-confirmed': 'Their place is not confirmed.',
      'wrong-event': 'The ticket is for another evening.',
      cancelled: 'They had cancelled.',
      forged: 'The ticket is not real.',
      undone: 'Their check-in was undone.',
    },
    done: 'Done',
    doneName: (name: string) => `Done with ${name}`,
    back: 'Back',
    none: 'Nothing to look at.',
  },
  kiosk: {
    name: 'Check-in',
    title: 'Check yourself in',
    hint: 'Hold the code of your mail in front of the camera.',
    code: 'Or type your short code',
    codeHint: 'It stands below the code in your mail, like K7QM-2XHD',
    go: 'Check in',
    welcome: (name: string) => `Welcome, ${name}`,
    welcomeAny: 'Welcome',
    already: 'You are in already',
    ask: 'Please ask the people at the door',
    next: 'Done',
  },
} as const);
