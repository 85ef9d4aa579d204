import { useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { newUuid } from '../../lib/idempotency-key.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { AttendeeInput, AttendeeView, MoveReason } from '../../lib/shapes.ts';
import { eventQuery } from '../events/event-queries.ts';
import { attendeesKey } from './guest-queries.ts';

export type GuestAct = keyof typeof app.guests.acts;
type Decision = 'approve' | 'decline';

const prefix = 'guest:';
const keyOf = (act: GuestAct, ids: readonly string[]): string => `${prefix}${act}:${ids.join(',')}`;

/** What waits its ten seconds, by the guest it is about. */
export function useWaitingActs(): ReadonlyMap<string, GuestAct> {
  const waiting = new Map<string, GuestAct>();
  for (const { key } of useIntentions()) {
    if (!key.startsWith(prefix)) continue;
    const [act = '', ids = ''] = key.slice(prefix.length).split(':');
    for (const id of ids.split(',')) waiting.set(id, act as GuestAct);
  }
  return waiting;
}

export interface GuestActs {
  cancel: (guest: AttendeeView) => void;
  decide: (decision: Decision, guest: AttendeeView, note: string) => void;
  decideSeveral: (decision: Decision, ids: string[], note: string) => void;
  checkIn: (guest: AttendeeView) => void;
  undoCheckIn: (guest: AttendeeView) => void;
  move: (act: 'move-up' | 'seat', guest: AttendeeView, reason: MoveReason) => void;
  /** @param refused gets what the api would not take, to be typed again */
  add: (input: AttendeeInput, refused: (error: unknown) => void) => void;
}

/** Whatever gives or frees a seat is an intention: shown as pending, applied after ten seconds unless it is undone. */
export function useGuestActs(): GuestActs {
  const words = app.guests;
  const path = useEventPath();
  const wait = useWait();
  const one = (act: GuestAct, { id, name }: AttendeeView, apply: () => Promise<unknown>): void => {
    wait(keyOf(act, [id]), words.acts[act].will(name), apply);
  };
  return {
    cancel: (guest) => {
      one('cancel', guest, () => api.attendees.cancel(path, guest.id));
    },
    decide: (decision, guest, note) => {
      one(decision, guest, async () => {
        const { status } = await api.attendees.decide(path, decision, guest.id, note);
        if (decision === 'approve' && status === 'waitlisted') say('done', words.waitsNow(guest.name));
      });
    },
    decideSeveral: (decision, ids, note) => {
      wait(keyOf(decision, ids), words.acts[decision].willSeveral(ids.length), async () => {
        const { outcomes } = await api.attendees.decideSeveral(path, decision, ids, note);
        const refused = outcomes.filter(({ code }) => code !== null);
        const waiting = outcomes.filter(({ code, status }) => code === null && status === 'waitlisted');
        if (waiting.length > 0) say('done', words.someWaitNow(waiting.length));
        if (refused.length > 0) say('fault', words.someRefused(refused.length, refused[0]?.detail ?? ''));
      });
    },
    checkIn: (guest) => {
      const nonce = newUuid();
      one('check-in', guest, () => api.attendees.checkIn(path, 'in', guest.id, nonce));
    },
    undoCheckIn: (guest) => {
      const nonce = newUuid();
      one('undo-check-in', guest, () => api.attendees.checkIn(path, 'undo', guest.id, nonce));
    },
    move: (act, guest, reason) => {
      one(act, guest, () => api.attendees.move(path, act, guest.id, reason));
    },
    add: (input, refused) => {
      wait(
        `add-guest:${input.email}`,
        words.adding.will(input.name),
        async () => {
          const { already, attendee } = await api.attendees.add(path, input);
          const { name, status } = attendee;
          if (already) say('done', words.adding.already(name, words.status[status]));
          else if (status === 'waitlisted') say('done', words.adding.waits(name));
        },
        refused,
      );
    },
  };
}

type Wait = (
  key: string,
  sentence: string,
  apply: () => Promise<unknown>,
  refused?: (error: unknown) => void,
) => void;

function useWait(): Wait {
  const path = useEventPath();
  const queries = useQueryClient();
  return (
    key,
    sentence,
    apply,
    refused = (error) => {
      say('fault', sentenceOf(error));
    },
  ) => {
    intend({
      key,
      sentence,
      apply,
      settled: ({ error, undone }) => {
        if (error !== undefined) refused(error);
        if (undone === true) return;
        void queries.invalidateQueries({ queryKey: attendeesKey(path) });
        void queries.invalidateQueries(eventQuery(path));
      },
    });
  };
}
