import { readEmail } from '../people/email.ts';
import type { ListColumn } from './guest-list-columns.ts';
import type { ColumnMeaning } from './guest-list-headers.ts';
import { readStatus } from './guest-list-statuses.ts';
import type { Fact } from './guest-list-statuses.ts';
import { readCheckIn } from './guest-list-times.ts';
import { readYesNo } from './guest-list-words.ts';

/** What a list may tell for the profile copy; a field that the list leaves blank is absent. */
export interface ListedProfile {
  crafts?: string[];
  workingOn?: string;
  lookingFor?: string[];
  canHelpWith?: string[];
  stage?: string;
  city?: string;
  employer?: string;
  jobTitle?: string;
}

export interface ListedAnswer {
  question: string;
  answer: string;
}

/** Something the organizer may want to know about a row that is imported all the same. */
export type RowNote = 'name-missing' | 'shortened' | 'consent-unclear';

export interface RowFacts {
  email: string;
  name: string | null;
  /** What the row says about this evening; null when its status is blank. */
  fact: Fact | null;
  checkedInAt: Date | null;
  profile: ListedProfile;
  answers: ListedAnswer[];
  /** The answer to the consent question, null when it was not asked or not answered. */
  introductions: 'yes' | 'no' | null;
  notes: RowNote[];
}

export type RowFaultCode =
  | 'address-missing'
  | 'address-unusable'
  | 'address-not-ascii'
  | 'status-unknown'
  | 'no-answer-yet'
  | 'check-in-unreadable'
  // these four are found by the reader of the file
  | 'column-count'
  | 'quote-not-closed'
  | 'characters-unreadable'
  | 'row-too-long';

/** Why a row is left out. `value` is what stood there, cut to 80 characters: for the preview, never for a log. */
export interface RowFault {
  code: RowFaultCode;
  column?: string;
  value?: string;
}

export type GuestRow = { line: number; facts: RowFacts } | { line: number; fault: RowFault };

export interface RowReading {
  /** IANA; check-in times without an offset are local to it. */
  eventTimeZone: string;
  importedAt: Date;
}

/** Introductions.md: at most three crafts and tags; 140 characters of "working on"; the rest bounds the columns. */
const limits = {
  tags: 3,
  tag: 80,
  workingOn: 140,
  name: 200,
  short: 120,
  question: 300,
  answer: 2000,
} as const;

/** What one row of a guest list says about one person, or why it says nothing; pure, one row at a time. */
export function readGuestRow(
  columns: readonly ListColumn[],
  cells: readonly string[],
  line: number,
  reading: RowReading,
): GuestRow {
  const row = new Row(columns, cells);
  const address = readEmail(row.first('email'));
  if ('fault' in address) return { line, fault: addressFault(address.fault, row) };
  const attendance = readAttendance(row, reading);
  if ('code' in attendance) return { line, fault: attendance };
  const facts = { email: address.email, name: readName(row), ...attendance, ...readRest(row) };
  if (facts.name === null) row.note('name-missing');
  return { line, facts: { ...facts, notes: row.notes } };
}

class Row {
  readonly notes: RowNote[] = [];

  constructor(
    readonly columns: readonly ListColumn[],
    private readonly cells: readonly string[],
  ) {}

  /** The cells of every column of this meaning that hold something, trimmed. */
  all(meaning: ColumnMeaning): string[] {
    return this.columns.flatMap((column, index) => {
      const cell = (this.cells[index] ?? '').trim();
      return column.meaning === meaning && cell !== '' ? [cell] : [];
    });
  }

  first(meaning: ColumnMeaning): string {
    return this.all(meaning)[0] ?? '';
  }

  has(meaning: ColumnMeaning): boolean {
    return this.columns.some((column) => column.meaning === meaning);
  }

  headerOf(meaning: ColumnMeaning): string {
    return this.columns.find((column) => column.meaning === meaning)?.header ?? '';
  }

  answers(): ListedAnswer[] {
    return this.columns.flatMap((column, index) => {
      const cell = (this.cells[index] ?? '').trim();
      if (column.meaning !== 'answer' || cell === '') return [];
      return [
        {
          question: oneLine(column.header).slice(0, limits.question),
          answer: this.bound(cell, limits.answer),
        },
      ];
    });
  }

  /** The text without line breaks and runs of blanks, cut to a length; a cut is noted. */
  short(text: string, length: number): string {
    return this.bound(oneLine(text), length);
  }

  note(note: RowNote): void {
    if (!this.notes.includes(note)) this.notes.push(note);
  }

  private bound(text: string, length: number): string {
    if (text.length <= length) return text;
    this.note('shortened');
    // Cutting through a surrogate pair would leave half a character, which Postgres refuses.
    return text
      .slice(0, length)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trimEnd();
  }
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function addressFault(fault: 'missing' | 'not-an-address' | 'not-ascii' | 'too-long', row: Row): RowFault {
  const column = row.headerOf('email');
  if (fault === 'missing') return { code: 'address-missing', column };
  const code = fault === 'not-ascii' ? 'address-not-ascii' : 'address-unusable';
  return { code, column, value: shown(row.first('email')) };
}

const shown = (value: string): string => oneLine(value).slice(0, 80);

/** A check-in beats whatever the status says. A list with no status column at all is a list of who is coming. */
function readAttendance(row: Row, reading: RowReading): Pick<RowFacts, 'fact' | 'checkedInAt'> | RowFault {
  const cell = row.first('checkedInAt');
  const checkIn = readCheckIn(cell, reading.eventTimeZone, reading.importedAt);
  if ('unreadable' in checkIn) {
    return { code: 'check-in-unreadable', column: row.headerOf('checkedInAt'), value: shown(cell) };
  }
  if (checkIn.at !== null) return { fact: 'came', checkedInAt: checkIn.at === true ? null : checkIn.at };
  if (!row.has('status')) return { fact: 'confirmed', checkedInAt: null };
  const status = row.first('status');
  const fact = readStatus(status);
  if (fact !== 'unknown' && fact !== 'no-answer-yet') return { fact, checkedInAt: null };
  const code = fact === 'unknown' ? 'status-unknown' : 'no-answer-yet';
  return { code, column: row.headerOf('status'), value: shown(status) };
}

/** A formula stays a name, as text: it is escaped where a list is exported (rules.md 16). */
function readName(row: Row): string | null {
  const whole = row.short(row.first('name'), limits.name);
  const name =
    whole === '' ? row.short(`${row.first('firstName')} ${row.first('lastName')}`, limits.name) : whole;
  return name === '' ? null : name;
}

function readRest(row: Row): Pick<RowFacts, 'profile' | 'answers' | 'introductions'> {
  return { profile: readProfile(row), answers: row.answers(), introductions: readConsent(row) };
}

function readProfile(row: Row): ListedProfile {
  const profile: ListedProfile = {};
  for (const field of ['crafts', 'lookingFor', 'canHelpWith'] as const) {
    const tags = readTags(row, field);
    if (tags.length > 0) profile[field] = tags;
  }
  for (const field of ['workingOn', 'stage', 'city', 'employer', 'jobTitle'] as const) {
    const text = row.short(row.first(field), field === 'workingOn' ? limits.workingOn : limits.short);
    if (text !== '') profile[field] = text;
  }
  return profile;
}

/** "a; b" and "a, b": where a semicolon stands it alone divides, so that a comma may stand inside a tag. */
function readTags(row: Row, field: 'crafts' | 'lookingFor' | 'canHelpWith'): string[] {
  const parts = row.all(field).flatMap((cell) => cell.split(cell.includes(';') ? ';' : /,|\n/));
  const tags = [...new Set(parts.map((part) => row.short(part, limits.tag)).filter((tag) => tag !== ''))];
  if (tags.length > limits.tags) row.note('shortened');
  return tags.slice(0, limits.tags);
}

/** One clear no among several consent columns is a no. */
function readConsent(row: Row): 'yes' | 'no' | null {
  const answers = row.all('introductions').map(readYesNo);
  if (answers.includes(null)) row.note('consent-unclear');
  if (answers.includes('no')) return 'no';
  return answers.includes('yes') && !answers.includes(null) ? 'yes' : null;
}
