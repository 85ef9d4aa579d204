import { useQueryClient } from '@tanstack/react-query';
import { messagesApp } from '#libs/words';
import { useEventPath, useMe } from '../../app/me.ts';
import { intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useEvent } from '../events/event-queries.ts';
import { type EventMessage, messageCalls } from './message-calls.ts';
import type { Leaves } from './message-draft.ts';
import { titleOf } from './message-standing.tsx';
import { messagesQuery } from './message-queries.ts';
import { instantOf, whenOf } from './message-when.ts';

/** In milliseconds; the clock of the screen may be that old. */
const soon = 30 * 60_000;

const prefix = 'message:';
const keyOf = (act: 'send' | 'remove', { id }: EventMessage): string => `${prefix}${act}:${id}`;

/** What waits its ten seconds, by the message it is about. */
export function useWaitingMessages(): ReadonlyMap<string, 'send' | 'remove'> {
  const keys = useUnsettled().flatMap(({ key }) => (key.startsWith(prefix) ? [key.split(':')] : []));
  return new Map(keys.map(([, act = '', id = '']) => [id, act as 'send' | 'remove']));
}

/** How messages leave, are stopped and go. What cannot be called back waits ten seconds. */
export function useLeaving() {
  const path = useEventPath();
  const { now } = useMe();
  const event = useEvent();
  const queries = useQueryClient();
  const askAgain = () => queries.invalidateQueries(messagesQuery(path));
  const at = (message: EventMessage) => ({ ...path, messageId: message.id });
  /** @param expectedBy the latest that needs no saying, in milliseconds */
  const plan = async (message: EventMessage, sendAt: string | null, expectedBy = 0): Promise<void> => {
    const { state, dueAt } = await messageCalls.schedule(at(message), sendAt);
    await askAgain();
    if (state === 'scheduled' && dueAt !== null && Date.parse(dueAt) > expectedBy)
      say('done', messagesApp.form.planned(whenOf(dueAt, now, event.timeZone)));
  };
  const wait = (
    act: 'send' | 'remove',
    message: EventMessage,
    sentence: string,
    apply: () => Promise<unknown>,
  ) => {
    intend({
      key: keyOf(act, message),
      sentence,
      apply,
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', messagesApp.notDone(sentenceOf(error)));
        if (undone !== true) void askAgain();
      },
    });
  };
  return {
    /** @param count to how many, as far as that is known */
    send: (message: EventMessage, leaves: Leaves, count: number | undefined): Promise<void> => {
      if (leaves.by === 'moment') return plan(message, instantOf(leaves.local, event.timeZone));
      if (leaves.by === 'event') return plan(message, null);
      wait('send', message, messagesApp.form.willSend(titleOf(message, event), count), () =>
        // At night it waits for the morning, and that is said.
        plan(message, null, Date.parse(now) + soon),
      );
      return Promise.resolve();
    },
    stop: async (message: EventMessage): Promise<void> => {
      await messageCalls.cancel(at(message));
      await askAgain();
      say('done', messagesApp.stopped);
    },
    remove: (message: EventMessage): void => {
      wait('remove', message, messagesApp.willRemove(titleOf(message, event)), () =>
        messageCalls.remove(at(message)),
      );
    },
    test: (message: EventMessage) => messageCalls.test(at(message)),
  };
}
