import { OneOf } from '../problems/shapes.ts';

export const sideNames = ['a', 'b'] as const;
export type SideName = (typeof sideNames)[number];

/** Whose question it is. */
export class TestOfSide {
  @OneOf(sideNames) side!: SideName;
}

/** A mail as its reader will see it, before anything is sent; its links lead nowhere yet. */
export class MailPreview {
  kind!: 'ask' | 'introduction';
  /** The reader's name. */
  to!: string;
  subject!: string;
  text!: string;

  static of({ kind, to, subject, text }: MailPreview): MailPreview {
    return { kind, to, subject, text };
  }
}

export class MailPreviews {
  /** The question to a, the question to b, and what both read if both say yes: once to each. */
  mails!: MailPreview[];

  static of(mails: readonly MailPreview[]): MailPreviews {
    return { mails: mails.map((mail) => MailPreview.of(mail)) };
  }
}
