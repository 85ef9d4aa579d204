import type { Hearing, Plan, PlannedWork } from './session-calls.ts';

/** A work with who hears it. */
export interface WorkRow {
  work: PlannedWork;
  hearings: Hearing[];
  /** How many critics it lacks. */
  lacks: number;
}

export interface WorkGroup {
  /** A table; null: all that are not at one. */
  table: number | null;
  kind: 'heard' | 'waiting' | 'order';
  rows: WorkRow[];
}

/** In a plan table by table and then who waits; before one, everybody in their order. */
export function groupsOf(plan: Plan): WorkGroup[] {
  const rows = plan.works.map((work) => rowOf(plan, work));
  if (plan.session.state === 'open') return rows.length === 0 ? [] : [{ table: null, kind: 'order', rows }];
  const isHeard = ({ work }: WorkRow): boolean => work.state === 'accepted' || work.state === 'heard';
  const heard = rows.filter(isHeard);
  const waiting = rows.filter((row) => !isHeard(row));
  const tables = [...new Set(heard.map(({ work }) => work.table))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const groups = tables.map((table): WorkGroup => {
    const here = heard.filter(({ work }) => work.table === table);
    return { table, kind: 'heard', rows: here.sort((a, b) => (a.work.round ?? 0) - (b.work.round ?? 0)) };
  });
  return waiting.length === 0 ? groups : [...groups, { table: null, kind: 'waiting', rows: waiting }];
}

function rowOf({ session, hearings }: Plan, work: PlannedWork): WorkRow {
  const own = hearings.filter(({ submissionId }) => submissionId === work.id);
  const there = own.filter(({ state }) => state === 'assigned' || state === 'done').length;
  const isDue = work.state === 'accepted' && work.open && session.state !== 'ended';
  return { work, hearings: own, lacks: isDue ? Math.max(0, (session.criticsUsed ?? 0) - there) : 0 };
}

/** Whether somebody still hears what they did when a host looked. */
export const standsIn = ({ hearings }: Plan, seen: Hearing): boolean =>
  hearings.some(({ id, attendeeId, open }) => id === seen.id && attendeeId === seen.attendeeId && open);

/** Somebody of the evening with what they bring and what they hear. */
export interface PersonRow {
  attendeeId: string;
  name: string;
  brings: PlannedWork | null;
  hears: { hearing: Hearing; work: PlannedWork }[];
}

/** Authors in the order of their works, then those without one who hear something. */
export function peopleOf({ works, hearings }: Plan): PersonRow[] {
  const hears = (attendeeId: string): PersonRow['hears'] =>
    hearings.flatMap((hearing) => {
      const work = works.find(({ id }) => id === hearing.submissionId);
      const isTheirs = hearing.attendeeId === attendeeId && hearing.state !== 'declined';
      return isTheirs && work !== undefined ? [{ hearing, work }] : [];
    });
  const authors = works.map((work) => ({
    attendeeId: work.attendeeId,
    name: work.author,
    brings: work,
    hears: hears(work.attendeeId),
  }));
  const isAuthor = new Set(authors.map(({ attendeeId }) => attendeeId));
  const others = new Map(
    hearings.filter(({ attendeeId }) => !isAuthor.has(attendeeId)).map((one) => [one.attendeeId, one.critic]),
  );
  return [
    ...authors,
    ...[...others].map(([attendeeId, name]) => ({
      attendeeId,
      name,
      brings: null,
      hears: hears(attendeeId),
    })),
  ];
}
