import { stored } from '#libs/words';
import { type Profile, toProfile } from '../introductions/profile.ts';
import type { Answer } from '../events/questions.ts';
import { type AttendanceFacts, type Told, checkInTime, mergeFacts } from './attendance-facts.ts';
import type { Attendee } from './attendee.ts';
import type { Fact } from './guest-list-statuses.ts';
import type { Imported, Written } from './imported.ts';

/** The columns of an attendee that a list can tell. */
export type ToldColumns = Pick<
  Attendee,
  'name' | 'status' | 'cancelCause' | 'checkedInAt' | 'profile' | 'answers'
>;

export type KnownAttendee = ToldColumns & { imported: Imported | null };

const listedFields = ['crafts', 'workingOn', 'lookingFor', 'canHelpWith', 'stage', 'city'] as const;
type ListedField = (typeof listedFields)[number];

/**
 * The row after one more list (product.md, RSVP rule 12): the lists are merged with each other, then with what was
 * entered here, which no list overwrites but for one thing: a list that says somebody came adds to an RSVP made here.
 * Settling the same list again changes nothing, and the order of lists does not matter.
 * @param standing the row as it is, null for somebody new
 */
export function settleImport(
  standing: KnownAttendee | null,
  list: AttendanceFacts,
  eventStart: Date,
): { columns: ToldColumns; imported: Imported } {
  const facts = standing?.imported ? mergeFacts(standing.imported.facts, list) : list;
  const told = standing === null ? facts : mergeFacts(facts, enteredHere(standing, facts.email));
  const attendance = attendanceOf(standing, told, eventStart);
  const listed = listedProfile(told);
  const asked = answersAskedHere(standing);
  const answers = Object.entries(told.answers).filter(
    ([question]) => !asked.some((answer) => answer.question === question),
  );
  return {
    columns: {
      name: told.name?.value ?? standing?.name ?? stored.nameNotGiven,
      ...(attendance ?? keptAttendance(standing)),
      profile: { ...withoutListed(standing?.profile ?? {}), ...listed },
      answers: [...asked, ...answers.map(([question, answer]) => ({ question, answer: answer.value }))],
    },
    imported: {
      facts,
      wrote: {
        ...writtenName(told, standing),
        ...writtenAttendance(attendance, standing),
        profile: onlyOfLists(listed, told),
        answers: Object.fromEntries(
          answers.flatMap(([question, answer]) => (isOfLists(answer) ? [[question, answer.value]] : [])),
        ),
      },
    },
  };
}

/** What stands in the row and no import wrote: told by somebody in Acquaint. */
function enteredHere(row: KnownAttendee, email: string): AttendanceFacts {
  const wrote = row.imported?.wrote;
  const here = <Value>(value: Value): Told<Value> => ({ value, from: 'here' });
  const isProven = !isUnproven(row);
  const profile = listedFields.flatMap((field) => {
    const value = row.profile[field];
    return isBlank(value) || isSame(value, wrote?.profile[field]) ? [] : [[field, here(value)]];
  });
  const answers = row.answers.flatMap(({ id, question, answer }) =>
    id !== undefined || typeof answer !== 'string' || wrote?.answers[question] === answer
      ? []
      : [{ question, answer }],
  );
  const checkedInHere = row.checkedInAt !== null && row.checkedInAt.toISOString() !== wrote?.checkedInAt;
  const fact = checkedInHere ? 'came' : factHere(row);
  return {
    email,
    fact: fact === null ? null : here(fact),
    checkedInAt: checkedInHere && row.checkedInAt !== null ? here(row.checkedInAt.toISOString()) : null,
    name: isProven && row.name !== wrote?.name ? here(row.name) : null,
    profile: Object.fromEntries(profile) as AttendanceFacts['profile'],
    answers: Object.fromEntries(answers.map(({ question, answer }) => [question, here(answer)])),
    // Answers about introductions are rows of their own: see consents.
    introductions: null,
  };
}

/** To the event's own questions: no list changes them, nor answers them a second time in the same words. */
const answersAskedHere = (standing: KnownAttendee | null): Answer[] =>
  (standing?.answers ?? []).filter(({ id }) => id !== undefined);

function factHere(row: KnownAttendee): Fact | null {
  const isOfImport =
    row.status === 'cancelled' ? row.cancelCause === 'import' : row.status === row.imported?.wrote.status;
  if (isOfImport || isUnproven(row) || row.status === 'held') return null;
  // An offer is a place in the queue until it is taken.
  return row.status === 'offered' ? 'waitlisted' : row.status;
}

/** Anybody can type an address: before its link is used, an RSVP says nothing about its person. */
const isUnproven = ({ status, cancelCause }: ToldColumns): boolean =>
  status === 'held' || (status === 'cancelled' && cancelCause === 'not-confirmed');

type Attendance = Pick<ToldColumns, 'status' | 'cancelCause' | 'checkedInAt'>;

/** What the lists make of the attendance, or null when what stands in the row stays. */
function attendanceOf(
  standing: KnownAttendee | null,
  told: AttendanceFacts,
  eventStart: Date,
): Attendance | null {
  const { fact } = told;
  // A blank status alone is no seat; it waits for a list or a host that says more.
  if (standing === null && fact === null) return { status: 'pending', cancelCause: null, checkedInAt: null };
  if (fact === null || fact.from === 'here') return null;
  // Somebody is just confirming this address: a no on a list does not take the place away under their hands.
  if (standing?.status === 'held' && (fact.value === 'declined' || fact.value === 'cancelled')) return null;
  if (standing !== null && wasTakenBack(standing)) return null;
  return {
    status: fact.value === 'came' ? 'confirmed' : fact.value,
    cancelCause: fact.value === 'cancelled' ? 'import' : null,
    checkedInAt: checkInTime(told, eventStart),
  };
}

/** The check-in that an import wrote was undone here. */
const wasTakenBack = ({ checkedInAt, imported }: KnownAttendee): boolean =>
  checkedInAt === null && typeof imported?.wrote.checkedInAt === 'string';

function keptAttendance(standing: KnownAttendee | null): Attendance {
  if (standing === null) throw new Error('somebody new has an attendance');
  const { status, cancelCause, checkedInAt } = standing;
  return { status, cancelCause, checkedInAt };
}

function writtenName({ name }: AttendanceFacts, standing: KnownAttendee | null): Pick<Written, 'name'> {
  if (name !== null) return isOfLists(name) ? { name: name.value } : {};
  if (standing === null) return { name: stored.nameNotGiven };
  // A name that anybody may have typed stands in until a list gives another.
  const before = isUnproven(standing) ? standing.name : standing.imported?.wrote.name;
  return before === undefined ? {} : { name: before };
}

function writtenAttendance(
  attendance: Attendance | null,
  standing: KnownAttendee | null,
): Pick<Written, 'status' | 'checkedInAt'> {
  if (attendance !== null) {
    return { status: attendance.status, checkedInAt: attendance.checkedInAt?.toISOString() ?? null };
  }
  const { status, checkedInAt } = standing?.imported?.wrote ?? {};
  return { ...(status !== undefined && { status }), ...(checkedInAt !== undefined && { checkedInAt }) };
}

/** The profile fields that lists and Acquaint tell together, within their bounds; a field that says nothing is absent. */
function listedProfile(told: AttendanceFacts): Partial<Profile> {
  const values = Object.fromEntries(listedFields.map((field) => [field, told.profile[field]?.value]));
  const profile = toProfile(values);
  return pick(profile, (field) => !isBlank(profile[field]));
}

const onlyOfLists = (profile: Partial<Profile>, told: AttendanceFacts): Partial<Profile> =>
  pick(profile, (field) => {
    const value = told.profile[field];
    return value !== undefined && isOfLists(value);
  });

function withoutListed(profile: Partial<Profile>): Partial<Profile> {
  const others = Object.entries(profile).filter(
    ([field]) => !listedFields.some((listed) => listed === field),
  );
  return Object.fromEntries(others);
}

function pick(profile: Partial<Profile>, fits: (field: ListedField) => boolean): Partial<Profile> {
  const kept = listedFields.filter((field) => field in profile && fits(field));
  return Object.fromEntries(kept.map((field) => [field, profile[field]]));
}

const isOfLists = ({ from }: Told<unknown>): boolean => from !== 'here';
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
