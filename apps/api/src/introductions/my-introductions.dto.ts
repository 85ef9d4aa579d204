import { type Outcome, outcomes, type Step, steps } from '#libs/domain';
import { Day, OneOf, Optional, OptionalLine, OrNull, Text, WholeNumber } from '../problems/shapes.ts';
import type { MyAsk } from './my-asks.queries.ts';
import type { KeptApart, MyIntroduction } from './my-introductions.queries.ts';
import type { Mine } from './my-introductions.service.ts';

const answers = ['yes', 'no'] as const;

/** An answer to a question that was asked by mail. */
export class AnswerInput {
  @OneOf(answers) answer!: (typeof answers)[number];
  /** With a yes, how the other may reach them; left out or empty: the address of their mails. */
  @OptionalLine(254) contact?: string;
  /** With a yes, the first step they would take; left out: the one of their profile. */
  @Optional() @OneOf(steps) step?: Step;
  /** With a no; shown to nobody, and nothing is learned from it. Left out: as it was; empty: none. */
  @Optional() @Text(500) privateReason?: string;
}

/** How far the two came, as this person says; null takes it back. */
export class MarkInput {
  @OrNull() @OneOf(outcomes) outcome!: Outcome | null;
}

export class PauseInput {
  /** The first day on which questions may come again, e.g. "2027-01-15": from tomorrow on, at most two years away. */
  @Day() until!: string;
}

export class WantedInput {
  /** Introductions from the next evening, at most. */
  @WholeNumber(0, 3) most!: number;
}

/** A question that can still be answered. */
export class MyAskView {
  introductionId!: string;
  organizationName!: string;
  eventTitle!: string;
  /** Why the two, as the mail said it; it names nobody. */
  reason!: string;
  answer!: (typeof answers)[number] | null;
  endsAt!: string;

  static of({ introductionId, organizationName, eventTitle, reason, answer, endsAt }: MyAsk): MyAskView {
    return { introductionId, organizationName, eventTitle, reason, answer, endsAt: endsAt.toISOString() };
  }
}

export class MyIntroductionView {
  id!: string;
  organizationName!: string;
  eventTitle!: string;
  introducedAt!: string;
  /** Null: somebody who has left. */
  name!: string | null;
  reason!: string;
  /** How the other wants to be reached; null when they took it back. */
  contact!: string | null;
  /** How this person said to be reached; null when they took it back. */
  shared!: string | null;
  step!: Step;
  writesFirst!: boolean;
  /** This person's own mark; the other's is shown to nobody. */
  outcome!: Outcome | null;
  glad!: boolean;
  circleWished!: boolean;
  /** Whether they are no longer asked how it goes. */
  stopped!: boolean;
  bothGlad!: boolean;
  bothWorking!: boolean;

  static of(introduction: MyIntroduction): MyIntroductionView {
    const { id, organizationName, eventTitle, introducedAt, name, reason, contact, shared } = introduction;
    const { step, writesFirst, outcome, glad, circleWished, stopped, bothGlad, bothWorking } = introduction;
    return {
      id,
      organizationName,
      eventTitle,
      introducedAt: introducedAt.toISOString(),
      name,
      reason,
      contact,
      shared,
      step,
      writesFirst,
      outcome,
      glad,
      circleWished,
      stopped,
      bothGlad,
      bothWorking,
    };
  }
}

/** Somebody this person does not want to meet. */
export class KeptApartView {
  introductionId!: string;
  /** Null where they were never introduced, or where the other has left. */
  name!: string | null;
  eventTitle!: string;

  static of({ introductionId, name, eventTitle }: KeptApart): KeptApartView {
    return { introductionId, name, eventTitle };
  }
}

export class MyIntroductionsView {
  asks!: MyAskView[];
  introductions!: MyIntroductionView[];
  keptApart!: KeptApartView[];
  /** Null: not paused. */
  pausedUntil!: string | null;
  /** How many introductions this person wants from their next evening. */
  most!: number;

  static of({ asks, introductions, keptApart, pausedUntil, most }: Mine): MyIntroductionsView {
    return {
      asks: asks.map((ask) => MyAskView.of(ask)),
      introductions: introductions.map((introduction) => MyIntroductionView.of(introduction)),
      keptApart: keptApart.map((one) => KeptApartView.of(one)),
      pausedUntil: pausedUntil?.toISOString() ?? null,
      most,
    };
  }
}
