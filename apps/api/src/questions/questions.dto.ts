import type { PanelQuestion } from '#libs/domain';
import { Id, Line, OneOf, Optional, WholeNumber, YesNo } from '../problems/shapes.ts';

export class PanelQuestionInput {
  @Line(300) text!: string;
  /** Whether the room reads my name. */
  @YesNo() named!: boolean;
  /** Somebody on the panel; anybody of it when left out. */
  @Optional() @Id() forId?: string;
}

export class MyQuestionView {
  id!: string;
  text!: string;
  state!: PanelQuestion['state'];
}

/** My own part of a panel: no other screen shows it. */
export class MyQuestionsView {
  asked!: MyQuestionView[];
  /** Ids of the questions I voted for. */
  voted!: string[];
  /** How many more I may ask at this moment. */
  left!: number;
}

const aboutQuestions = [
  'star',
  'unstar',
  'highlight',
  'unhighlight',
  'answered',
  'reopen',
  'hide',
  'show',
  'merge',
  'unmerge',
] as const;
const aboutPanels = [
  'start',
  'end',
  'open-questions',
  'close-questions',
  'timer',
  'pause-timer',
  'resume-timer',
  'stop-timer',
] as const;

export type ActOnQuestion = (typeof aboutQuestions)[number];
export type ActOnPanel = (typeof aboutPanels)[number];

export const isActOnQuestion = (act: ActOnQuestion | ActOnPanel): act is ActOnQuestion =>
  (aboutQuestions as readonly string[]).includes(act);

export class ModerationInput {
  @OneOf([...aboutQuestions, ...aboutPanels]) act!: ActOnQuestion | ActOnPanel;
  /** Which question, for acts on one. */
  @Optional() @Id() questionId?: string;
  /** The question that stands for it from now on, for `merge`. */
  @Optional() @Id() into?: string;
  /** How long, for `timer`. */
  @Optional() @WholeNumber(10, 7200) seconds?: number;
}
