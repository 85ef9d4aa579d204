export type MatchingInputCode =
  | 'bad-cap'
  | 'bad-columns'
  | 'unknown-person'
  | 'same-person'
  | 'bad-score'
  | 'pair-twice'
  | 'pinned-and-forbidden'
  | 'pins-over-cap';

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
