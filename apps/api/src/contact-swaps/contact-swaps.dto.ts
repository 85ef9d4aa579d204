import type { NamedGuest, SwapRow } from '#libs/database';
import { Id, Line, Optional, YesNo } from '../problems/shapes.ts';

/** One of the two. */
export class ContactSwapInput {
  /** What their phone shows: the QR code's text, or its eight letters. */
  @Optional() @Line(200) code?: string;
  /** Somebody of the list. */
  @Optional() @Id() attendeeId?: string;
}

export class SwapAnswerInput {
  @YesNo() yes!: boolean;
}

export class SwapPersonView {
  attendeeId!: string;
  name!: string;
}

export class SwapContactView {
  email!: string;
}

export class MySwapView {
  attendeeId!: string;
  /** Null while it waits, unless the other lets their name be seen now. */
  name!: string | null;
  /** `waiting` as long as not both said so, whatever the reason. */
  state!: 'waiting' | 'agreed';
  contact!: SwapContactView | null;
  at!: string;
}

export interface OwnSwaps {
  code: string;
  letters: string;
  came: boolean;
  open: boolean;
  people: NamedGuest[];
  asked: NamedGuest[];
  mine: SwapRow[];
}

export class SwapsView {
  /** For my QR code. It opens no door. */
  code!: string;
  /** The same to be typed. */
  letters!: string;
  /** Whether I came, as the door says: contacts are swapped among those who did. */
  came!: boolean;
  /** From the beginning of the evening until seven days after it. */
  open!: boolean;
  people!: SwapPersonView[];
  /** Who scanned my code and waits for a word. */
  asked!: SwapPersonView[];
  mine!: MySwapView[];

  static of({ code, letters, came, open, people, asked, mine }: OwnSwaps): SwapsView {
    const person = ({ attendeeId, name }: NamedGuest) => ({ attendeeId, name });
    return {
      ...{ code, letters, came, open, people: people.map(person), asked: asked.map(person) },
      mine: mine.map(({ attendeeId, name, state, email, at }) => ({
        ...{ attendeeId, name, state, at: at.toISOString() },
        contact: email === null ? null : { email },
      })),
    };
  }
}
