import type { ListPerson, Scan } from '../contract.ts';

/** Somebody on the list, with what this phone has not sent yet. */
export interface Person extends ListPerson {
  /** Something about them waits to be sent. */
  isWaiting: boolean;
}

/**
 * As the api will see it once everything arrived: they came at the first scan after the last undo, by the times of the
 * phones, whatever arrives first.
 * @param scans of this person, not sent yet, in any order
 */
export function withScans(person: ListPerson, scans: readonly Scan[]): Person {
  if (scans.length === 0) return { ...person, isWaiting: false };
  const isSeated = scans.some(({ kind, force }) => kind === 'let-in' || (kind === 'in' && force));
  const status = isSeated ? 'going' : person.status;
  const counted = status === 'going' ? scans : scans.filter(({ kind }) => kind === 'undo');
  const came = cameAt(counted, person.checkedInAt);
  return {
    ...person,
    status,
    checkedInAt: came,
    by: came !== null && came === person.checkedInAt ? person.by : null,
    isWaiting: true,
  };
}

/**
 * @param scans of one person, not sent yet, in any order
 * @param known when they came, as the api has it
 */
export function cameAt(scans: readonly Scan[], known: string | null = null): string | null {
  const timesOf = (undo: boolean): string[] =>
    scans.filter(({ kind }) => (kind === 'undo') === undo).map(({ scannedAt }) => scannedAt);
  const undone = timesOf(true).reduce((last, at) => (at > last ? at : last), '');
  const times = [...(known === null ? [] : [known]), ...timesOf(false)];
  return times.filter((at) => at > undone).sort()[0] ?? null;
}

/** The list with what waits, in the order it has. */
export function peopleOf(list: readonly ListPerson[], queue: readonly Scan[]): Person[] {
  const scans = new Map<string, Scan[]>();
  for (const scan of queue) {
    const { attendeeId = '' } = scan;
    scans.set(attendeeId, [...(scans.get(attendeeId) ?? []), scan]);
  }
  return list.map((person) => withScans(person, scans.get(person.id) ?? []));
}

/** How many people came, guests counted. */
export const headsIn = (people: readonly (ListPerson | Person)[]): number =>
  people.reduce((sum, { party, checkedInAt }) => sum + (checkedInAt === null ? 0 : party), 0);
