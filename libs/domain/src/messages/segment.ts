export const segmentStatuses = [
  'confirmed',
  'waitlisted',
  'pending',
  'offered',
  'cancelled',
  'invited',
] as const;
export type SegmentStatus = (typeof segmentStatuses)[number];

/** Who has a part of their own in an evening: speaks on a panel, sits at a mixer's tables, brought a work. */
export const segmentFormats = ['panel', 'mixer', 'critique'] as const;
export type SegmentFormat = (typeof segmentFormats)[number];

/** Whom a message is for: everybody to whom all of it applies when it leaves. */
export interface Segment {
  /** `invited`: asked, and no answer yet. */
  status: SegmentStatus[];
  /** Who was checked in, or who was not; null: both. */
  came: boolean | null;
  format: SegmentFormat | null;
  /** What they answered to a question of the event; null: anything. */
  answer: { questionId: string; value: string } | null;
}

export const everybodyGoing: Segment = { status: ['confirmed'], came: null, format: null, answer: null };

export const whoCame: Segment = { ...everybodyGoing, came: true };
