import { NativeSelect } from '@mantine/core';
import { messagesApp } from '#libs/words';
import type { EventView } from '../../lib/shapes.ts';
import { Tick } from '../events/choices.tsx';
import { Folded } from '../events/folded.tsx';
import { useEvent } from '../events/event-queries.ts';
import type { Segment } from './message-calls.ts';
import styles from './messages.module.css';
import { Reach } from './reach.tsx';

const words = messagesApp.whom;
const statuses = ['confirmed', 'offered', 'waitlisted', 'pending', 'cancelled', 'invited'] as const;

interface Props {
  segment: Segment;
  change: (segment: Segment) => void;
  /** A reminder is for those with a seat. */
  isForGoing: boolean;
}

/** Whom a message is for, in plain choices, with how many that are. */
export function Whom({ segment, change, isForGoing }: Props) {
  const set = (part: Partial<Segment>): void => {
    change({ ...segment, ...part });
  };
  return (
    <fieldset className={styles['group']}>
      <legend>{words.label}</legend>
      {isForGoing ? (
        <p>{words.everybodyGoing}</p>
      ) : (
        <div className={styles['statuses']}>
          {statuses.map((status) => (
            <Tick
              key={status}
              label={words.statuses[status]}
              checked={segment.status.includes(status)}
              change={(isIn) => {
                const others = segment.status.filter((one) => one !== status);
                set({
                  status: isIn ? statuses.filter((one) => one === status || others.includes(one)) : others,
                });
              }}
            />
          ))}
        </div>
      )}
      <Only segment={segment} set={set} />
      <Reach segment={segment} />
    </fieldset>
  );
}

interface OnlyProps {
  segment: Segment;
  set: (part: Partial<Segment>) => void;
}

/** Few messages need it: folded, it says what is set. */
function Only({ segment, set }: OnlyProps) {
  const event = useEvent();
  const chosen = chosenOf(segment, event);
  return (
    <Folded
      title={words.some}
      summary={chosen.length === 0 ? words.everybody : words.only(chosen)}
      hasFault={false}
    >
      <div className={styles['only']}>
        <NativeSelect
          label={words.came}
          value={segment.came === null ? '' : String(segment.came)}
          data={[
            { value: '', label: words.cameAll },
            { value: 'true', label: words.cameYes },
            { value: 'false', label: words.cameNo },
          ]}
          onChange={({ currentTarget: { value } }) => {
            set({ came: value === '' ? null : value === 'true' });
          }}
        />
        <NativeSelect
          label={words.part}
          value={segment.format ?? ''}
          data={[
            { value: '', label: words.anyPart },
            ...formatsOf(event, segment).map((format) => ({ value: format, label: words.parts[format] })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            set({ format: value === '' ? null : (value as keyof typeof words.parts) });
          }}
        />
        <AnswerChoice segment={segment} set={set} />
      </div>
    </Folded>
  );
}

/** The questions that have answers to choose from, with one of them. */
function AnswerChoice({ segment: { answer }, set }: OnlyProps) {
  const questions = useEvent().questions.filter(({ kind }) => kind !== 'short' && kind !== 'long');
  const question = questions.find(({ id }) => id === answer?.questionId);
  if (questions.length === 0) return null;
  return (
    <>
      <NativeSelect
        label={words.question}
        value={question?.id ?? ''}
        data={[
          { value: '', label: words.noQuestion },
          ...questions.map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const chosen = questions.find(({ id }) => id === value);
          set({
            answer:
              chosen === undefined ? null : { questionId: value, value: answersOf(chosen)[0]?.value ?? '' },
          });
        }}
      />
      {question !== undefined && answer !== null && (
        <NativeSelect
          label={words.answer}
          value={answer.value}
          data={answersOf(question)}
          onChange={({ currentTarget: { value } }) => {
            set({ answer: { questionId: question.id, value } });
          }}
        />
      )}
    </>
  );
}

const answersOf = ({ kind, options }: EventView['questions'][number]): { value: string; label: string }[] =>
  kind === 'agreement'
    ? [{ value: 'yes', label: words.yes }]
    : options.map((option) => ({ value: option, label: option }));

/** What the event has, and what is chosen already. */
function formatsOf(event: EventView, { format }: Segment): NonNullable<Segment['format']>[] {
  const has = {
    panel: event.panels.length > 0,
    mixer: event.mixer !== null,
    critique: event.critiqueSessions.length > 0,
  };
  return (['panel', 'mixer', 'critique'] as const).filter((one) => has[one] || one === format);
}

/** What narrows a segment beyond where people stand, in words. */
function chosenOf({ came, format, answer }: Segment, event: EventView): string[] {
  const question = event.questions.find(({ id }) => id === answer?.questionId);
  const shown = question?.kind === 'agreement' ? words.yes : (answer?.value ?? '');
  return [
    ...(came === null ? [] : [came ? words.cameYes : words.cameNo]),
    ...(format === null ? [] : [words.parts[format]]),
    ...(answer === null ? [] : [words.answered(question?.label ?? words.question, shown)]),
  ];
}

/** "Going, On the waitlist; of those only: Came": whom a message is or was for. */
export function whomOf(segment: Segment, event: EventView): string {
  const chosen = chosenOf(segment, event);
  const standings = segment.status.map((status) => words.statuses[status]).join(', ');
  return chosen.length === 0 ? standings : words.someOf(standings, words.only(chosen));
}
