import type { Mark, Medium } from '#libs/domain';
import { YesNo } from '../problems/shapes.ts';
import type { Letter, LetterCritique, LetterStanding } from './letter.ts';
import type { KeptFile, LetterPage } from './letters.service.ts';
import type { FacilitatorLetter, WorkWithLetter } from './facilitator-letters.service.ts';

export class MarkView {
  /** Milliseconds from the start. */
  at!: number;
  text!: string;

  static of({ at, text }: Mark): MarkView {
    return { at, text };
  }
}

/** What one critic wrote. */
export class WrittenCritiqueView {
  id!: string;
  /** null while names are kept back, and of somebody who has left. */
  critic!: string | null;
  /** The critic has left, and their words with them. */
  left!: boolean;
  meaning!: string;
  answer!: string;
  neutralQuestion!: string;
  opinion!: string;
  marks!: MarkView[];

  static of(critique: LetterCritique): WrittenCritiqueView {
    return writtenIn(critique);
  }
}

/** The same for the author, who may have thanked its critic. */
export class LetterCritiqueView extends WrittenCritiqueView {
  thankedAt!: Date | null;

  static override of(critique: LetterCritique): LetterCritiqueView {
    return { ...writtenIn(critique), thankedAt: critique.thankedAt };
  }
}

/** What feedback is about. */
export class LetterHeadView {
  submissionId!: string;
  title!: string;
  question!: string;
  medium!: Medium | null;
  link!: string | null;
  /** It can be listened to here. */
  hasFile!: boolean;
  lengthMs!: number | null;
  heardAt!: Date;
  event!: string;
  timeZone!: string;
  /** The hosts can read it too. */
  facilitatorReads!: boolean;
}

/** The feedback on one work, in the order in which its critics were drawn. */
export class LetterView extends LetterHeadView {
  critiques!: LetterCritiqueView[];

  static of(letter: Letter): LetterView {
    return {
      ...headOf(letter),
      critiques: letter.critiques.map((critique) => LetterCritiqueView.of(critique)),
    };
  }
}

/** The same for hosts: whom its author thanked is between the two. */
export class SharedLetterView extends LetterHeadView {
  critiques!: WrittenCritiqueView[];

  static of(letter: Letter): SharedLetterView {
    return {
      ...headOf(letter),
      critiques: letter.critiques.map((critique) => WrittenCritiqueView.of(critique)),
    };
  }
}

function writtenIn(critique: LetterCritique): Omit<LetterCritiqueView, 'thankedAt'> {
  const { id, critic, left, meaning, answer, neutralQuestion, opinion, marks } = critique;
  return {
    id,
    critic,
    left,
    meaning,
    answer,
    neutralQuestion,
    opinion,
    marks: marks.map((mark) => MarkView.of(mark)),
  };
}

function headOf(letter: Letter): Omit<LetterView, 'critiques'> {
  const { submissionId, title, question, medium, link, hasFile, lengthMs, heardAt, event, timeZone } = letter;
  const { facilitatorReads } = letter;
  return {
    submissionId,
    title,
    question,
    medium,
    link,
    hasFile,
    lengthMs,
    heardAt,
    event,
    timeZone,
    facilitatorReads,
  };
}

export class WorkVersionView {
  submissionId!: string;
  title!: string;
  event!: string;
  timeZone!: string;
  /** null: not heard yet, so it has no letter. */
  heardAt!: Date | null;
}

/** The author's own file. */
export class KeptFileView {
  name!: string;
  state!: 'ready' | 'gone';
  kept!: boolean;
  /** null: it stays, or the session is not over. */
  deleteAt!: Date | null;

  static of({ name, state, kept, deleteAt }: KeptFile): KeptFileView {
    return { name, state, kept, deleteAt };
  }
}

/** What this person was thanked for as a critic. */
export class ThanksView {
  assignmentId!: string;
  title!: string;
  /** null of somebody who has left. */
  author!: string | null;
  at!: Date;
}

export class LetterPageView {
  standing!: LetterStanding;
  format!: 'live' | 'tables' | 'written';
  letter!: LetterView | null;
  /** All versions of the work, oldest first. */
  versions!: WorkVersionView[];
  file!: KeptFileView | null;
  thanks!: ThanksView[];

  static of({ standing, format, letter, versions, file, thanks }: LetterPage): LetterPageView {
    return {
      standing,
      format,
      letter: letter === null ? null : LetterView.of(letter),
      versions: versions.map(({ submissionId, title, event, timeZone, heardAt }) => ({
        submissionId,
        title,
        event,
        timeZone,
        heardAt,
      })),
      file: file === null ? null : KeptFileView.of(file),
      thanks: thanks.map(({ assignmentId, title, author, at }) => ({ assignmentId, title, author, at })),
    };
  }
}

export class KeepFileInput {
  @YesNo() keep!: boolean;
}

/** A work that was heard, for hosts who read its letter too. */
export class WorkWithLetterView {
  submissionId!: string;
  title!: string;
  /** null of somebody who has left. */
  author!: string | null;

  static of({ submissionId, title, author }: WorkWithLetter): WorkWithLetterView {
    return { submissionId, title, author };
  }
}

/** In the order in which the works were heard. */
export class WorksWithLettersView {
  /** Whether the feedback is out. */
  released!: boolean;
  works!: WorkWithLetterView[];
}

export class FacilitatorLetterView {
  author!: string | null;
  letter!: SharedLetterView;

  static of({ author, letter }: FacilitatorLetter): FacilitatorLetterView {
    return { author, letter: SharedLetterView.of(letter) };
  }
}
