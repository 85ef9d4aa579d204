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

  static of({ revision, changed, count }: TellView): TellView {
    return { revision, changed: [...changed], count };
  }
}

export class ToldView {
  /** To how many a mail is on its way. */
  count!: number;
}
