export type MatchingInputCode =
  | 'bad-cap'
  | 'bad-columns'
  | 'unknown-person'
  | 'bad-pair'
  | 'bad-rule'
  | 'same-person'
  | 'bad-score'
  | 'pair-twice'
  | 'pinned-and-forbidden'
  | 'pins-over-cap'
  | 'bad-count'
  | 'unknown-work'
  | 'unknown-critic'
  | 'hearing-twice'
  | 'fixed-and-forbidden'
  | 'fixed-over-count'
  | 'bad-size'
  | 'bad-weight'
  | 'too-few-seats'
  | 'bad-round';

/** A problem that cannot be solved as stated; `item` names the offending entry, such as `candidates[3]`. */
export class MatchingInputError extends Error {
  override readonly name = 'MatchingInputError';

  readonly code: MatchingInputCode;
  readonly item: string;

  constructor(code: MatchingInputCode, item: string, explanation: string) {
    super(`${item}: ${explanation}`);
    this.code = code;
    this.item = item;
  }
}
