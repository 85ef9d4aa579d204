import { counted, number } from './numbers.ts';
import { spoken } from '../speech.ts';

/** The door, on the organizers' screens. */
export const doorDesk = /* @__PURE__ */ spoken('doorDesk', {
  tab: 'Door',
  count: (came: number, going: number) =>
    `${counted(came, 'person is', 'people are')} in, of ${number.format(going)} going.`,
  links: {
    title: 'Phones at the door',
    text: 'Any phone becomes a door by a link and a code: it scans tickets, finds people by name, and works without network once it was opened. The link ends six hours after the evening.',
    label: 'Which door',
    labelHelp: 'Everybody at the doors reads it beside a name: “Front door”.',
    make: 'Make a link',
    none: 'No phone has a link yet.',
    unseen: 'Not opened yet',
    seen: (moment: string) => `Last seen ${moment}`,
    until: (moment: string) => `Works until ${moment}`,
    revoke: 'Take back',
    revokeName: (label: string) => `Take back the link of ${label}`,
    willRevoke: (label: string) => `The link of ${label} is being taken back. Its phones forget the list.`,
  },
  made: {
    title: (label: string) => `The link of ${label}`,
    scan: 'Scan this with the phone, or send the link to whoever stands there.',
    qr: 'The link as a code to scan',
    code: 'Code:',
    once: 'Write the code down, and say it rather than send it: it is shown this once and kept nowhere.',
    kiosk: (url: string) => `For a tablet at which people check themselves in: ${url}`,
    done: 'I have the code',
  },
  prints: {
    title: 'To print',
    text: 'A badge for everybody who is going, with names in letters that can be read across a table.',
    withTables:
      'A badge for everybody who is going, with names in letters that can be read across a table, and a card for each table and round.',
    badges: 'Badges (PDF)',
    tables: 'Table cards (PDF)',
  },
} as const);
