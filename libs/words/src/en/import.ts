import { spoken } from '../speech.ts';

const count = new Intl.NumberFormat('en');

/** Sentences of the guest-list import: what a column was taken for and why, and why a file or a row was refused. */
export const importWords = /* @__PURE__ */ spoken('importWords', {
  meaning: {
    email: 'E-mail address',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    status: 'Status',
    checkedInAt: 'Time of check-in',
    introductions: 'Wants introductions',
    crafts: 'Crafts',
    workingOn: 'Working on',
    lookingFor: 'Looking for',
    canHelpWith: 'Can help with',
    stage: 'Career stage',
    city: 'City',
    employer: 'Employer',
    jobTitle: 'Job title',
    answer: 'Another question, kept with its answer',
    ignored: 'Not imported',
  },
  why: {
    header: 'Its header says so.',
    question: 'Its question reads like it.',
    cells: 'Its cells hold addresses.',
    'not-known': 'We do not know this column, so its answers are kept as they are.',
    'not-needed': 'Book-keeping of the ticket service; nothing here needs it.',
    private: 'Personal details that introductions do not need. They are not stored.',
    already: 'Another column already says this.',
    'no-header': 'It has no header.',
    chosen: 'You said so.',
  },
  fact: {
    came: 'came',
    confirmed: 'confirmed',
    pending: 'waiting for approval',
    waitlisted: 'on the waitlist',
    declined: 'declined',
    cancelled: 'cancelled',
    held: 'not confirmed by mail yet',
    offered: 'offered a seat',
  },
  row: {
    new: (becomes: string) => `New: ${becomes}.`,
    noStatus: 'New. Its status is blank, so it waits for your approval and takes no seat.',
    moved: (was: string, becomes: string) => `Was: ${was}. Now: ${becomes}.`,
    staysByList: (says: string, stays: string) =>
      `This list says ${says}; another list says ${stays}, which counts more.`,
    staysHere: (says: string, stays: string) =>
      `This list says ${says}; what was entered here stays: ${stays}.`,
    adds: (fields: string) => `Adds or completes: ${fields}.`,
    nothingNew: 'Nothing new.',
    repeated: (line: number) =>
      `The same address stands in line ${count.format(line)}; together they count once.`,
  },
  added: {
    name: 'name',
    checkedInAt: 'time of check-in',
    crafts: 'crafts',
    workingOn: 'working on',
    lookingFor: 'looking for',
    canHelpWith: 'can help with',
    stage: 'career stage',
    city: 'city',
    answer: 'answers',
    introductions: 'the answer about introductions',
  },
  /** Stands for a name until a list, a host or the person gives one. An address is never shown in its place. */
  unnamedFile: 'guest-list.csv',
  note: {
    'name-missing': 'No name in this row; the other list may have it.',
    shortened:
      'Something was longer than we keep and was shortened: 3 crafts or tags, 140 characters of "working on".',
    'consent-unclear': 'The answer about introductions is neither yes nor no, so it counts as not asked.',
  },
  rowFault: {
    'address-missing': () => 'There is no e-mail address in this row.',
    'address-unusable': (value: string) => `"${value}" is not one usable e-mail address.`,
    'address-not-ascii': (value: string) =>
      `"${value}" has letters beyond plain ASCII in its address. Write the domain in its xn-- form, or ask for another address.`,
    'status-unknown': (value: string) => `We do not know the status "${value}".`,
    'no-answer-yet': (value: string) => `The status is "${value}": this person has not said yes or no yet.`,
    'check-in-unreadable': (value: string) =>
      `"${value}" is not a time we can read. Use for example 2026-10-19 18:05, or yes and no.`,
    'column-count': (value: string) =>
      `This row has another number of cells than the header line (${value}).`,
    'quote-not-closed': () =>
      'A quotation mark opens in this row and is not closed where the cell should end.',
    'characters-unreadable': () =>
      'This row holds characters that are not valid UTF-8. Save the file as UTF-8 and import it again.',
    'row-too-long': () => 'This row is longer than 64 kB.',
  },
  fileFault: {
    binary: 'This is not a text file, so it cannot be a CSV.',
    spreadsheet: 'This is a spreadsheet or an archive. Open it and save it as CSV (UTF-8), then import that.',
    markup: 'This is a web page or a data document, not a CSV. Perhaps the download asked for a sign-in.',
    'no-delimiter': 'The first line has no comma, semicolon or tab, so this does not look like a CSV.',
    'no-header-line': 'The first line is already a guest. Add a header line such as: name,email,status.',
    'utf-16': 'This file is saved as UTF-16. Save as UTF-8 (in Excel: "CSV UTF-8") and import it again.',
    missing: 'Please choose a file.',
    empty: 'This file is empty.',
    'too-many-bytes': (megabytes: number) => `This file is larger than ${count.format(megabytes)} MB.`,
    'too-many-rows': (rows: number) =>
      `This file has more than ${count.format(rows)} rows. Divide it and import the parts, in any order.`,
    'no-usable-column':
      'No column holds e-mail addresses. Say which one does, or add one: people are told apart by their address.',
  },
} as const);
