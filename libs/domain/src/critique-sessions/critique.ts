import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CritiqueFormat, CritiqueSession } from './critique-session.ts';

/** Words pinned to a moment of the work. */
export interface Mark {
  /** Milliseconds from the start. */
  at: number;
  text: string;
}

/** What a critic types, each part for itself. */
export interface CritiqueParts {
  meaning: string;
  answer: string;
  neutralQuestion: string;
  opinion: string;
  marks: Mark[];
}

/** Characters a part may have, as its column says. */
export const longestPart = { meaning: 4000, answer: 4000, neutralQuestion: 500, opinion: 2000, mark: 200 };
export const mostMarks = 50;

/** From how many words on a critique counts (critique.md, rule 5). */
export const fewestWords = (format: CritiqueFormat): number => (format === 'written' ? 150 : 25);

const segments = new Intl.Segmenter('en', { granularity: 'word' });

/** Words as a reader of any script counts them: signs and blanks are none. */
export function wordsOf(text: string): number {
  let words = 0;
  for (const { isWordLike } of segments.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

/**
 * Whether critics may write: from the plan on until the feedback is with its authors; at home until it is due, so that
 * everybody has as long.
 */
export function takesCritiques(session: CritiqueSession, now: Date): boolean {
  if (session.state === 'open' || session.releasedAt !== null || session.calledOffAt !== null) return false;
  return session.format !== 'written' || session.dueAt === null || now < session.dueAt;
}

/** What one critic wrote for one author; saved as typed, shown to nobody else before the release (critique.md, rule 7). */
@Entity('critiques')
export class Critique {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') assignmentId!: string;
  @Column('uuid') submissionId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 4000 }) meaning!: string;
  @Column('varchar', { length: 4000 }) answer!: string;
  @Column('varchar', { length: 500 }) neutralQuestion!: string;
  @Column('varchar', { length: 2000 }) opinion!: string;
  @Column('jsonb') marks!: Mark[];
  @Column('int') words!: number;
  @Column('timestamptz') savedAt!: Date;
  @Column('timestamptz', { nullable: true }) thankedAt!: Date | null;
  @Column('int') version!: number;

  /** A part that is not given stays. Marks stand in the order of the work. */
  write(parts: Partial<CritiqueParts>, now: Date): void {
    Object.assign(this, parts);
    this.marks = this.marks.toSorted((one, other) => one.at - other.at);
    this.words = [
      this.meaning,
      this.answer,
      this.neutralQuestion,
      this.opinion,
      ...this.marks.map(({ text }) => text),
    ].reduce((sum, text) => sum + wordsOf(text), 0);
    this.savedAt = now;
    this.version += 1;
  }
}
