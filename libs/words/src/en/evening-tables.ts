import { wordList } from './reasons.ts';
import { spoken } from '../speech.ts';

/** Small tables and contacts that are swapped, on the phone of somebody who is there. */
export const eveningTables = /* @__PURE__ */ spoken('eveningTables', {
  title: 'Your table',
  notDrawn: 'Your table shows up here',
  notDrawnText: (rounds: number) =>
    rounds === 1
      ? 'Tables are drawn when people have arrived. Leave this page open; it follows by itself.'
      : `Tables are drawn when people have arrived: ${String(rounds)} rounds, each with other people. Leave this page open; it follows by itself.`,
  noSeat: 'You have no table yet',
  noSeatText: 'Say hello to a host. They find you a seat in a moment, and it shows up here.',
  over: 'The rounds are over',
  overText: 'Stay and talk as long as you like.',
  at: (table: number) => `You are at table ${String(table)}`,
  willBeAt: (table: number) => `You start at table ${String(table)}`,
  round: (round: number, rounds: number) =>
    rounds === 1 ? 'One round' : `Round ${String(round)} of ${String(rounds)}`,
  topic: 'To begin with',
  company: (names: readonly string[], others: number) => {
    if (names.length === 0) return others === 0 ? 'Nobody else sits here yet.' : `With ${someOthers(others)}`;
    return others === 0 ? `With ${wordList(names)}` : `With ${names.join(', ')} and ${String(others)} more`;
  },
  starts: 'It starts when a host opens the round.',
  left: 'left in this round',
  timeIsUp: 'Time is up',
  timeIsUpText: 'Finish your sentence. A host opens the next round in a moment.',
  next: 'Then',
  nextAt: (round: number, table: number) => `Round ${String(round)}: table ${String(table)}`,
  names: 'Names stand here of people who let others at the evening see theirs.',
} as const);

function someOthers(others: number): string {
  return others === 1 ? 'one more person' : `${String(others)} more people`;
}

export const eveningContacts = /* @__PURE__ */ spoken('eveningContacts', {
  title: 'Swap contacts',
  lead: 'When both of you say yes, each sees the other’s name and e-mail address. Nobody else is told.',
  early: 'Once you are here',
  earlyText: 'Contacts are swapped by people who came. Check in at the door; then this opens.',
  over: 'Swapping is over',
  overText: 'Contacts are swapped from the beginning of the evening until a week after it.',
  mine: {
    title: 'My code',
    text: 'Let the other person scan it. You are asked before anything is shown.',
    alt: 'Your code to swap contacts',
    spoken: 'or they type',
  },
  scan: {
    title: 'Scan their code',
    open: 'Open the camera',
    close: 'Close the camera',
    starting: 'Opening the camera…',
    look: 'Hold their code into the picture.',
    refused: 'The camera is not allowed here. Allow it in the settings of your browser, or type their code.',
    noCamera: 'This device has no camera. Type their code.',
    busy: 'Another app holds the camera. Close it and try again, or type their code.',
    failed: 'The camera does not open here. Type their code.',
    again: 'Try again',
    torch: 'Light',
    other: 'Other camera',
    notOurs: 'That is not a code of this evening.',
    type: 'Or type their code',
    hint: 'Eight letters and digits, as K7QM-2XHD.',
    send: 'Ask them',
    missing: 'Type the eight letters and digits of their code.',
    asked: (name: string) => `${name} is asked now.`,
    agreed: (name: string) => `You and ${name} swapped contacts.`,
    askedHidden: 'They are asked now. Their name stands here once they say yes.',
    askedSomebody: 'They are on your list already.',
  },
  asked: {
    title: 'They scanned your code',
    text: (name: string) => `${name} would like to swap contacts.`,
    yes: 'Swap contacts',
    no: 'No, thanks',
    noText: 'A “no” is told to nobody.',
    named: (act: string, name: string) => `${act}: ${name}`,
  },
  tap: {
    title: 'Or tap a name',
    text: 'Nobody learns that you tapped, unless they tap you too.',
    search: 'Find a name',
    none: 'Nobody else here lets others see their name yet.',
    noneLeft: 'Everybody here who lets others see their name stands above.',
    noneFound: 'No such name. Not everybody lets theirs be seen.',
    tap: (name: string) => `Swap contacts with ${name}`,
    more: (count: number) => `${String(count)} more; type a few letters.`,
  },
  list: {
    title: 'My contacts',
    hidden: 'Somebody who does not show their name',
    waiting: 'Waiting for their yes',
    agreed: 'You swapped contacts',
    takeBack: 'Take back',
    takeBackName: (name: string) => `Take back: ${name}`,
    mail: (name: string) => `Write to ${name}`,
    copy: 'Copy address',
    copyName: (name: string) => `Copy address: ${name}`,
    copied: 'Copied.',
    save: 'Save as contact',
    saveName: (name: string) => `Save as contact: ${name}`,
    stays: 'They stay on your page “Your introductions”, for you alone.',
    met: (event: string) => `Met at ${event}`,
  },
} as const);
