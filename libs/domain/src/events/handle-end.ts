const week = 7 * 24 * 60 * 60_000;

/** Until when a link to one's own RSVP or invitation opens: seven days after the end of the event (rule 9). */
export const handleEnd = (endsAt: Date): Date => new Date(endsAt.getTime() + week);

const critiqueMonths = 13;

/** Until when a link to one's critique sessions opens: 13 months, so that a year later an author finds their letter. */
export function critiqueLinkEnd(now: Date): Date {
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + critiqueMonths);
  return end;
}
