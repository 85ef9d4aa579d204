import { type ProfileInput, toProfile } from './profile.ts';

/** Open asks a person may have over all organizations (introductions.md, States). */
export const mostOpenAsks = 2;

/** How long after its end an evening takes new introductions. */
const eveningDays = 60;

export const eveningTakesMore = (endsAt: Date, now: Date): boolean =>
  now.getTime() < endsAt.getTime() + eveningDays * 86_400_000;

/** How many introductions from one event a person wants: 2 unless they said otherwise; a panelist none unless they raised it. */
export function eventCap(part: 'guest' | 'panelist', profile: ProfileInput): number {
  if (part === 'panelist' && profile.maxIntroductions === undefined) return 0;
  // That field alone: tidying the texts of thousands takes a while.
  return toProfile({ maxIntroductions: profile.maxIntroductions }).maxIntroductions;
}

/**
 * The asks that may leave now. An ask holds its place until its own day 7 or until the two are introduced, whatever was
 * answered: a place that an answer freed would show the host, by the next ask that leaves, that somebody answered.
 */
export class OpenAsks {
  private readonly open: Map<string, number>;

  constructor(open: ReadonlyMap<string, number>) {
    this.open = new Map(open);
  }

  /** Takes one place for each of these people, or none at all when one of them has two asks open. */
  take(people: readonly string[]): boolean {
    if (people.some((person) => (this.open.get(person) ?? 0) >= mostOpenAsks)) return false;
    for (const person of people) this.open.set(person, (this.open.get(person) ?? 0) + 1);
    return true;
  }
}
