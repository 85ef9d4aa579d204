import { Id, OneOf, OptionalLine } from '../problems/shapes.ts';

const kinds = ['in', 'undo'] as const;

export class CheckInInput {
  @Id() attendeeId!: string;
  @OneOf(kinds) kind!: (typeof kinds)[number];
  /** Of the caller's making: the same one sent again is one record. */
  @Id() nonce!: string;
}

export class DoorNoteInput {
  /** Empty: none. */
  @OptionalLine(200) note!: string;
}
