import { messagesApp } from '#libs/words';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import type { EventView } from '../../lib/shapes.ts';
import { dayOf } from '../../lib/times.ts';
import type { EventMessage } from './message-calls.ts';
import { whenOf } from './message-when.ts';
import styles from './messages.module.css';

const tones: Record<EventMessage['state'], Tone> = {
  draft: 'quiet',
  scheduled: 'good',
  sending: 'good',
  sent: 'good',
  cancelled: 'bad',
};

/** A message by its subject, with the name of the event and its day in it, which are the same for every reader. */
export function titleOf({ kind, subject }: EventMessage, event: EventView): string {
  if (subject === '') return kind === 'change' ? messagesApp.kinds.change : messagesApp.noSubject;
  const values = { event: event.title, date: dayOf(event.startsAt, event.timeZone) };
  return subject.replace(/\{(event|date)\}/g, (_, name: keyof typeof values) => values[name]);
}

/** What it is and how it stands, in two words. */
export function MessageStanding({ message, waits }: { message: EventMessage; waits?: string | undefined }) {
  const { kind, state, calledOff } = message;
  return (
    <p className={styles['standing']}>
      <StateWord tone={waits === undefined ? tones[state] : 'warn'}>
        {waits ?? (calledOff === null ? messagesApp.states[state] : messagesApp.calledOff[calledOff])}
      </StateWord>
      <span className="soft">{messagesApp.kinds[kind]}</span>
    </p>
  );
}

/** "Tomorrow, 18:00 (PDT) · 1 day before it starts"; nothing of a draft without a rule. */
export function whenLeaves({ rule, sentAt, dueAt }: EventMessage, now: string, timeZone: string): string {
  const at = sentAt ?? dueAt;
  return [
    ...(at === null ? [] : [messagesApp.moment(whenOf(at, now, timeZone))]),
    ...(rule === null || sentAt !== null ? [] : [messagesApp.rule(rule.anchor, rule.minutes)]),
  ].join(' · ');
}

/** "43 guests" before it leaves, "Sent to 40 of 43 guests" once it does. */
export function reachOf({ state, sentAt, recipients, sent, failed }: EventMessage): string {
  if (recipients === null || (state === 'cancelled' && sentAt === null)) return '';
  if (sentAt === null) return messagesApp.guests(recipients);
  const reached = messagesApp.reached(sent, recipients);
  return failed === 0 ? reached : `${reached} · ${messagesApp.failed(failed)}`;
}
