import { useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { intend } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { AttendeeView } from '../../lib/shapes.ts';
import { eventQuery } from '../events/event-queries.ts';
import { attendeesKey } from './attendee-queries.ts';

export const cancelKey = ({ id }: AttendeeView): string => `cancel:${id}`;

/** Freeing a seat is an intention: shown as pending, applied after ten seconds unless it is undone. */
export function useCancelGuest(): (guest: AttendeeView) => void {
  const path = useEventPath();
  const queries = useQueryClient();
  return (guest) => {
    intend({
      key: cancelKey(guest),
      sentence: app.guests.willCancel(guest.name),
      apply: () => api.attendees.cancel(path, guest.id),
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone === true) return;
        void queries.invalidateQueries({ queryKey: attendeesKey(path) });
        void queries.invalidateQueries(eventQuery(path));
      },
    });
  };
}
