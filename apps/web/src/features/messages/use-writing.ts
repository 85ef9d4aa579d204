import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useEventPath } from '../../app/me.ts';
import { faultsByField } from '../../lib/problem.ts';
import { useEvent } from '../events/event-queries.ts';
import { forgetWriting, keepWriting, keptWriting } from './kept-writing.ts';
import { type EventMessage, messageCalls } from './message-calls.ts';
import { type MessageDraft, draftOf, sendable, standingFaults } from './message-draft.ts';
import { messagesQuery } from './message-queries.ts';
import { usePlaces } from './use-places.ts';

/** What a new message starts with, and a name under which it is kept while it is typed. */
export interface Begun {
  name: string;
  draft: () => MessageDraft;
}

/**
 * A message while it is written: what is typed, what of it is saved, and what was refused of it. Leaving the screen keeps it.
 * @param begun for one that is new
 */
export function useWriting(message: EventMessage | undefined, begun: Begun) {
  const path = useEventPath();
  const { timeZone } = useEvent();
  const queries = useQueryClient();
  const { showMessage } = usePlaces();
  const key = `${path.eventId} ${message?.id ?? begun.name}`;
  const [draft, setDraft] = useState(
    () => keptWriting(key) ?? (message === undefined ? begun.draft() : draftOf(message, timeZone)),
  );
  const [saved, setSaved] = useState(message);
  const [sent, setSent] = useState<MessageDraft>();
  const change = (next: MessageDraft): void => {
    setDraft(next);
    keepWriting(key, next);
  };
  const save = async (): Promise<EventMessage> => {
    setSent(draft);
    const { kind, ...words } = sendable(draft);
    const stands =
      saved === undefined
        ? await messageCalls.add(path, { kind, ...words })
        : await messageCalls.change({ ...path, messageId: saved.id }, { ...words, version: saved.version });
    forgetWriting(key);
    setSaved(stands);
    await queries.invalidateQueries(messagesQuery(path));
    if (saved === undefined) await showMessage(stands.id);
    return stands;
  };
  /** Saves and goes on: a refusal of either is said here, and what was typed stays. */
  const act = useMutation({
    mutationFn: async (then: (stands: EventMessage) => Promise<unknown>) => then(await save()),
  });
  /** Somebody else saved in between: goes on from theirs, or with the own words over theirs. */
  const meet = async (isTheirs: boolean): Promise<void> => {
    const { messages } = await queries.query({ ...messagesQuery(path), staleTime: 0 });
    const theirs = messages.find(({ id }) => id === saved?.id);
    if (theirs === undefined) return;
    setSaved(theirs);
    if (isTheirs) change(draftOf(theirs, timeZone));
    act.reset();
  };
  const faults = standingFaults(faultsByField(act.error), sent, draft);
  return { draft, change, saved, act, meet, faults };
}

export type Writing = ReturnType<typeof useWriting>;
