import { OptionalLine, WholeNumber } from '../problems/shapes.ts';

export class TellInput {
  /** Of the event, as it was shown to whoever decides. */
  @WholeNumber(1, 1_000_000) revision!: number;
  @OptionalLine(500) note?: string;
}

/** Whether guests know the evening as it is now. */
export class TellView {
  /** The version of the event. */
  revision!: number;
  /** What changed since they were last told; empty when they know. */
  changed!: ('time' | 'place')[];
  /** People with a seat, an offer or a place in the queue, and those whose request waits; 0 when nothing changed. */
  count!: number;
  /** More of them, whom a list named; they never asked for mail of this organization and are not told. */
  onlyListed!: number;

  static of({ revision, changed, count, onlyListed }: TellView): TellView {
    return { revision, changed: [...changed], count, onlyListed };
  }
}

export class ToldView {
  /** To how many a mail is on its way. Of people who never asked to come, each gets three of such mails an hour at most. */
  count!: number;
}
