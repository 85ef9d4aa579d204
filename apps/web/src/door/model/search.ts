import type { Person } from './people.ts';

/** Small letters without accents, so that "jose" finds José. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const lettersOf = (text: string): string => plain(text).replace(/[^a-z0-9]/g, '');

/** Two letters of a code already tell 900 people apart; one would find everybody. */
const shortestCode = 2;

/** Those whose name, or whose guests' names, begin with each typed word in any order, or whose code begins so. */
export function found(people: readonly Person[], typed: string): Person[] {
  const asked = plain(typed).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [...people];
  const code = lettersOf(typed);
  return people.filter(
    (person) =>
      (code.length >= shortestCode && lettersOf(person.code).startsWith(code)) ||
      [person.name, ...person.guests].some((name) => hasAll(name, asked)),
  );
}

function hasAll(name: string, asked: readonly string[]): boolean {
  const parts = plain(name).split(/[\s\-'’.]+/);
  return asked.every((word) => parts.some((part) => part.startsWith(word)) || plain(name).startsWith(word));
}

/** The person of a whole code, however it was typed; undefined for anything less. */
export const ofCode = (people: readonly Person[], typed: string): Person | undefined => {
  const code = lettersOf(typed).replaceAll('o', '0').replaceAll('i', '1');
  return people.find((person) => lettersOf(person.code) === code);
};
