import { messagesApp } from '#libs/words';
import type { EventMessage, MessageInput, PreviewInput, Segment, WrittenKind } from './message-calls.ts';
import { localOf } from './message-when.ts';

type Sendable = Omit<MessageInput, 'name'>;
type Rule = NonNullable<MessageInput['rule']>;

/** When a message leaves, as the form holds it: at once, at a local time of the event's zone, or with the event. */
export type Leaves = { by: 'now' } | { by: 'moment'; local: string } | { by: 'event'; rule: Rule };

export interface MessageDraft {
  kind: WrittenKind;
  subject: string;
  text: string;
  segment: Segment;
  leaves: Leaves;
}

const going: Segment = { status: ['confirmed'], came: null, format: null, answer: null };
export const whoCame: Segment = { ...going, came: true };

/** In minutes; what is offered, in the order of the list. Below zero: before. */
export const lengths = {
  start: [-60, -180, -1440, -2880, -4320, -10_080],
  end: [60, 720, 1440, 2880, 10_080],
} as const satisfies Record<Rule['anchor'], readonly number[]>;

const usual: Record<WrittenKind, Pick<MessageDraft, 'segment' | 'leaves'>> = {
  announcement: { segment: going, leaves: { by: 'now' } },
  reminder: { segment: going, leaves: { by: 'event', rule: { anchor: 'start', minutes: -1440 } } },
  thanks: { segment: whoCame, leaves: { by: 'event', rule: { anchor: 'end', minutes: 720 } } },
};

export const usualLeaves = (kind: WrittenKind): Leaves => usual[kind].leaves;

/** A new message with words to begin with. */
export const emptyDraft = (kind: WrittenKind, segment = usual[kind].segment): MessageDraft => ({
  kind,
  ...usual[kind],
  ...messagesApp.form.startWith[kind],
  segment,
});

/** Another kind keeps what was typed, and takes the kind's own words only where nobody wrote any. */
export function withKind(draft: MessageDraft, kind: WrittenKind): MessageDraft {
  const [before, after] = [emptyDraft(draft.kind), emptyDraft(kind)];
  return {
    ...after,
    subject: draft.subject === before.subject ? after.subject : draft.subject,
    text: draft.text === before.text ? after.text : draft.text,
  };
}

/** What the form edits of a message that stands; `change` is never written by hand. */
export function draftOf(message: EventMessage, timeZone: string): MessageDraft {
  const { kind, subject, text, segment } = message;
  return {
    kind: kind === 'change' ? 'announcement' : kind,
    ...{ subject, text, segment },
    leaves: leavesOf(message, timeZone),
  };
}

function leavesOf({ rule, sendAt }: EventMessage, timeZone: string): Leaves {
  if (rule !== null) return { by: 'event', rule };
  return sendAt === null ? { by: 'now' } : { by: 'moment', local: localOf(sendAt, timeZone) };
}

/** What is sent of it; the moment of one without a rule is said when it is scheduled. */
export const sendable = ({ kind, subject, text, segment, leaves }: MessageDraft): Sendable => ({
  kind,
  subject: subject.trim(),
  text,
  segment,
  rule: leaves.by === 'event' ? leaves.rule : null,
});

/** What is shown of it: also while nobody is chosen yet. */
export const previewed = ({ kind, subject, text, segment }: MessageDraft): PreviewInput => ({
  ...{ kind, subject: subject.trim(), text },
  segment: segment.status.length === 0 ? usual[kind].segment : segment,
});

/** Faults of what was sent, without those whose field was changed since. */
export const standingFaults = (
  faults: Record<string, string>,
  sent: MessageDraft | undefined,
  draft: MessageDraft,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).filter(([name]) => {
      const field = name.split('.')[0] as keyof MessageDraft;
      return sent === undefined || JSON.stringify(sent[field]) === JSON.stringify(draft[field]);
    }),
  );
