import type { CritiqueSession, Mark, Medium, Submission } from '#libs/domain';

/** What one critic wrote, as its author reads it. */
export interface LetterCritique {
  id: string;
  /** As the critic was called at this evening; null while names are kept back, and of somebody who left. */
  critic: string | null;
  /** The critic has left, and their words with them. */
  left: boolean;
  meaning: string;
  answer: string;
  neutralQuestion: string;
  /** Empty unless the author allowed opinions. */
  opinion: string;
  marks: Mark[];
  thankedAt: Date | null;
}

/** The feedback on one work. */
export interface Letter {
  submissionId: string;
  title: string;
  question: string;
  medium: Medium | null;
  link: string | null;
  hasFile: boolean;
  lengthMs: number | null;
  heardAt: Date;
  event: string;
  timeZone: string;
  /** The hosts read it too (feedback visible to author and facilitator). */
  facilitatorReads: boolean;
  critiques: LetterCritique[];
}

/** Why somebody has a letter, or none. */
export type LetterStanding = 'no-work' | 'waiting' | 'not-heard' | 'missed' | 'here';

/**
 * Feedback is out when the session is over, and never before the author's own slot: a work that was not heard has no letter,
 * whatever a critic wrote who listened ahead (critique.md, rule 7).
 */
export function standingOf(
  session: Pick<CritiqueSession, 'releasedAt'>,
  work: Pick<Submission, 'state' | 'heardAt' | 'submittedAt'> | null,
): LetterStanding {
  if (work === null || work.state === 'draft' || work.state === 'withdrawn') return 'no-work';
  if (session.releasedAt === null) return 'waiting';
  if (work.state === 'heard' && work.heardAt !== null) return 'here';
  // Its author was not there when its time came.
  return work.submittedAt === null ? 'missed' : 'not-heard';
}

/** Critics stay unnamed until the round has ended, where the session says so. */
export const namesCritics = ({ blind, state }: Pick<CritiqueSession, 'blind' | 'state'>): boolean =>
  blind === 'none' || state === 'ended';

/** "3:07", and "1:03:07" from an hour on. */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${String(minutes)}:${two(rest)}`;
}
