import { useSyncExternalStore } from 'react';

/** One thing just said to the person, announced and shown until it is read or replaced. */
export interface Note {
  id: number;
  kind: 'done' | 'fault';
  sentence: string;
}

const shownFor = 8000;
let notes: readonly Note[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const change = (next: readonly Note[]): void => {
  notes = next;
  listeners.forEach((listener) => {
    listener();
  });
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A fault stays until it is put away; something done goes by itself. */
export function say(kind: Note['kind'], sentence: string): void {
  const note = { id: (lastId += 1), kind, sentence };
  change([...notes.filter((one) => one.sentence !== sentence), note].slice(-2));
  if (kind === 'done')
    setTimeout(() => {
      putAway(note.id);
    }, shownFor);
}

export function putAway(id: number): void {
  change(notes.filter((note) => note.id !== id));
}

const allNotes = (): readonly Note[] => notes;
export const useNotes = (): readonly Note[] => useSyncExternalStore(subscribe, allNotes);
