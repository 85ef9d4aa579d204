import { useEffect, useSyncExternalStore } from 'react';
import { ProblemError } from '../../lib/problem.ts';
import { type CritiqueView, calls } from '../calls.ts';
import { Draft, type DraftState, type DraftWorld } from './draft.ts';

export interface DraftPath {
  token: string;
  sessionId: string;
  assignmentId: string;
  attendeeId: string;
}

/** Whose words it is goes with it: a hearing may be given to somebody else, who may share the phone. */
const nameOf = ({ assignmentId, attendeeId }: DraftPath): string => `critique:${assignmentId}:${attendeeId}`;

/** One a work and person, for as long as the page lives: leaving a section or a phase loses nothing. */
const drafts = new Map<string, Draft>();

export function useDraft(path: DraftPath): { draft: Draft; state: DraftState } {
  const draft = draftOf(path);
  const state = useSyncExternalStore(draft.subscribe, draft.look);
  useEffect(() => {
    void draft.refresh();
    const turn = (): void => {
      if (document.hidden) void draft.flush(true);
      else void draft.refresh();
    };
    const leave = (): void => void draft.flush(true);
    const backOnline = (): void => void draft.flush();
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', backOnline);
    return () => {
      void draft.flush(true);
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', backOnline);
    };
  }, [draft]);
  return { draft, state };
}

function draftOf(path: DraftPath): Draft {
  const name = nameOf(path);
  const made = drafts.get(name) ?? new Draft(worldOf(path));
  drafts.set(name, made);
  return made;
}

const worldOf = (path: DraftPath): DraftWorld => ({
  read: () => calls.critique(path.token, path.sessionId, path.assignmentId),
  save: (input, isLeaving) => calls.save(path.token, path.sessionId, path.assignmentId, input, isLeaving),
  standsNow: (error) =>
    error instanceof ProblemError && error.code === 'changed-meanwhile'
      ? (error.current as CritiqueView)
      : null,
  // A server that is starting again or too busy is worth another try.
  refusal: (error) =>
    error instanceof ProblemError && error.status < 500 && error.status !== 429 ? error.message : null,
  store: storeOf(nameOf(path)),
});

/** Some browsers refuse to keep anything, and some throw when asked: then the copy is the page itself. */
function storeOf(name: string): DraftWorld['store'] {
  const attempt = <Result>(work: () => Result): Result | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    read: () => attempt(() => localStorage.getItem(name)),
    write: (text) => {
      attempt(() => {
        localStorage.setItem(name, text);
      });
    },
    remove: () => {
      attempt(() => {
        localStorage.removeItem(name);
      });
    },
  };
}
