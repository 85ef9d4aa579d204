import type { CritiqueFormat } from './critique-session.ts';
import { type Phase, slotSeconds } from './templates.ts';

/** Of an evening, what arriving, a word of welcome and leaving take (critique.md, The slot). */
export const minutesAround = 20;

/** Fewer authors than this hear two works each at most (critique.md, rule 1). */
const fewAuthors = 7;

interface Frame {
  format: CritiqueFormat;
  tables: number;
  phases: readonly Phase[];
}

/** How many works one table hears in an evening; null for a session at home. */
export function slotsPerTable(
  { format, phases }: Frame,
  evening: { startsAt: Date; endsAt: Date },
): number | null {
  if (format === 'written') return null;
  const seconds = (evening.endsAt.getTime() - evening.startsAt.getTime()) / 1000 - minutesAround * 60;
  const slot = slotSeconds(phases);
  return slot === 0 ? 0 : Math.max(0, Math.floor(seconds / slot));
}

/** How many works are heard; null: all of them. */
export function capacityOf(session: Frame, evening: { startsAt: Date; endsAt: Date }): number | null {
  const slots = slotsPerTable(session, evening);
  return slots === null ? null : slots * roomsOf(session);
}

const roomsOf = ({ format, tables }: Frame): number => (format === 'tables' ? tables : 1);

/**
 * At how many tables so many works are heard. Authors hear each other at their own table, so one that is too small for k
 * critics is not laid while the others have time for its works.
 */
export function tablesFor(
  works: number,
  session: Frame & { criticsPerWork: number },
  slots: number | null,
): number {
  if (slots === null || session.format !== 'tables') return 1;
  const needed = Math.ceil(works / Math.max(1, slots));
  const filled = Math.floor(works / (criticsWanted(works, session.criticsPerWork) + 1));
  return Math.max(1, needed, Math.min(session.tables, filled));
}

const criticsWanted = (works: number, k: number): number => (works < fewAuthors ? Math.min(k, 2) : k);

/** k of a plan: rule 1 of critique.md, and never more than the others at the smallest table. */
export function criticsFor(works: number, criticsPerWork: number, tables: number): number {
  return Math.min(criticsWanted(works, criticsPerWork), Math.floor(works / tables) - 1);
}

export interface Seat {
  /** From 1, like the round. */
  table: number;
  round: number;
}

/** Works in their order go around the tables, so that the first are heard first, whatever their table. */
export const seatsFor = (works: number, tables: number): Seat[] =>
  Array.from({ length: works }, (_, at) => ({
    table: (at % tables) + 1,
    round: Math.floor(at / tables) + 1,
  }));
