import type { BoardPerson } from '../../lib/shapes.ts';

/** A circle is 4 to 8 people and 3 to 5 evenings, as the api has it. */
export const smallest = 4;
export const largest = 8;
export const fewestDates = 3;
export const mostDates = 5;

/** Of a crowd the first are shown; typing finds the others. */
export const mostShown = 40;

/** Those whose name or craft holds what was typed, in the order of the board; all of them when nothing was. */
export function found(people: readonly BoardPerson[], typed: string): BoardPerson[] {
  const wanted = plain(typed);
  if (wanted === '') return [...people];
  return people.filter(({ name, crafts }) => [name, ...crafts].some((text) => plain(text).includes(wanted)));
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLocaleLowerCase('en');

/** Chosen last stands last: the order says who matters most. */
export const toggled = (chosen: readonly string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, largest);

/** A week after the last of them, at its hour; with none there it is an empty field. */
export function nextEvening(dates: readonly string[]): string {
  const last = [...dates].sort().at(-1) ?? '';
  const at = Date.parse(`${last}Z`);
  return Number.isNaN(at) ? '' : new Date(at + 7 * 86_400_000).toISOString().slice(0, 16);
}
