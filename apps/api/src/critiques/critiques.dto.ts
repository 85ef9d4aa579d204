import { type Critique, fewestWords, longestPart, mostMarks, takesCritiques } from '#libs/domain';
import { ListOf, Optional, Text, WholeNumber } from '../problems/shapes.ts';
import type { OwnCritique } from './own-critique.ts';

/** Ten hours, the longest a work may be. */
const longestMs = 36_000_000;

export class CritiqueMarkInput {
  /** Milliseconds from the start; later than the end is at the end. */
  @WholeNumber(0, longestMs) at!: number;
  @Text(longestPart.mark) text!: string;
}

/** What was typed since the version that is named; a part that is left out stays as it is. */
export class CritiqueInput {
  /** The version that was read; 0 before the first words. */
  @WholeNumber(0, 1_000_000_000) version!: number;
  @Optional() @Text(longestPart.meaning) meaning?: string;
  @Optional() @Text(longestPart.answer) answer?: string;
  @Optional() @Text(longestPart.neutralQuestion) neutralQuestion?: string;
  /** Only where the author allows it. */
  @Optional() @Text(longestPart.opinion) opinion?: string;
  @Optional() @ListOf(() => CritiqueMarkInput, mostMarks) marks?: CritiqueMarkInput[];
}

export class CritiqueMarkView {
  at!: number;
  text!: string;
}

/** What I wrote for one work. Nobody else sees it before the release. */
export class CritiqueView {
  assignmentId!: string;
  meaning!: string;
  answer!: string;
  neutralQuestion!: string;
  opinion!: string;
  marks!: CritiqueMarkView[];
  /** Of all parts together. */
  words!: number;
  /** From how many words on it counts. */
  fewestWords!: number;
  /** Whether it can still be changed. */
  open!: boolean;
  version!: number;

  static of({ assignment, session, critique, now }: OwnCritique): CritiqueView {
    return {
      assignmentId: assignment.id,
      ...partsOf(critique),
      words: critique?.words ?? 0,
      fewestWords: fewestWords(session.format),
      open: assignment.stands && takesCritiques(session, now),
      version: critique?.version ?? 0,
    };
  }
}

const partsOf = (critique: Critique | null) => ({
  meaning: critique?.meaning ?? '',
  answer: critique?.answer ?? '',
  neutralQuestion: critique?.neutralQuestion ?? '',
  opinion: critique?.opinion ?? '',
  marks: (critique?.marks ?? []).map(({ at, text }) => ({ at, text })),
});
