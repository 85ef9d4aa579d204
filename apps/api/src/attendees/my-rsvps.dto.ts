import { Answers, Lines } from '../problems/shapes.ts';

/** Other answers to the event's questions. */
export class AnswersInput {
  @Answers() answers!: Record<string, string | string[]>;
}

/** Who comes along, instead of those before. */
export class GuestsInput {
  @Lines(10, 200) guests!: string[];
}
