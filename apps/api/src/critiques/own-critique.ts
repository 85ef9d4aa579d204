import type { Assignment, Critique, CritiqueSession } from '#libs/domain';

/** What one critic wrote, with what it hangs on. */
export interface OwnCritique {
  session: CritiqueSession;
  assignment: Assignment;
  /** null: nothing yet. */
  critique: Critique | null;
  now: Date;
}

/** Which work of a session: always one that is heard by whoever asks. */
export interface OwnWork {
  critiqueSessionId: string;
  assignmentId: string;
}
