import { normaliseEmail } from '../people/email.ts';
import { foldLetters } from '../people/folded-letters.ts';

/** Whom somebody names in private: knows already, talked to at the evening, would like to meet (introductions.md, Rows). */
export const toldKinds = ['known', 'talked', 'wish'] as const;
export type ToldKind = (typeof toldKinds)[number];

/** How many one attendee may name. */
export const mostTold: Readonly<Record<ToldKind, number>> = { known: 20, talked: 50, wish: 2 };

/** What one attendee told about one other: typed words, or somebody taken from a list. */
export interface Telling {
  eventId: string;
  personId: string;
  kind: ToldKind;
  /** A name or an address as it was typed; null for somebody taken from a list. */
  typed: string | null;
  /** Who was found so far. */
  toldPersonId: string | null;
}

/** Somebody at an event who can be meant. */
export interface Present {
  eventId: string;
  attendeeId: string;
  personId: string;
  name: string;
  /** Normalised. */
  email: string;
}

/** Finds who is meant by typed words among the people of each event. */
export class Roll {
  private readonly byWord = new Map<string, Present[]>();

  constructor(present: readonly Present[]) {
    for (const one of present) {
      const name = foldLetters(one.name);
      for (const word of name === '' ? [one.email] : [name, one.email]) this.list(one, word);
    }
  }

  /** Everybody at this telling's event with this name, or of this exact address, but the teller. */
  named({ eventId, personId, typed }: Telling): readonly Present[] {
    if (typed === null) return [];
    const word = normaliseEmail(typed) ?? foldLetters(typed);
    return (this.byWord.get(`${eventId} ${word}`) ?? []).filter((one) => one.personId !== personId);
  }

  private list(one: Present, word: string): void {
    const key = `${one.eventId} ${word}`;
    const listed = this.byWord.get(key);
    if (listed === undefined) this.byWord.set(key, [one]);
    else listed.push(one);
  }
}

export interface PairsTold {
  /** Pairs "a b", a < b, that know each other by what was told. */
  known: Set<string>;
  /** Talked to each other, but whoever told it would like to meet the other: told, and yet not known. */
  wished: Set<string>;
}

/**
 * Which pairs count as known. A name that several people bear makes all of them known: a suggestion of somebody one knows is
 * worse than one suggestion fewer. Talking once is not knowing for somebody who wishes to meet the one they talked to. A wish
 * undoes nothing that the other one told: an ask, or a host's pair that is not refused, would tell them of it (never 1).
 */
export function pairsTold(tellings: readonly Telling[], roll: Roll): PairsTold {
  const meant = (telling: Telling): string[] => {
    const named = roll.named(telling).map((one) => one.personId);
    if (named.length === 0) return telling.toldPersonId === null ? [] : [telling.toldPersonId];
    return telling.kind === 'known' || named.length === 1 ? named : [];
  };
  const told: Record<ToldKind, Set<string>> = { known: new Set(), talked: new Set(), wish: new Set() };
  for (const telling of tellings) {
    for (const person of meant(telling)) told[telling.kind].add(`${telling.personId} ${person}`);
  }
  const isWished = (direction: string): boolean => told.wish.has(direction);
  const talked = [...told.talked];
  const known = pairsOf([...told.known, ...talked.filter((direction) => !isWished(direction))]);
  const wished = [...pairsOf(talked.filter(isWished))].filter((pair) => !known.has(pair));
  return { known, wished: new Set(wished) };
}

const pairsOf = (directions: readonly string[]): Set<string> =>
  new Set(directions.map((direction) => direction.split(' ').sort().join(' ')));
