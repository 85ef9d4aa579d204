import type { AttendanceFacts } from './attendance-facts.ts';
import { factsOf, mergeFacts } from './attendance-facts.ts';
import type { RowFacts, RowFault, RowNote } from './guest-list-rows.ts';
import type { GuestRow } from './guest-list-rows.ts';
import type { Fact } from './guest-list-statuses.ts';
import type { Imported } from './imported.ts';
import { type KnownAttendee, type ToldColumns, settleImport } from './imported-attendee.ts';

export const rowOutcomes = ['new', 'updated', 'unchanged', 'repeated', 'fault'] as const;
/** `repeated`: the same address stands further up in the same file, and the two count as one. */
export type RowOutcome = (typeof rowOutcomes)[number];

export type AttendanceWord = Fact | 'held' | 'offered';
/** What a list can add to somebody who is known already. */
export type AddedField =
  | 'name'
  | 'checkedInAt'
  | 'crafts'
  | 'workingOn'
  | 'lookingFor'
  | 'canHelpWith'
  | 'stage'
  | 'city'
  | 'answer'
  | 'introductions';

/** What one row does, or did, as codes and values; the sentences are words of the catalogue. */
export interface RowResult {
  what: RowOutcome;
  email: string | null;
  name: string | null;
  /** What the row says about the evening. */
  says?: Fact | null;
  /** How the person stood before, absent for somebody new. */
  was?: AttendanceWord;
  becomes?: AttendanceWord;
  /** The attendance that stays was entered here. */
  stays?: 'here' | 'list';
  adds?: AddedField[];
  notes?: RowNote[];
  /** The line of the same address further up. */
  sameAs?: number;
  fault?: RowFault;
}

/** What one organization knows about one address and event. `consent` is about introductions. */
export interface GuestStanding<Row extends KnownAttendee = KnownAttendee> {
  personId: string | null;
  attendee: Row | null;
  /** `elsewhere`: the person answered or withdrew it themself, so that lists have no say. */
  consent: 'never' | 'import-given' | 'import-refused' | 'elsewhere';
  /** About an introduction of this event: then no list tells whether their answer stands (introductions.md). */
  wasAsked: boolean;
}

export interface GuestPlan<Row extends KnownAttendee = KnownAttendee> {
  email: string;
  standing: GuestStanding<Row>;
  columns: ToldColumns;
  imported: Imported;
  /** The answer about introductions to write, null when what stands stays. */
  consent: 'given' | 'refused' | null;
  changed: boolean;
}

export interface ListPlan<Row extends KnownAttendee = KnownAttendee> {
  results: { line: number; result: RowResult }[];
  guests: GuestPlan<Row>[];
}

/** The line further up, in an earlier batch, in which the address of this line stands already. */
export type LineOf = (email: string, line: number) => number | undefined;

const unknownGuest: GuestStanding<never> = {
  personId: null,
  attendee: null,
  consent: 'never',
  wasAsked: false,
};

/**
 * What these rows do, in the order of the file.
 * @param rows of one batch
 * @param standings by address; an address nobody knows is absent
 */
export function planRows<Row extends KnownAttendee>(
  rows: readonly GuestRow[],
  standings: ReadonlyMap<string, GuestStanding<Row>>,
  eventStart: Date,
  lineOf: LineOf,
): ListPlan<Row> {
  const guests = new Map<string, GuestPlan<Row> & { line: number; facts: AttendanceFacts }>();
  const results = rows.map((row) => {
    if ('fault' in row) return { line: row.line, result: faultResult(row.fault) };
    const { line, facts } = row;
    const { email } = facts;
    const before = guests.get(email);
    const told = before === undefined ? factsOf(facts) : mergeFacts(before.facts, factsOf(facts));
    const plan = planGuest(told, standings.get(email) ?? unknownGuest, eventStart);
    guests.set(email, { ...plan, facts: told, line: before?.line ?? line });
    const sameAs = before?.line ?? lineOf(email, line);
    return { line, result: sameAs === undefined ? resultOf(facts, plan) : repeatedResult(facts, sameAs) };
  });
  return { results, guests: [...guests.values()] };
}

function planGuest<Row extends KnownAttendee>(
  facts: AttendanceFacts,
  standing: GuestStanding<Row>,
  eventStart: Date,
): GuestPlan<Row> {
  const { columns, imported } = settleImport(standing.attendee, facts, eventStart);
  const changed = standing.attendee === null || !isSame({ ...columns, imported }, toldOf(standing.attendee));
  return { email: facts.email, standing, columns, imported, consent: consentOf(facts, standing), changed };
}

/**
 * A list's answer about introductions counts only for somebody who never answered here, and a no beats a yes, whatever
 * the order of lists (see mergeFacts).
 */
function consentOf({ introductions }: AttendanceFacts, { consent }: GuestStanding): GuestPlan['consent'] {
  if (introductions === null) return null;
  if (consent === 'never') return introductions.value === 'yes' ? 'given' : 'refused';
  return consent === 'import-given' && introductions.value === 'no' ? 'refused' : null;
}

function faultResult(fault: RowFault): RowResult {
  return {
    what: 'fault',
    email: fault.code.startsWith('address') ? (fault.value ?? null) : null,
    name: null,
    fault,
  };
}

const repeatedResult = ({ email, name }: RowFacts, sameAs: number): RowResult => ({
  what: 'repeated',
  email,
  name,
  sameAs,
});

function resultOf(facts: RowFacts, plan: GuestPlan): RowResult {
  const before = plan.standing.attendee;
  const [was, becomes] = [before === null ? null : attendanceWord(before), attendanceWord(plan.columns)];
  const adds = addsOf(plan);
  const moved = was !== becomes;
  return {
    what: before === null ? 'new' : moved || adds.length > 0 ? 'updated' : 'unchanged',
    email: facts.email,
    name: facts.name ?? before?.name ?? null,
    says: facts.fact,
    ...(was !== null && { was }),
    becomes,
    ...(!moved && facts.fact !== null && facts.fact !== becomes && { stays: staysBy(plan) }),
    ...(before !== null && adds.length > 0 && { adds }),
    ...(facts.notes.length > 0 && { notes: facts.notes }),
  };
}

/** The word for where somebody stands, as lists say it. */
function attendanceWord({ status, checkedInAt }: ToldColumns): AttendanceWord {
  return status === 'confirmed' && checkedInAt !== null ? 'came' : status;
}

const staysBy = ({ columns, imported: { wrote } }: GuestPlan): 'here' | 'list' =>
  wrote.status === columns.status && (columns.status !== 'cancelled' || columns.cancelCause === 'import')
    ? 'list'
    : 'here';

function addsOf({ standing: { attendee: before, wasAsked }, columns, consent }: GuestPlan): AddedField[] {
  if (before === null) return [];
  const adds: AddedField[] = [];
  if (before.name !== columns.name) adds.push('name');
  if (before.checkedInAt !== null && before.checkedInAt.getTime() !== columns.checkedInAt?.getTime())
    adds.push('checkedInAt');
  for (const field of ['crafts', 'workingOn', 'lookingFor', 'canHelpWith', 'stage', 'city'] as const) {
    if (!isSame(before.profile[field], columns.profile[field])) adds.push(field);
  }
  if (!isSame(before.answers, columns.answers)) adds.push('answer');
  if (consent !== null && !wasAsked) adds.push('introductions');
  return adds;
}

const toldOf = ({ name, status, cancelCause, checkedInAt, profile, answers, imported }: KnownAttendee) => {
  return { name, status, cancelCause, checkedInAt, profile, answers, imported };
};

/** The database keeps the keys of JSON in an order of its own. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  );
}
