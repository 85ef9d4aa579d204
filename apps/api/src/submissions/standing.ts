import { type Reader, placesAsTheyStand } from '#libs/database';
import { type CritiqueSession, type Submission, capacityOf } from '#libs/domain';
import { type EveningOfSession, type Standing, readAhead, readSlotAt } from './submissions.queries.ts';

/** How long a work is played or shown in its slot; null for a session without slots, or without such a phase. */
export function listenSecondsOf({ format, phases }: CritiqueSession): number | null {
  if (format === 'written') return null;
  return phases.find(({ key }) => key === 'listen')?.seconds ?? null;
}

/** Where a work stands in the order: as it stands before the plan, then in the plan; null for one that is not in. */
export async function standingOf(
  reader: Reader,
  session: CritiqueSession,
  evening: EveningOfSession,
  work: Submission,
): Promise<Standing | null> {
  if (!work.isIn) return null;
  const slots = capacityOf(session, evening);
  const none = {
    place: work.place,
    waits: false,
    ahead: 0,
    slots,
    at: null,
    missed: work.submittedAt === null,
  };
  if (work.state === 'accepted') {
    const slot = await readSlotAt(reader, work);
    const table = session.tables > 1 ? (slot?.table ?? null) : null;
    return { ...none, at: slot === null ? null : { table, round: slot.round } };
  }
  if (work.state === 'waitlisted') return { ...none, waits: true, ahead: await readAhead(reader, work) };
  if (slots === null) return { ...none, place: null };
  const place = (await placesAsTheyStand(reader, session)).get(work.id) ?? null;
  const waits = place !== null && place > slots;
  return { ...none, place, waits, ahead: waits ? place - slots - 1 : 0 };
}
