import { type ProfileInput, toProfile } from './profile.ts';

/** Open asks a person may have over all organizations (introductions.md, States). */
export const mostOpenAsks = 2;

/** How long after its end an evening takes new introductions. */
const eveningDays = 60;

/** The end of its 60th day. */
export const eveningTakesMoreUntil = (endsAt: Date): Date =>
  new Date(endsAt.getTime() + eveningDays * 86_400_000);

export const eveningTakesMore = (endsAt: Date, now: Date): boolean => now < eveningTakesMoreUntil(endsAt);

/** How many introductions from one event a person wants: 2 unless they said otherwise; a panelist none unless they raised it. */
export function eventCap(part: 'guest' | 'panelist', profile: ProfileInput): number {
  if (part === 'panelist' && profile.maxIntroductions === undefined) return 0;
  // That field alone: tidying the texts of thousands takes a while.
  return toProfile({ maxIntroductions: profile.maxIntroductions }).maxIntroductions;
}

/**
 * What a guest whose form said no number takes along: the limit they set themselves elsewhere, where it is below the usual
 * number. Nobody chose more here, so more is not taken along, and a panelist has to raise it at that very panel.
 *
 * @param elsewhere what they said at any other time; null: never
 */
export function ownLimit(
  part: 'guest' | 'panelist',
  { maxIntroductions: here }: ProfileInput,
  elsewhere: number | null,
): { maxIntroductions?: number } {
  const usual = eventCap('guest', {});
  if (part === 'panelist' || here !== undefined || elsewhere === null || elsewhere >= usual) return {};
  return { maxIntroductions: elsewhere };
}

/** A pair whose turn has come to be asked. */
export interface Approved {
  id: string;
  approvedAt: Date | null;
}

/** The same, of another organization, as far as it is about one person. */
export interface WaitingAsk {
  personId: string;
  introductionId: string;
  approvedAt: Date;
}

/**
 * The asks that may leave now. An ask holds its place until its own day 7 or until the two are introduced, whatever was
 * answered: a place that an answer freed would show the host, by the next ask that leaves, that somebody answered. Where one is
 * asked first and alone, the other's is held from the same moment until the host reads "did not happen". Places
 * go to the oldest approval of all organizations, whichever of them comes to ask first; so a place that an older one waits for
 * is kept, also where that one cannot take it today.
 */
export class OpenAsks {
  private readonly open: Map<string, number>;
  private readonly waiting: Map<string, WaitingAsk[]>;

  /** @param waiting the asks of the same people that are due at other organizations */
  constructor(open: ReadonlyMap<string, number>, waiting: readonly WaitingAsk[] = []) {
    this.open = new Map(open);
    this.waiting = Map.groupBy(waiting, ({ personId }) => personId);
  }

  /** Takes one place for each of these people, or none at all when one of them has two asks open or promised. */
  take(people: readonly string[], pair: Approved): boolean {
    if (people.some((person) => this.takenBefore(person, pair) >= mostOpenAsks)) return false;
    for (const person of people) this.open.set(person, (this.open.get(person) ?? 0) + 1);
    return true;
  }

  private takenBefore(person: string, pair: Approved): number {
    const older = (this.waiting.get(person) ?? []).filter((other) => isOlder(other, pair));
    return (this.open.get(person) ?? 0) + older.length;
  }
}

function isOlder(other: WaitingAsk, { id, approvedAt }: Approved): boolean {
  const [theirs, ours] = [other.approvedAt.getTime(), approvedAt?.getTime() ?? 0];
  return theirs < ours || (theirs === ours && other.introductionId < id);
}
