import type { ScanResult, SyncAnswer } from '../contract.ts';
import { differs, meaningOf, verdictOf } from '../model/decide.ts';
import type { Person } from '../model/people.ts';
import type { Heard, Look, Queued } from './kept.ts';
import type { Shown } from './state.ts';

/** What is known after an answer. @param halfway between asking and hearing, by the phone's clock, in milliseconds */
export function heardAfter(heard: Heard, answer: SyncAnswer, halfway: number): Heard {
  const { now, cursor, counts, changed } = answer;
  const changes = new Map(changed.map((one) => [one.id, one]));
  const people = heard.list.people.map((person) => ({ ...person, ...changes.get(person.id) }));
  return { ...heard, list: { ...heard.list, people }, cursor, counts, aheadMs: Date.parse(now) - halfway };
}

/** Whether it speaks of somebody who is not on the list of this phone. */
export function namesSomebodyNew({ list }: Heard, { changed, results }: SyncAnswer): boolean {
  const known = new Set(list.people.map(({ id }) => id));
  const named = [...changed.map(({ id }) => id), ...results.map(({ attendeeId }) => attendeeId)];
  return named.some((id) => id !== null && !known.has(id));
}

/** The answered ones of which nobody knows yet that the api saw them otherwise: all but the one on the screen. */
export function looksOf(
  queue: readonly Queued[],
  answers: ReadonlyMap<string, ScanResult>,
  shown: Shown | null,
): Look[] {
  return queue.flatMap((queued) => {
    const result = answers.get(queued.scan.nonce);
    if (result === undefined || queued.scan.nonce === shown?.nonce) return [];
    return differs(queued.said, result.outcome) ? [{ ...queued, result }] : [];
  });
}

/** What stands on the screen, with what the api said about it. */
export function shownAfter(shown: Shown, result: ScanResult, people: readonly Person[]): Shown {
  const { outcome, name, checkedInAt, by, attendeeId } = result;
  const { verdict } = shown;
  if (verdict.meaning !== 'unknown' && !differs(verdict.meaning, outcome)) return { ...shown, attendeeId };
  // Whoever types an address is not told whose it is, here as at the api.
  const id = verdict.meaning === 'walked-in' ? null : attendeeId;
  const person = people.find((one) => one.id === id) ?? null;
  const about = { person, name: name ?? person?.name ?? null, since: checkedInAt, by };
  return { ...shown, attendeeId: id, verdict: verdictOf(meaningOf(outcome), about) };
}

/** Whose party and note stand beside a verdict, as the list has them now; nobody's beside a walk-in. */
export function personOn({ verdict, attendeeId }: Shown, people: readonly Person[]): Person | null {
  if (verdict.meaning === 'walked-in') return null;
  return people.find(({ id }) => id === (verdict.person?.id ?? attendeeId)) ?? verdict.person;
}
