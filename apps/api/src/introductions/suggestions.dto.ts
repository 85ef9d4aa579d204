import { type First, type SuggestionOutcome, type SuggestionProgress, firsts } from '#libs/suggestions';
import { ApiProperty } from '@nestjs/swagger';
import type { Problem } from '../problems/problem.filter.ts';
import { OneOf, Optional, YesNo } from '../problems/shapes.ts';
import { type BoardRows, BoardView, smallestGroup } from './introductions.dto.ts';

export class SuggestInput {
  /** What comes first: that nobody is left with nobody, or the pairs that promise most. As the last time, at first the former, if not said. */
  @Optional() @OneOf(firsts) first?: First;

  /** Whether suggestions that nobody touched may make way for others; otherwise only free places are filled. */
  @Optional() @YesNo() anew?: boolean;
}

/** Of the whole room, never of a pair. */
export class SuggestionOutcomeView {
  first!: First;
  /** Who want introductions. */
  people!: number;
  /** Who have somebody now. */
  covered!: number;
  /** As many could have somebody, proved. Null where 1 to 4 have nobody or could not: it would tell what keeps them apart. */
  coverable!: number | null;
  /** What giving everybody somebody costs, as a part (0 to 1, steps of 0.01) of what the best pairs alone promise. */
  price!: number;

  static of({ first, people, covered, coverable, price }: SuggestionOutcome): SuggestionOutcomeView {
    const isTold = [covered, coverable].every((some) => some === people || people - some >= smallestGroup);
    return { first, people, covered, coverable: isTold ? coverable : null, price };
  }
}

export class SuggestionsView {
  board!: BoardView;
  outcome!: SuggestionOutcomeView;

  static of(board: BoardRows, outcome: SuggestionOutcome): SuggestionsView {
    return { board: BoardView.of(board), outcome: SuggestionOutcomeView.of(outcome) };
  }
}

/** How far a search is; `waiting` while another evening is looked at. */
export class SuggestionProgressView {
  step!: 'waiting' | 'comparing' | 'choosing' | 'keeping';
  people!: number;
  /** 0 to 1, over all steps. */
  share!: number;

  static of({ step, people, share }: SuggestionProgress): SuggestionProgressView {
    return { step, people, share };
  }
}

/** A line of the answer: progress while it lasts, and one of the other two at the end. */
export class SuggestionLine {
  progress?: SuggestionProgressView;
  done?: SuggestionsView;
  @ApiProperty({ required: false, allOf: [{ $ref: '#/components/schemas/Problem' }] }) problem?: Problem;
}
