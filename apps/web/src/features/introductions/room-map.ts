import type { BoardPerson, IntroductionView, Standing } from '../../lib/shapes.ts';

export type TieKind = 'suggested' | 'approved' | 'asked' | 'introduced';
export const tieKinds: readonly TieKind[] = ['suggested', 'approved', 'asked', 'introduced'];
const isTie = (standing: Standing): standing is TieKind => (tieKinds as readonly string[]).includes(standing);

export interface Tie {
  id: string;
  a: string;
  b: string;
  kind: TieKind;
}

/** The ties a host may see: what is set aside or did not happen is none. */
export const tiesOf = (introductions: readonly IntroductionView[]): Tie[] =>
  introductions.flatMap(({ id, a, b, standing }) =>
    isTie(standing) ? [{ id, a: a.attendeeId, b: b.attendeeId, kind: standing }] : [],
  );

/** Who is tied to whom, both ways. */
export function partnersOf(ties: readonly Tie[]): Map<string, { id: string; kind: TieKind }[]> {
  const partners = new Map<string, { id: string; kind: TieKind }[]>();
  const add = (one: string, other: string, kind: TieKind): void => {
    partners.set(one, [...(partners.get(one) ?? []), { id: other, kind }]);
  };
  for (const { a, b, kind } of ties) {
    add(a, b, kind);
    add(b, a, kind);
  }
  return partners;
}

/**
 * An order around the circle in which ties are short: each group of people who hang together is walked from one of its ends;
 * those who have nobody yet stand together at the last.
 */
export function orderAround(people: readonly BoardPerson[], ties: readonly Tie[]): string[] {
  const partners = partnersOf(ties);
  const seen = new Set<string>();
  const walk = (from: string): string[] => {
    const path: string[] = [];
    const next = [from];
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      path.push(id);
      next.push(...(partners.get(id) ?? []).map((partner) => partner.id));
    }
    return path;
  };
  const ids = people.map(({ attendeeId }) => attendeeId);
  const degree = (id: string): number => partners.get(id)?.length ?? 0;
  const ends = ids.filter((id) => degree(id) === 1);
  const inside = ids.filter((id) => degree(id) > 1);
  const alone = ids.filter((id) => degree(id) === 0);
  const groups = [...ends, ...inside].map(walk).filter((group) => group.length > 0);
  return [...groups.toSorted((a, b) => b.length - a.length).flat(), ...alone];
}

export interface Spot {
  id: string;
  /** Around the circle from the top, clockwise, in radians. */
  angle: number;
  x: number;
  y: number;
}

export function spotsOf(order: readonly string[], radius: number): Spot[] {
  return order.map((id, place) => {
    const angle = (2 * Math.PI * place) / order.length;
    return { id, angle, x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
  });
}

/** How far an arc between neighbours leans to the middle: so far that it can be seen; across the room it goes through it. */
const leastLean = 0.38;

export function arcOf(from: Spot, to: Spot): string {
  const diameter = 2 * Math.hypot(from.x, from.y);
  const apart = Math.hypot(from.x - to.x, from.y - to.y) / diameter;
  const inward = (1 - leastLean) * (1 - apart);
  const [x, y] = [((from.x + to.x) / 2) * inward, ((from.y + to.y) / 2) * inward];
  return `M${fixed(from.x)} ${fixed(from.y)}Q${fixed(x)} ${fixed(y)} ${fixed(to.x)} ${fixed(to.y)}`;
}

const fixed = (value: number): string => value.toFixed(1);

/** Whose dot a pointer means: the one in its direction, so that a finger needs to hit nothing small. */
export function nearestBy(spots: readonly Spot[], x: number, y: number): Spot | undefined {
  if (spots.length === 0) return undefined;
  const angle = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);
  return spots[Math.round((angle / (2 * Math.PI)) * spots.length) % spots.length];
}
