const week = 7 * 24 * 60 * 60_000;

/** Until when a link to one's own RSVP or invitation opens: seven days after the end of the event (rule 9). */
export const handleEnd = (endsAt: Date): Date => new Date(endsAt.getTime() + week);
