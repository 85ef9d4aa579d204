import { factsByStrength } from './guest-list-statuses.ts';
import type { Fact } from './guest-list-statuses.ts';
import { foldWords } from './guest-list-words.ts';
import type { ListedProfile, RowFacts } from './guest-list-rows.ts';

/** Who said it: somebody in Acquaint, a row with this fact, or a row whose status was blank. */
export type Teller = 'here' | Fact | 'unsaid';

/** A value with who said it, which decides whether another value may take its place. */
export interface Told<Value> {
  value: Value;
  from: Teller;
}

export type ToldProfile = { [Field in keyof ListedProfile]?: Told<NonNullable<ListedProfile[Field]>> };

/**
 * Everything that any lists and Acquaint itself said about one address at one event. Each value keeps its teller: kept
 * like this (it is plain JSON), it can be merged again with the next file, in any order, and gives the same. Times are
 * ISO instants in UTC ("2026-10-20T01:08:06.000Z").
 */
export interface AttendanceFacts {
  email: string;
  fact: Told<Fact> | null;
  checkedInAt: Told<string> | null;
  name: Told<string> | null;
  profile: ToldProfile;
  answers: Record<string, Told<string>>;
  introductions: Told<'yes' | 'no'> | null;
}

/** One row, ready to be merged. `enteredHere` marks what was entered in Acquaint: no list overwrites it. */
export function factsOf(
  row: Omit<RowFacts, 'notes'>,
  options: { enteredHere?: boolean } = {},
): AttendanceFacts {
  const from: Teller = options.enteredHere === true ? 'here' : (row.fact ?? 'unsaid');
  const told = <Value>(value: Value | null): Told<Value> | null => (value === null ? null : { value, from });
  return {
    email: row.email,
    fact: told(row.fact),
    checkedInAt: told(row.checkedInAt?.toISOString() ?? null),
    name: told(row.name),
    profile: Object.fromEntries(
      Object.entries(row.profile).map(([field, value]: [string, unknown]) => [field, { value, from }]),
    ),
    answers: Object.fromEntries(
      row.answers.map(({ question, answer }) => [question, { value: answer, from }]),
    ),
    introductions: told(row.introductions),
  };
}

/**
 * What two tellings of one address give together (product.md, RSVP rule 12). Every value is the greater of the two in
 * one total order, so the result is the same whatever the order, grouping or number of files: `mergeFacts` is
 * commutative, associative and idempotent. Blank never overwrites, what was entered here always wins (but see `factRank`).
 *
 * - fact: came > confirmed > pending > waitlisted > declined > cancelled.
 * - check-in: the earliest, as a second scan is somebody coming back in.
 * - two names or two profiles: that of the row with the stronger fact; of equal rows the longer, then the one that
 *   sorts last by code unit, which means nothing but is always the same one. A formula is a name only if nobody tells another.
 * - introductions: a no beats a yes. A yes that was taken back must not return through an older file, and nobody is
 *   introduced on a doubtful yes; the person can still say yes here, which beats both.
 */
export function mergeFacts(a: AttendanceFacts, b: AttendanceFacts): AttendanceFacts {
  if (a.email !== b.email) throw new Error('facts of two addresses are never merged');
  return {
    email: a.email,
    fact: greater(a.fact, b.fact, (x, y) => factRank(x) - factRank(y)),
    checkedInAt: greater(
      a.checkedInAt,
      b.checkedInAt,
      (x, y) => byHere(x, y) || compare(y.value, x.value) || byTeller(x, y),
    ),
    name: greater(a.name, b.name, byName),
    profile: mergeEach(
      a.profile as Record<string, Told<unknown>>,
      b.profile as Record<string, Told<unknown>>,
    ),
    answers: mergeEach(a.answers, b.answers),
    introductions: greater(a.introductions, b.introductions, byConsent),
  };
}

/** Attendance as a time: the first check-in, or the start of the event when a list says only that somebody came. */
export function checkInTime(told: AttendanceFacts, eventStart: Date): Date | null {
  if (told.fact?.value !== 'came') return null;
  return told.checkedInAt === null ? eventStart : new Date(told.checkedInAt.value);
}

type Order<Value> = (x: Told<Value>, y: Told<Value>) => number;

function greater<Value>(
  a: Told<Value> | null,
  b: Told<Value> | null,
  order: Order<Value>,
): Told<Value> | null {
  if (a === null || b === null) return a ?? b;
  return order(a, b) >= 0 ? a : b;
}

/** Keys in one order, so that equal facts are equal JSON. */
function mergeEach<Value>(
  a: Record<string, Told<Value>>,
  b: Record<string, Told<Value>>,
): Record<string, Told<Value>> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const own = (from: Record<string, Told<Value>>, key: string): Told<Value> | null =>
    Object.hasOwn(from, key) ? (from[key] ?? null) : null;
  const merged = keys.map((key) => [key, greater(own(a, key), own(b, key), byFullness)] as const);
  return Object.fromEntries(merged.filter((entry): entry is [string, Told<Value>] => entry[1] !== null));
}

/**
 * Three tiers. A decision taken here (declined, cancelled) and a check-in at our own door stand above all lists. A list
 * that says somebody came tells something that an RSVP made here does not contradict. Below it, what was entered here.
 */
function factRank({ value, from }: Told<Fact>): number {
  const strength = factsByStrength.length - factsByStrength.indexOf(value);
  if (from === 'here')
    return (value === 'declined' || value === 'cancelled' || value === 'came' ? 40 : 20) + strength;
  return (value === 'came' ? 30 : 0) + strength;
}

const tellers: readonly Teller[] = ['unsaid', ...[...factsByStrength].reverse(), 'here'];

const compare = (x: string, y: string): number => (x === y ? 0 : x < y ? -1 : 1);
const byHere: Order<unknown> = (x, y) => Number(x.from === 'here') - Number(y.from === 'here');
const byTeller: Order<unknown> = (x, y) => tellers.indexOf(x.from) - tellers.indexOf(y.from);

const byName: Order<string> = (x, y) =>
  byHere(x, y) || Number(isNameLike(x)) - Number(isNameLike(y)) || byFullness(x, y);

const isNameLike = ({ value }: Told<string>): boolean => !/^[=+\-@]/.test(value) && foldWords(value) !== '';

const byConsent: Order<'yes' | 'no'> = (x, y) =>
  byHere(x, y) || Number(x.value === 'no') - Number(y.value === 'no') || byTeller(x, y);

const byFullness: Order<unknown> = (x, y) =>
  byTeller(x, y) ||
  fullness(x.value) - fullness(y.value) ||
  compare(JSON.stringify(x.value), JSON.stringify(y.value));

const fullness = (value: unknown): number =>
  Array.isArray(value) || typeof value === 'string' ? value.length : 0;
