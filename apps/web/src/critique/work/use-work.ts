import { useEffect, useSyncExternalStore } from 'react';
import { ProblemError, faultsByField } from '../../lib/problem.ts';
import { type OwnWork, type WorkPath, workCalls } from './calls.ts';
import { WorkDraft, type WorkState, type WorkWorld } from './work-draft.ts';

/** One a session, for as long as the page lives: leaving the section loses nothing. */
const drafts = new Map<string, WorkDraft>();
const lookAgainMs = 60_000;

/** @param standing changes whenever the session does, so that the place in the order is read again */
export function useWork(path: WorkPath, standing: string): { draft: WorkDraft; state: WorkState } {
  const draft = draftOf(path);
  const state = useSyncExternalStore(draft.subscribe, draft.look);
  useEffect(() => {
    void draft.refresh();
  }, [draft, standing]);
  useEffect(() => {
    const turn = (): void => void (document.hidden ? draft.flush(true) : draft.refresh());
    const leave = (): void => void draft.flush(true);
    const backOnline = (): void => void draft.flush();
    const again = setInterval(() => void draft.refresh(), lookAgainMs);
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', backOnline);
    return () => {
      void draft.flush(true);
      clearInterval(again);
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', backOnline);
    };
  }, [draft]);
  return { draft, state };
}

function draftOf(path: WorkPath): WorkDraft {
  const name = `${path.token} ${path.critiqueSessionId}`;
  const made = drafts.get(name) ?? new WorkDraft(worldOf(path));
  drafts.set(name, made);
  return made;
}

const worldOf = (path: WorkPath): WorkWorld => ({
  read: () => workCalls.read(path),
  save: (input, isLeaving) => workCalls.save(path, input, isLeaving),
  submit: () => workCalls.submit(path),
  withdraw: () => workCalls.withdraw(path),
  standsNow: (error) =>
    error instanceof ProblemError && error.code === 'changed-meanwhile' ? (error.current as OwnWork) : null,
  // A server that is starting again or too busy is worth another try.
  refusal: (error) =>
    error instanceof ProblemError && error.status < 500 && error.status !== 429
      ? { sentence: error.message, faults: faultsByField(error) }
      : null,
  store: (attendeeId) => storeOf(`work:${path.critiqueSessionId}:${attendeeId}`),
});

/** Some browsers refuse to keep anything, and some throw when asked: then the copy is the page itself. */
function storeOf(name: string): ReturnType<WorkWorld['store']> {
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
