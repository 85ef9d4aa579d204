import type { Answer, AttendeeStatus, CancelCause, Question } from '#libs/domain';
import { words } from '#libs/words';

/** A guest as the file tells of them. */
export interface ListedGuest {
  id: string;
  name: string;
  email: string;
  status: AttendeeStatus;
  cancelCause: CancelCause | null;
  partySize: number;
  guests: string[];
  answers: Answer[];
  createdAt: Date;
  checkedInAt: Date | null;
}

/** A question with a column: of the event as it stands, or one that was asked before or by a guest list, without an id. */
export type AskedQuestion = Pick<Question, 'label'> & { id: string | null };

/** Headers that our own import knows again; the registration time is one it does not need. */
export function headerCells(questions: readonly AskedQuestion[]): string[] {
  const { columns } = words.guestListFile;
  return [
    ...[columns.name, columns.email, columns.status, columns.partySize, columns.guests],
    ...questions.map(({ label }) => label),
    ...[columns.registeredAt, columns.checkedInAt],
  ];
}

/** Times are instants in UTC, "2026-10-20T01:05:00Z", which every import reads alike. */
export function guestCells(guest: ListedGuest, questions: readonly AskedQuestion[]): string[] {
  return [
    guest.name,
    guest.email,
    standingOf(guest),
    String(guest.partySize),
    guest.guests.join('; '),
    ...questions.map((question) => answerTo(question, guest.answers)),
    instant(guest.createdAt),
    guest.checkedInAt === null ? '' : instant(guest.checkedInAt),
  ];
}

function standingOf({ status, cancelCause }: ListedGuest): string {
  const { statuses, neverConfirmed } = words.guestListFile;
  return cancelCause === 'not-confirmed' ? neverConfirmed : statuses[status];
}

/** By the id of the question where there is one, else by its words. */
function answerTo({ id, label }: AskedQuestion, answers: readonly Answer[]): string {
  const given = answers.filter((answer) =>
    answer.id === undefined || id === null ? answer.question === label : answer.id === id,
  );
  return given.map(({ answer }) => (typeof answer === 'string' ? answer : answer.join('; '))).join('; ');
}

const instant = (at: Date): string => at.toISOString().replace('.000Z', 'Z');
