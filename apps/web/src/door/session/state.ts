import type { Counts, DoorEvent, ListPerson } from '../contract.ts';
import type { Verdict } from '../model/decide.ts';
import { type Person, headsIn, peopleOf } from '../model/people.ts';
import type { Heard, Look, Queued } from './kept.ts';

/** Why nothing can be done here any more: taken back, over, or locked by itself. */
export type Ending = 'dead' | 'over' | 'locked';

/** A verdict on the screen; `nonce` null: nothing was written down. */
export interface Shown {
  nonce: string | null;
  verdict: Verdict;
  /** Whom the api meant, once it answered. */
  attendeeId?: string | null;
}

/** What a phone knows of the evening, and what was done with it. */
export interface Known {
  heard: Heard;
  queue: readonly Queued[];
  looks: readonly Look[];
  shown: Shown | null;
  /** The last time it was asked, the api answered. */
  isHeard: boolean;
  ending: Ending | null;
}

export interface DoorState extends Pick<Known, 'looks' | 'shown' | 'isHeard' | 'ending'> {
  event: DoorEvent;
  people: readonly Person[];
  counts: Counts;
  /** Scans that were not sent yet. */
  waiting: number;
}

/** What screens show: the list as the api will see it once everything that waits has arrived. */
export function stateOf({ heard: { list, counts }, queue, looks, shown, isHeard, ending }: Known): DoorState {
  const people = peopleOf(
    list.people,
    queue.map(({ scan }) => scan),
  );
  const walkIns = queue.filter(({ scan }) => scan.kind === 'walk-in').length;
  return {
    event: list.event,
    people,
    counts: countsOf(counts, list.people, people, walkIns),
    waiting: queue.length,
    looks,
    shown,
    isHeard,
    ending,
  };
}

/** What the api counted, with what it has not heard yet. */
function countsOf(
  counts: Counts | null,
  before: readonly ListPerson[],
  now: readonly Person[],
  walkIns: number,
): Counts {
  const going = (people: readonly ListPerson[]): number =>
    people.reduce((sum, { status, party }) => sum + (status === 'going' ? party : 0), 0);
  return {
    in: (counts?.in ?? headsIn(before)) + headsIn(now) - headsIn(before) + walkIns,
    going: (counts?.going ?? going(before)) + going(now) - going(before) + walkIns,
  };
}
